package org.computedivide.sinks.postgres;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as ISO 8601 text. */
final class Days {

    private Days() {}

    /** The same text when it is a day; {@link Unwritable} when it is not. */
    static String checked(String day) {
        try {
            return LocalDate.parse(day).toString();
        } catch (DateTimeException e) {
            throw new Unwritable("'" + day + "' is not a day such as 2026-02-16", e);
        }
    }

    /** The day of a date with any precision: the first one of a month or a year. Null when it cannot be told. */
    static @Nullable String of(@Nullable String date) {
        if (date == null) {
            return null;
        }
        String day = switch (date.length()) {
            case 4 -> date + "-01-01";
            case 7 -> date + "-01";
            default -> date.substring(0, Math.min(10, date.length()));
        };
        try {
            return LocalDate.parse(day).toString();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
