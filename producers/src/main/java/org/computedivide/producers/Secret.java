package org.computedivide.producers;

/**
 * A value that is never printed.
 *
 * @param value the token itself
 */
public record Secret(String value) {

    @Override
    public String toString() {
        return "***";
    }
}
