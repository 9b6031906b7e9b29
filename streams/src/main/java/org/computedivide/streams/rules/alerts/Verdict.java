package org.computedivide.streams.rules.alerts;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a rule says of a release at one edge.
 *
 * @param edge which line, a stable text
 * @param standing on which side of it the release is
 * @param line the line in FLOP
 * @param probability of exceeding it, where the rule has one
 * @param title one line
 * @param reason a sentence or two that follow the one with the compute
 * @param flags what a reader should know
 */
record Verdict(
        String edge,
        Standing standing,
        double line,
        OptionalDouble probability,
        String title,
        String reason,
        List<String> flags) {

    /** On which side of an edge a release is. */
    enum Standing {
        /** Fires. */
        ABOVE,
        /** Keeps an alert that fired, fires none. */
        BETWEEN
    }

    Verdict {
        flags = List.copyOf(flags);
    }
}
