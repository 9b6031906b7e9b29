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
        "2026-02-15T23:59:30Z, 60",
        "2026-02-15T23:00:00Z, 3600",
        "2026-02-15T22:59:59Z, 21600",
        "2026-02-16T01:00:00Z, 60",
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
                .isEqualTo(LagCount.newBuilder().setCount(2).build());
    }

    @ParameterizedTest
    @CsvSource({"2026-02-15, backfill", "2026-02, live", "never, live", ", live"})
    void shouldNotCountWhatSaysNothingAboutUs(String published, String intake) {
        // When:
        List<LagCount> lags = LagClasses.with(List.of(), List.of(seen(published, intake)));

        // Then:
        assertThat(lags).allSatisfy(lag -> assertThat(lag.getCount()).isZero());
    }

    private static Observation seen(String published, String intake) {
        return Observation.newBuilder()
                .setPublishedAt(published)
                .setIntake(intake)
                .setObservedAt(NOW)
                .build();
    }
}
