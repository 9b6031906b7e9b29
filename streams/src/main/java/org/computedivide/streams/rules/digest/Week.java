package org.computedivide.streams.rules.digest;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;

/**
 * An ISO week in UTC.
 *
 * @param monday its first day
 */
public record Week(LocalDate monday) implements Comparable<Week> {

    private static final LocalTime MADE_AT = LocalTime.of(6, 0);

    public Week {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week begins on a Monday, but " + monday + " is none");
        }
    }

    /** The week that a moment is in. */
    public static Week of(Instant instant) {
        LocalDate day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** Reads {@code 2026-W12}; anything else is refused with a sentence for people. */
    public static Week parse(String label) {
        try {
            return new Week(LocalDate.parse(label + "-1", DateTimeFormatter.ISO_WEEK_DATE));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("week \"" + label + "\" is not an ISO week; write it like 2026-W12", e);
        }
    }

    /** For example {@code 2026-W12}. */
    public String label() {
        return DateTimeFormatter.ISO_WEEK_DATE.format(monday).substring(0, 8);
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    public Instant start() {
        return monday.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The first moment after it. */
    public Instant end() {
        return next().start();
    }

    /** When its digest is made: Monday 06:00 after it, so that all that was observed in it has reached the log. */
    public Instant madeAt() {
        return next().monday().atTime(MADE_AT).toInstant(ZoneOffset.UTC);
    }

    public Week next() {
        return new Week(monday.plusWeeks(1));
    }

    public Week previous() {
        return new Week(monday.minusWeeks(1));
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start()) && instant.isBefore(end());
    }

    @Override
    public int compareTo(Week other) {
        return monday.compareTo(other.monday);
    }
}
