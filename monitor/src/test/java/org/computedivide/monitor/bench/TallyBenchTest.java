package org.computedivide.monitor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.computedivide.monitor.CannotRun;
import org.junit.jupiter.api.Test;

class TallyBenchTest {

    private static final long COUNTED = 600;

    @Test
    void shouldCountWhatSqlCountsOverTheSameReleases() {
        // Given:
        var bench = new TallyBench(100, 2);
        TallyBench.Measured measured = bench.tallies(COUNTED);

        // When:
        SqlTallies.Computed computed = SqlTallies.compute(bench.releases(COUNTED), measured.rows());

        // Then:
        assertThat(computed.differing()).isEmpty();
        assertThat(computed.rows()).isGreaterThan(1_000);
        assertThat(measured.releases()).isEqualTo(bench.releases(COUNTED).size());
        assertThat(measured.rounds()).hasSize(2);
    }

    @Test
    void shouldRefuseToMeasureNothing() {
        // Given:
        // When:
        // Then:
        assertThatThrownBy(() -> new TallyBench(0, 1)).isInstanceOf(CannotRun.class);
    }

    @Test
    void shouldMakeTheSameReleaseFromTheSameNumber() {
        // Given:
        // When:
        // Then:
        assertThat(MadeReleases.of(7, 1)).isEqualTo(MadeReleases.of(7, 1)).isNotEqualTo(MadeReleases.of(7, 2));
    }
}
