package org.computedivide.streams.rules.trends;

import java.time.LocalDate;

/** Dates as numbers on the axis of a fit. */
final class DecimalDate {

    private DecimalDate() {}

    /** Year + (day of year − 1) / (365, or 366 in a leap year); days since 1970-01-01. */
    static double of(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() + (date.getDayOfYear() - 1) / (double) date.lengthOfYear();
    }
}
