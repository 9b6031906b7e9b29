package org.computedivide.monitor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.computedivide.monitor.CannotRun;
import org.junit.jupiter.api.Test;

class LineBenchTest {

    @Test
    void shouldMakeOneReleaseOfEachModelAndNoneOfTheRest() {
        // Given:
        var bench = new LineBench(100, 2);

        // When:
        LineBench.Measured measured = bench.line();

        // Then:
        assertThat(measured.releases()).isEqualTo(6);
        assertThat(measured.rounds()).hasSize(2);
    }

    @Test
    void shouldRefuseToMeasureNothing() {
        // Given:
        // When:
        // Then:
        assertThatThrownBy(() -> new LineBench(100, 0)).isInstanceOf(CannotRun.class);
    }
}
