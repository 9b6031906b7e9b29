package org.computedivide.producers.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Days of a history, both ends included, UTC.
 *
 * @param from first day
 * @param to last day
 */
public record Span(LocalDate from, LocalDate to) {

    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the last day " + to + " lies before the first day " + from);
        }
    }

    /** The first instant. */
    public Instant begin() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first instant that no longer belongs to it. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Whether an instant lies in it. */
    public boolean holds(Instant instant) {
        return !instant.isBefore(begin()) && instant.isBefore(end());
    }
}
