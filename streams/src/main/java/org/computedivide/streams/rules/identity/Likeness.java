package org.computedivide.streams.rules.identity;

import org.computedivide.avro.Evidence;

/**
 * Whether two observations are about the same model, by their evidence alone.
 *
 * @param same the same variant; a page about a whole family is about each of its variants
 * @param sameFamily the same release
 * @param reason the key, name or difference that decided
 */
public record Likeness(boolean same, boolean sameFamily, String reason) {

    static Likeness same(String reason) {
        return new Likeness(true, true, reason);
    }

    static Likeness sister(String reason) {
        return new Likeness(false, true, reason);
    }

    static Likeness other(String reason) {
        return new Likeness(false, false, reason);
    }

    /** Compares two observations; the order of the two does not matter. */
    public static Likeness of(Evidence a, Evidence b) {
        return new Comparison(a, b).judge();
    }
}
