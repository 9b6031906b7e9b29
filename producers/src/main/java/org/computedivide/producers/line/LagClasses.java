package org.computedivide.producers.line;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.LagCount;
import org.computedivide.avro.Observation;
import org.jspecify.annotations.Nullable;

/** How late things were seen, as counts in classes: they go on over restarts and can be added up over sources. */
final class LagClasses {

    private static final List<Duration> BOUNDS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(4),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofDays(30),
            Duration.ofDays(90));

    private LagClasses() {}

    /** The counts with those of some observations; only first versions of live items tell how late we were. */
    static List<LagCount> with(List<LagCount> before, List<Observation> observations) {
        long[] counts = new long[BOUNDS.size() + 1];
        for (int i = 0; i < counts.length && i < before.size(); i++) {
            counts[i] = before.get(i).getCount();
        }
        observations.stream().map(LagClasses::lag).flatMap(Optional::stream).forEach(lag -> counts[classOf(lag)]++);
        return counted(counts);
    }

    private static List<LagCount> counted(long[] counts) {
        var lags = new ArrayList<LagCount>();
        for (int i = 0; i < counts.length; i++) {
            lags.add(LagCount.newBuilder()
                    .setAtMostSeconds(i < BOUNDS.size() ? BOUNDS.get(i).toSeconds() : null)
                    .setCount(counts[i])
                    .build());
        }
        return lags;
    }

    private static int classOf(Duration lag) {
        return (int)
                BOUNDS.stream().takeWhile(bound -> bound.compareTo(lag) < 0).count();
    }

    private static Optional<Duration> lag(Observation observation) {
        boolean counts = observation.getIntake().equals("live")
                && observation.getState().equals("present")
                && observation.getRevision() <= 1;
        return counts
                ? published(observation.getPublishedAt())
                        .map(at -> Duration.between(at, observation.getObservedAt()))
                        .map(lag -> lag.isNegative() ? Duration.ZERO : lag)
                : Optional.empty();
    }

    /** An instant, or the beginning of a day; a month or a year says too little. */
    private static Optional<Instant> published(@Nullable String text) {
        return text == null || text.length() < 10 ? Optional.empty() : read(text);
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
