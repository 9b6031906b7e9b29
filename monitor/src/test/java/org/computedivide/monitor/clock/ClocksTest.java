package org.computedivide.monitor.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClocksTest {

    private static final ClockSetting FEBRUARY = ClockSetting.parse("2026-02-16");
    private static final InstantSource MONDAY = InstantSource.fixed(Instant.parse("2026-11-02T00:00:00Z"));
    private static final InstantSource TUESDAY = InstantSource.fixed(Instant.parse("2026-11-03T00:00:00Z"));

    @TempDir
    private Path data = Path.of("");

    @Test
    void shouldGoOnAsIfItHadRunAllTheWhileWhenStartedAgain() {
        // Given:
        Clocks.open(FEBRUARY, data, MONDAY);

        // When:
        InstantSource again = Clocks.open(FEBRUARY, data, TUESDAY);

        // Then:
        assertThat(again.instant()).isEqualTo("2026-02-17T00:00:00Z");
    }

    @Test
    void shouldBeSetAnewWhenAnotherInstantIsGiven() {
        // Given:
        Clocks.open(FEBRUARY, data, MONDAY);

        // When:
        InstantSource march = Clocks.open(ClockSetting.parse("2026-03-02"), data, TUESDAY);

        // Then:
        assertThat(march.instant()).isEqualTo("2026-03-02T00:00:00Z");
    }

    @Test
    void shouldStandStillWhenToldTo() {
        // Given:
        ClockSetting stands = ClockSetting.parse("2026-02-16!");

        // When:
        InstantSource clock = Clocks.open(stands, data, TUESDAY);

        // Then:
        assertThat(clock.instant()).isEqualTo("2026-02-16T00:00:00Z");
    }
}
