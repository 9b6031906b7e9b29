package org.computedivide.streams.rules.learned;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was seen in a text, each once, in the order in which it was seen: all of it, or only what a model knows, since most of
 * what a text holds weighs nothing. A model is asked by the parts of a feature, which are joined only where all are kept.
 */
public final class Features {

    private final Set<String> seen = new LinkedHashSet<>();
    private final @Nullable Joined known;

    private Features(@Nullable Joined known) {
        this.known = known;
    }

    /** Keeps whatever is seen, as one learns from it. */
    public static Features all() {
        return new Features(null);
    }

    /** Keeps what one of these texts says. */
    static Features among(Joined known) {
        return new Features(known);
    }

    public void add(String prefix, String word) {
        if (known == null) {
            seen.add(prefix + word);
        } else {
            keep(known.of(prefix, word));
        }
    }

    /** Two words with a blank between. */
    public void add(String prefix, String word, String next) {
        if (known == null) {
            seen.add(prefix + word + " " + next);
        } else {
            keep(known.of(prefix, word, next));
        }
    }

    public void addIf(boolean there, String prefix, String word) {
        if (there) {
            add(prefix, word);
        }
    }

    private void keep(@Nullable String feature) {
        if (feature != null) {
            seen.add(feature);
        }
    }

    /** What was seen so far. */
    public Set<String> seen() {
        return Collections.unmodifiableSet(seen);
    }
}
