package org.computedivide.monitor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.computedivide.monitor.CannotRun;
import org.junit.jupiter.api.Test;

class NameBenchTest {

    @Test
    void shouldMakeOneReleaseOfEachBase() {
        // Given:
        var bench = new NameBench(2_000, 500);

        // When:
        NameBench.Measured measured = bench.run();

        // Then:
        assertThat(measured.releases()).isEqualTo(200);
        assertThat(measured.resolvingLast().time())
                .isLessThan(measured.resolving().time());
        assertThat(measured.heldBytes()).isPositive();
    }

    @Test
    void shouldRefuseMoreNamesAtTheEndThanInAll() {
        // Given:
        // When:
        // Then:
        assertThatThrownBy(() -> new NameBench(10, 11)).isInstanceOf(CannotRun.class);
    }
}
