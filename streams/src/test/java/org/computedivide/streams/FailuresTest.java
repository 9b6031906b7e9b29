package org.computedivide.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Failures failures = new Failures(now::get);

    @Test
    void shouldWaitLongerTheOftenerItFailsInARow() {
        // Given:
        Duration first = failures.add(new IllegalStateException("one"));
        Duration second = failures.add(new IllegalStateException("two"));

        // When:
        Duration tenth = Duration.ZERO;
        for (int i = 3; i <= 10; i++) {
            tenth = failures.add(new IllegalStateException("again"));
        }

        // Then:
        assertThat(second).isEqualTo(first.multipliedBy(2));
        assertThat(tenth).isEqualTo(Duration.ofSeconds(30));
        assertThat(failures.count()).isEqualTo(10);
    }

    @Test
    void shouldBeginAnewAfterAQuietTime() {
        // Given:
        Duration first = failures.add(new IllegalStateException("one"));
        failures.add(new IllegalStateException("two"));
        now.set(NOON.plus(Duration.ofHours(1)));

        // When:
        Duration later = failures.add(new IllegalStateException("three"));

        // Then:
        assertThat(later).isEqualTo(first);
    }

    @Test
    void shouldNotWaitWhenAllIsToEnd() {
        // Given:
        failures.close();

        // When: // Then: it returns
        failures.rest(Duration.ofDays(1));
    }

    @Test
    void shouldSayWhatFailedAndCallItFailingForAWhile() {
        // Given:
        failures.add(new IllegalStateException("a record cannot be folded"));

        // When:
        var health = new TopologyHealth("tallies", KafkaStreams.State.RUNNING, failures.count(), failures.last());

        // Then:
        assertThat(health.isFailing(NOON.plusSeconds(60))).isTrue();
        assertThat(health.isFailing(NOON.plusSeconds(600))).isFalse();
        assertThat(health.said())
                .isEqualTo("the topology tallies is tried again after failure 1, at 2026-03-02T12:00:00Z:"
                        + " java.lang.IllegalStateException: a record cannot be folded");
    }
}
