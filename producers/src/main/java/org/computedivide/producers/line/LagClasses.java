package org.computedivide.producers.line;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.computedivide.avro.LagCount;
import org.computedivide.avro.Observation;

/**
 * How late things were seen, as counts in classes: they go on over restarts and can be added up over sources. Dates that
 * are told by day are counted apart from those that are told to the second.
 */
final class LagClasses {

    static final String INSTANT = "instant";
    static final String DAY = "day";

    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final long FULL_DAY = Duration.ofDays(1).toSeconds();
    private static final List<Long> BOUNDS = LongStream.concat(
                    LongStream.of(30, 60, 120, 300, 600, 900, 1800),
                    LongStream.concat(
                            LongStream.of(1, 2, 3, 4, 6, 9, 12, 18).map(hours -> hours * HOUR),
                            LongStream.of(1, 2, 3, 4, 5, 7, 10, 14, 21, 30, 60, 90, 180, 365)
                                    .map(days -> days * FULL_DAY)))
            .boxed()
            .toList();

    private LagClasses() {}

    /** The counts with those of some observations; only first versions of live items tell how late we were. */
    static List<LagCount> with(List<LagCount> before, List<Observation> observations) {
        Map<String, NavigableMap<Long, Long>> counts = new TreeMap<>();
        before.forEach(lag -> count(counts, lag.getPrecision(), boundOf(lag), lag.getCount()));
        for (Observation observation : observations) {
            lag(observation).ifPresent(lag -> count(counts, precision(observation), classOf(lag.toSeconds()), 1));
        }
        return written(counts);
    }

    private static void count(Map<String, NavigableMap<Long, Long>> counts, String precision, long bound, long items) {
        counts.computeIfAbsent(precision, name -> new TreeMap<>()).merge(bound, items, Long::sum);
    }

    private static List<LagCount> written(Map<String, NavigableMap<Long, Long>> counts) {
        var lags = new ArrayList<LagCount>();
        counts.forEach((precision, classes) -> classes.forEach((bound, items) -> lags.add(LagCount.newBuilder()
                .setPrecision(precision)
                .setAtMostSeconds(bound == Long.MAX_VALUE ? null : bound)
                .setCount(items)
                .build())));
        return lags;
    }

    private static long boundOf(LagCount lag) {
        Long bound = lag.getAtMostSeconds();
        return bound == null ? Long.MAX_VALUE : bound;
    }

    private static long classOf(long seconds) {
        return BOUNDS.stream().filter(bound -> bound >= seconds).findFirst().orElse(Long.MAX_VALUE);
    }

    /** How many items the counts of a precision hold. */
    static long items(List<LagCount> lags, String precision) {
        return lags.stream()
                .filter(lag -> lag.getPrecision().equals(precision))
                .mapToLong(LagCount::getCount)
                .sum();
    }

    /**
     * The lag in seconds that a share of the items did not pass, by a straight line inside its class; the lower end of the
     * last class, which has no upper one.
     *
     * @return empty when there are no items of the precision
     */
    static Optional<Long> percentile(List<LagCount> lags, String precision, double share) {
        double wanted = share * items(lags, precision);
        double below = 0;
        for (LagCount lag : wanted > 0 ? lags : List.<LagCount>of()) {
            if (lag.getPrecision().equals(precision) && lag.getCount() > 0) {
                if (below + lag.getCount() >= wanted) {
                    return Optional.of(inside(boundOf(lag), (wanted - below) / lag.getCount()));
                }
                below += lag.getCount();
            }
        }
        return Optional.empty();
    }

    private static long inside(long bound, double share) {
        long lower = BOUNDS.stream().filter(one -> one < bound).reduce(0L, (first, last) -> last);
        return bound == Long.MAX_VALUE ? lower : Math.round(lower + share * (bound - lower));
    }

    private static Optional<Duration> lag(Observation observation) {
        boolean counts = observation.getIntake().equals("live")
                && observation.getState().equals("present")
                && observation.getRevision() <= 1;
        return counts
                ? published(observation)
                        .map(at -> Duration.between(at, observation.getObservedAt()))
                        .map(lag -> lag.isNegative() ? Duration.ZERO : lag)
                : Optional.empty();
    }

    private static String precision(Observation observation) {
        return text(observation).length() == 10 ? DAY : INSTANT;
    }

    private static String text(Observation observation) {
        String text = observation.getPublishedAt();
        return text == null ? "" : text;
    }

    /** An instant, or the beginning of a day; a month or a year says too little. */
    private static Optional<Instant> published(Observation observation) {
        String text = text(observation);
        try {
            return text.length() < 10
                    ? Optional.empty()
                    : Optional.of(
                            text.length() == 10
                                    ? LocalDate.parse(text)
                                            .atStartOfDay(ZoneOffset.UTC)
                                            .toInstant()
                                    : Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
