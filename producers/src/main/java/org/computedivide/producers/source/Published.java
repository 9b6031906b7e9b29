package org.computedivide.producers.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * When something was published, as precisely as its source says and no more.
 *
 * @param text a year, month, day or instant in ISO 8601
 * @param first the first moment that it may be
 * @param end the first moment that it can no longer be; for an instant the same as {@code first}
 */
public record Published(String text, Instant first, Instant end) {

    /**
     * An instant; midnight to the second is how a source writes a day whose time it does not know.
     */
    public static Published at(Instant instant) {
        var utc = instant.atOffset(ZoneOffset.UTC);
        return utc.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? on(utc.toLocalDate())
                : new Published(instant.toString(), instant, instant);
    }

    /** Some time of a day. */
    public static Published on(LocalDate day) {
        return span(day.toString(), day, day.plusDays(1));
    }

    /** Some day of a month. */
    public static Published in(YearMonth month) {
        return span(month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /** Some day of a year. */
    public static Published in(Year year) {
        return span(year.toString(), year.atDay(1), year.plusYears(1).atDay(1));
    }

    private static Published span(String text, LocalDate first, LocalDate end) {
        return new Published(
                text,
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                end.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** What {@link #text()} was made of. */
    public static Published ofIso(String text) {
        return switch (text.length()) {
            case 4 -> in(Year.parse(text));
            case 7 -> in(YearMonth.parse(text));
            case 10 -> on(LocalDate.parse(text));
            default -> at(Instant.parse(text));
        };
    }

    /** Whether all that it may be lies before an instant. */
    public boolean isBefore(Instant instant) {
        return end.equals(first) ? first.isBefore(instant) : !end.isAfter(instant);
    }

    /** The day with these numbers. */
    static Published day(int year, int month, int day) throws DateTimeException {
        return on(LocalDate.of(year, month, day));
    }
}
