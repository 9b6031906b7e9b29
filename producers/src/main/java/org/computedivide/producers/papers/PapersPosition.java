package org.computedivide.producers.papers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Positions;

/**
 * Where the days of papers stand.
 *
 * @param since papers of days before this one are left alone
 * @param round the round in which the walk over the days began
 * @param day the day that is asked for next; empty when the walk is over
 * @param page of that day, from 0
 * @param done the last day that a walk came to; empty before the first
 * @param full days whose first page was full when last read, newest last; their later pages are asked for even when the
 *     first has not changed
 */
record PapersPosition(String since, long round, String day, int page, String done, List<String> full) {

    /** Papers are still put forward for a day after it has ended. */
    private static final int DAYS_AGAIN = 2;

    /**
     * Days before are not asked for. The oldest day that others name is 5 May 2023 (huggingface.co/papers?date=2023-05-05 in public
     * code), so this is safely before the first, and a round from far back costs at most some months of empty days.
     */
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);

    PapersPosition {
        full = full == null ? List.of() : List.copyOf(full);
    }

    static PapersPosition of(Look look) {
        PapersPosition at = Positions.read(
                look.position(),
                PapersPosition.class,
                () -> new PapersPosition(begin(look.since()).toString(), 0, "", 0, "", List.of()));
        return at.day().isEmpty() && at.round() != look.round() ? at.begin(look) : at;
    }

    private static LocalDate begin(Instant since) {
        LocalDate wanted = day(since);
        return wanted.isBefore(FIRST_DAY) ? FIRST_DAY : wanted;
    }

    private PapersPosition begin(Look look) {
        LocalDate first = LocalDate.parse(since);
        LocalDate again = done.isEmpty() ? first : LocalDate.parse(done).minusDays(DAYS_AGAIN);
        LocalDate start = again.isBefore(first) ? first : again;
        boolean ahead = start.isAfter(day(look.now()));
        return new PapersPosition(since, look.round(), ahead ? "" : start.toString(), 0, done, full);
    }

    /** After a page of the day; a full page is followed by another. */
    String after(Look look, boolean isFull) {
        var days = new TreeSet<>(full);
        if (isFull && page == 0) {
            days.add(day);
        }
        String oldest = day(look.now().minus(Duration.ofDays(DAYS_AGAIN + 2))).toString();
        days.removeIf(one -> one.compareTo(oldest) < 0 && !one.equals(day));
        List<String> kept = List.copyOf(days);
        if (isFull) {
            return Positions.write(new PapersPosition(since, round, day, page + 1, done, kept));
        }
        LocalDate next = LocalDate.parse(day).plusDays(1);
        boolean over = next.isAfter(day(look.now()));
        return Positions.write(new PapersPosition(since, round, over ? "" : next.toString(), 0, day, kept));
    }

    /** The site says that the page is as it was. */
    String unchanged(Look look) {
        return after(look, page == 0 && full.contains(day));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
