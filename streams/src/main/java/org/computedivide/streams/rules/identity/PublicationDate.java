package org.computedivide.streams.rules.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date with the precision of its source.
 *
 * @param text as written: a year, month, day or instant in ISO 8601
 * @param first first day that it may be
 * @param last last day that it may be
 */
public record PublicationDate(String text, LocalDate first, LocalDate last) {

    private static final Comparator<PublicationDate> EARLIEST = Comparator.comparing(PublicationDate::first)
            .thenComparing(PublicationDate::last)
            .thenComparing(PublicationDate::text);

    /** The date in the text; empty when there is none that can be read. */
    public static Optional<PublicationDate> read(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(text.trim()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first day that the date may be. */
    public static Optional<LocalDate> day(@Nullable String text) {
        return read(text).map(PublicationDate::first);
    }

    /**
     * The earliest date; when a more precise one lies within its month or year, the earliest of those: "2024" and
     * "2024-07-23" are the 23rd of July.
     */
    public static Optional<PublicationDate> earliest(Collection<PublicationDate> dates) {
        Optional<PublicationDate> earliest = dates.stream().min(EARLIEST);
        return earliest.flatMap(wide -> dates.stream()
                .filter(date -> date.isWithin(wide))
                .min(Comparator.comparingLong(PublicationDate::days).thenComparing(EARLIEST)));
    }

    private boolean isWithin(PublicationDate wide) {
        return !first.isBefore(wide.first) && !last.isAfter(wide.last);
    }

    private long days() {
        return last.toEpochDay() - first.toEpochDay();
    }

    private static PublicationDate parse(String text) {
        return switch (text.length()) {
            case 4 ->
                span(
                        text,
                        Year.parse(text).atDay(1),
                        Year.parse(text).atMonth(12).atEndOfMonth());
            case 7 ->
                span(text, YearMonth.parse(text).atDay(1), YearMonth.parse(text).atEndOfMonth());
            case 10 -> span(text, LocalDate.parse(text), LocalDate.parse(text));
            default -> ofInstant(text);
        };
    }

    private static PublicationDate ofInstant(String text) {
        Instant instant = text.endsWith("Z")
                ? Instant.parse(text)
                : OffsetDateTime.parse(text).toInstant();
        LocalDate day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        return span(text, day, day);
    }

    private static PublicationDate span(String text, LocalDate first, LocalDate last) {
        return new PublicationDate(text, first, last);
    }
}
