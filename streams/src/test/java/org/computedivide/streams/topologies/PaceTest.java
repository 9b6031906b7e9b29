package org.computedivide.streams.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long BEGUN = 1_000_000;

    private final Pace pace =
            new Pace(Duration.ZERO, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(5));

    @Test
    void shouldRestAsLongAsIsAskedForWhileChangesCome() {
        // Given:
        pace.end(BEGUN, 100, 20_000);

        // When:
        pace.changed(BEGUN + 18_000);

        // Then:
        assertThat(pace.isDue(BEGUN + 19_999)).isFalse();
        assertThat(pace.isDue(BEGUN + 20_000)).isTrue();
    }

    @Test
    void shouldNotRestLongerThanTheLongestRest() {
        // Given:
        pace.changed(BEGUN);

        // When:
        pace.end(BEGUN, 0, 600_000);
        pace.changed(BEGUN + 59_000);

        // Then:
        assertThat(pace.isDue(BEGUN + 60_000)).isTrue();
    }

    @Test
    void shouldCutTheRestShortWhenNothingFollows() {
        // Given:
        pace.end(BEGUN, 100, 20_000);

        // When:
        pace.changed(BEGUN + 2_000);

        // Then:
        assertThat(pace.isDue(BEGUN + 6_999)).isFalse();
        assertThat(pace.isDue(BEGUN + 7_000)).isTrue();
    }

    @Test
    void shouldNotBeDueWithoutAChange() {
        // When:
        pace.begin();

        // Then:
        assertThat(pace.isDue(BEGUN)).isFalse();
    }
}
