package org.computedivide.streams.rules.tallies;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A span of publication days, seen from a day called today. Days are numbers since 1970-01-01.
 *
 * @param kind how the number is meant
 * @param number length in days, calendar year, or 0
 */
record Window(Kind kind, int number) {

    enum Kind {
        ROLLING,
        YEAR,
        ALL
    }

    static final Window ALL = new Window(Kind.ALL, 0);

    static final List<Window> ROLLING = Stream.of(7, 30, 90, 365)
            .map(days -> new Window(Kind.ROLLING, days))
            .toList();

    /** Days older than this have left every rolling window. */
    static final int LONGEST = 365;

    private static final int PROVISIONAL_DAYS = 60;

    static Window yearOf(long day) {
        return new Window(Kind.YEAR, LocalDate.ofEpochDay(day).getYear());
    }

    /** The windows that a day is in; none when it has not come yet. */
    static List<Window> around(long day, long today) {
        return Stream.concat(Stream.of(ALL, yearOf(day)), ROLLING.stream())
                .filter(window -> window.contains(day, today))
                .toList();
    }

    /** As in Tally: 7d, year:2026, all. */
    String label() {
        return switch (kind) {
            case ROLLING -> number + "d";
            case YEAR -> "year:" + number;
            case ALL -> "all";
        };
    }

    /** First day; the smallest number when it has no beginning. */
    long from(long today) {
        return switch (kind) {
            case ROLLING -> today - number + 1;
            case YEAR -> LocalDate.of(number, 1, 1).toEpochDay();
            case ALL -> Long.MIN_VALUE;
        };
    }

    /** Last day: today, or the end of a year that is over. */
    long to(long today) {
        return kind == Kind.YEAR ? Math.min(today, LocalDate.of(number, 12, 31).toEpochDay()) : today;
    }

    boolean contains(long day, long today) {
        return from(today) <= day && day <= to(today);
    }

    /** Whether it reaches into the last 60 days, for which sources are known to be incomplete. */
    boolean provisional(long today) {
        return to(today) > today - PROVISIONAL_DAYS;
    }
}
