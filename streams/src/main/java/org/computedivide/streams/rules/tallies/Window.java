package org.computedivide.streams.rules.tallies;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.computedivide.avro.CountedRelease;

/**
 * A span of publication days, seen from a day called today. Days are numbers since 1970-01-01.
 *
 * @param kind how the number is meant
 * @param number length in days, calendar year, first day of an ISO week, or 0
 */
record Window(Kind kind, int number) {

    enum Kind {
        ROLLING,
        YEAR,
        /** An ISO week; totals only. */
        WEEK,
        ALL,
        /** Of releases without a date. */
        UNDATED
    }

    static final Window ALL = new Window(Kind.ALL, 0);

    static final Window UNDATED = new Window(Kind.UNDATED, 0);

    static final List<Window> ROLLING = Stream.of(7, 30, 90, 365)
            .map(days -> new Window(Kind.ROLLING, days))
            .toList();

    /** Days older than this have left every rolling window. */
    static final int LONGEST = 365;

    /** Stands for the day of a release without a date. */
    static final long NO_DAY = Long.MIN_VALUE;

    private static final int PROVISIONAL_DAYS = 60;
    private static final int DAYS_OF_WEEK = 7;

    /** The day of a release, or that it has none. */
    static long dayOf(CountedRelease release) {
        return release.getDated() ? release.getDay() : NO_DAY;
    }

    static Window yearOf(long day) {
        return new Window(Kind.YEAR, LocalDate.ofEpochDay(day).getYear());
    }

    /** The ISO week of a day. */
    static Window weekOf(long day) {
        LocalDate monday = LocalDate.ofEpochDay(day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Window(Kind.WEEK, (int) monday.toEpochDay());
    }

    /** The windows that a day is in; none when it has not come yet. */
    static List<Window> around(long day, long today) {
        if (day == NO_DAY) {
            return List.of(UNDATED);
        }
        return Stream.concat(Stream.of(ALL, yearOf(day), weekOf(day)), ROLLING.stream())
                .filter(window -> window.contains(day, today))
                .toList();
    }

    /** As in Tally: 7d, year:2026, week:2026-W14, all, undated. */
    String label() {
        return switch (kind) {
            case ROLLING -> number + "d";
            case YEAR -> "year:" + number;
            case WEEK -> week(LocalDate.ofEpochDay(number));
            case ALL -> "all";
            case UNDATED -> "undated";
        };
    }

    private static String week(LocalDate monday) {
        int number = monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return "week:" + monday.get(IsoFields.WEEK_BASED_YEAR) + (number < 10 ? "-W0" : "-W") + number;
    }

    /** Whether it has a first day. */
    boolean begins() {
        return kind != Kind.ALL && kind != Kind.UNDATED;
    }

    /** First day; the smallest number when it has no beginning. */
    long from(long today) {
        return switch (kind) {
            case ROLLING -> today - number + 1;
            case YEAR -> LocalDate.of(number, 1, 1).toEpochDay();
            case WEEK -> number;
            case ALL, UNDATED -> Long.MIN_VALUE + 1;
        };
    }

    /** Last day: today, or the end of a year or week that is over. */
    long to(long today) {
        return switch (kind) {
            case YEAR -> Math.min(today, LocalDate.of(number, 12, 31).toEpochDay());
            case WEEK -> Math.min(today, number + DAYS_OF_WEEK - 1);
            default -> today;
        };
    }

    boolean contains(long day, long today) {
        return from(today) <= day && day <= to(today);
    }

    /** Whether a release is in it. */
    boolean holds(CountedRelease release, long today) {
        return release.getDated() ? kind != Kind.UNDATED && contains(release.getDay(), today) : kind == Kind.UNDATED;
    }

    /** Whether it reaches into the last 60 days, for which sources are known to be incomplete. */
    boolean provisional(long today) {
        return kind != Kind.UNDATED && to(today) > today - PROVISIONAL_DAYS;
    }

    /** Whether the step from one day to a later one can change its rows although nothing came. */
    boolean moves(long before, long today) {
        return !begins()
                || kind == Kind.ROLLING
                || (to(Long.MAX_VALUE) > before - PROVISIONAL_DAYS && from(today) <= today);
    }
}
