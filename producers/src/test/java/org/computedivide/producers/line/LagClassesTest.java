package org.computedivide.producers.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.computedivide.avro.LagCount;
import org.computedivide.avro.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LagClassesTest {

    private static final Instant NOW = Instant.parse("2026-02-16T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-02-15T23:59:15Z, 60",
        "2026-02-15T23:00:00Z, 3600",
        "2026-02-15T22:59:59Z, 7200",
        "2026-02-16T01:00:00Z, 30",
        "2026-02-15, 86400",
    })
    void shouldCountEachInTheSmallestClassThatHoldsIt(String published, long atMost) {
        // When:
        List<LagCount> lags = LagClasses.with(List.of(), List.of(seen(published, "live")));

        // Then:
        assertThat(lags)
                .filteredOn(lag -> lag.getCount() == 1)
                .singleElement()
                .satisfies(lag -> assertThat(lag.getAtMostSeconds()).isEqualTo(atMost));
    }

    @Test
    void shouldGoOnCountingAndHaveAClassForTheRest() {
        // Given:
        List<LagCount> before = LagClasses.with(List.of(), List.of(seen("2020-01-01", "live")));

        // When:
        List<LagCount> lags = LagClasses.with(before, List.of(seen("2020-01-01", "live")));

        // Then:
        assertThat(lags.get(lags.size() - 1))
                .isEqualTo(LagCount.newBuilder().setPrecision("day").setCount(2).build());
    }

    @ParameterizedTest
    @CsvSource({"2026-02-15, backfill", "2026-02, live", "never, live", ", live"})
    void shouldNotCountWhatSaysNothingAboutUs(String published, String intake) {
        // When:
        List<LagCount> lags = LagClasses.with(List.of(), List.of(seen(published, intake)));

        // Then:
        assertThat(lags).isEmpty();
    }

    @Test
    void shouldKeepDaysApartFromInstants() {
        // When:
        List<LagCount> lags =
                LagClasses.with(List.of(), List.of(seen("2026-02-15", "live"), seen("2026-02-15T23:00:00Z", "live")));

        // Then:
        assertThat(LagClasses.items(lags, LagClasses.DAY)).isEqualTo(1);
        assertThat(LagClasses.percentile(lags, LagClasses.DAY, 1)).contains(86_400L);
        assertThat(LagClasses.percentile(lags, LagClasses.INSTANT, 1)).contains(3_600L);
        assertThat(LagClasses.percentile(List.of(), LagClasses.INSTANT, 0.5)).isEmpty();
    }

    @Test
    void shouldFindTheMedianInsideItsClass() {
        // Given: a hundred items, seen one to a hundred minutes after they were published
        List<Observation> seen = java.util.stream.IntStream.rangeClosed(1, 100)
                .mapToObj(minutes ->
                        seen(NOW.minus(java.time.Duration.ofMinutes(minutes)).toString(), "live"))
                .toList();

        // When:
        List<LagCount> lags = LagClasses.with(List.of(), seen);

        // Then:
        assertThat(LagClasses.percentile(lags, LagClasses.INSTANT, 0.5).orElseThrow())
                .isBetween(49 * 60L, 51 * 60L);
        assertThat(LagClasses.percentile(lags, LagClasses.INSTANT, 0.9).orElseThrow())
                .isBetween(85 * 60L, 110 * 60L);
    }

    private static Observation seen(String published, String intake) {
        return Observation.newBuilder()
                .setPublishedAt(published)
                .setIntake(intake)
                .setObservedAt(NOW)
                .build();
    }
}
