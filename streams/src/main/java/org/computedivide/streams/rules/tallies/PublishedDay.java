package org.computedivide.streams.rules.tallies;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date of any precision as a day: the first of the month or year when only that is written, UTC for instants. */
final class PublishedDay {

    private PublishedDay() {}

    /** Days since 1970-01-01; empty when nothing readable is written. */
    static Optional<Long> of(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(day(written).toEpochDay());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String written) {
        return switch (written.length()) {
            case 4 -> Year.parse(written).atDay(1);
            case 7 -> YearMonth.parse(written).atDay(1);
            case 10 -> LocalDate.parse(written);
            default -> Instant.parse(written).atOffset(ZoneOffset.UTC).toLocalDate();
        };
    }
}
