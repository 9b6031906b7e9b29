package org.computedivide.streams.rules.identity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computedivide.avro.Evidence;

/** How near to one another two observations say that they were published; an arXiv id tells the month when nothing else does. */
enum Nearness {
    CLOSE,
    FAR,
    UNKNOWN;

    private static final long CLOSE_DAYS = 7;
    private static final long NAMED_DAYS = 45;
    private static final Pattern YEAR_MONTH = Pattern.compile("(20\\d{2}|2[2-9])\\.?(0[1-9]|1[0-2])(?:\\d{2})?");
    private static final Pattern ARXIV_MONTH = Pattern.compile("(\\d{2})(0[1-9]|1[0-2])\\.\\d{4,5}(?:v\\d{1,3})?");

    static Nearness of(Evidence one, Evidence other) {
        return days(one, other).map(days -> days <= CLOSE_DAYS ? CLOSE : FAR).orElse(UNKNOWN);
    }

    /** Days between two observations, at least; empty when one of them has no date. */
    static Optional<Long> days(Evidence one, Evidence other) {
        Optional<Span> first = span(one);
        return span(other).flatMap(second -> first.map(second::distance));
    }

    /** How near a version date in a name, such as 2411 or 20250512, is to a day of publication. */
    static Nearness ofNameDate(SortedSet<String> dates, Evidence other) {
        Optional<Span> second = span(other);
        Optional<Span> first = dates.stream().findFirst().flatMap(Nearness::nameDate);
        if (first.isEmpty() || second.isEmpty()) {
            return UNKNOWN;
        }
        return first.get().distance(second.get()) <= NAMED_DAYS ? CLOSE : FAR;
    }

    /** Year and month at least: a month and day without year could be of any year. */
    private static Optional<Span> nameDate(String date) {
        Matcher long4 = YEAR_MONTH.matcher(date);
        if (!long4.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(long4.group(1));
        return Optional.of(month(year < 100 ? 2000 + year : year, Integer.parseInt(long4.group(2))));
    }

    private static Span month(int year, int month) {
        YearMonth of = YearMonth.of(year, month);
        return new Span(of.atDay(1), of.atEndOfMonth());
    }

    private static Optional<Span> span(Evidence evidence) {
        return PublicationDate.read(evidence.getPublishedAt())
                .map(date -> new Span(date.first(), date.last()))
                .or(() -> arxivMonth(evidence.getNativeId()));
    }

    private static Optional<Span> arxivMonth(String id) {
        Matcher month = ARXIV_MONTH.matcher(id);
        if (!month.matches()) {
            return Optional.empty();
        }
        return Optional.of(month(2000 + Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))));
    }

    private record Span(LocalDate first, LocalDate last) {

        long distance(Span other) {
            long gap = first.isAfter(other.last)
                    ? ChronoUnit.DAYS.between(other.last, first)
                    : ChronoUnit.DAYS.between(last, other.first);
            return Math.max(0, gap);
        }
    }
}
