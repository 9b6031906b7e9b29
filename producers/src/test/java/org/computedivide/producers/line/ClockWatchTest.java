package org.computedivide.producers.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

    private static final Instant NOW = Instant.parse("2026-02-16T12:00:00Z");

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    private final ClockWatch watch = new ClockWatch(clock::get);

    @Test
    void shouldEndAPauseWhenTheClockJumpsPastIt() {
        // Given:
        CompletableFuture<Void> pause = paused(Duration.ofHours(1), NOW.plus(Duration.ofMinutes(15)));

        // When:
        clock.set(NOW.plus(Duration.ofDays(1)));
        watch.look();

        // Then:
        assertThat(pause).succeedsWithin(Duration.ofMinutes(2));
    }

    @Test
    void shouldGoOnWaitingWhenTheClockJumpsLessFar() {
        // Given:
        CompletableFuture<Void> pause = paused(Duration.ofHours(1), NOW.plus(Duration.ofMinutes(15)));

        // When:
        clock.set(NOW.plus(Duration.ofMinutes(14)));
        watch.look();

        // Then:
        assertThat(pause).isNotDone();
        clock.set(NOW.plus(Duration.ofMinutes(16)));
        watch.look();
        assertThat(pause).succeedsWithin(Duration.ofMinutes(2));
    }

    @Test
    void shouldEndAPauseAfterItsTimeWhenTheClockStands() {
        // When: Then:
        assertThat(paused(Duration.ofMillis(20), NOW.plus(Duration.ofDays(9)))).succeedsWithin(Duration.ofMinutes(2));
    }

    /** Begins to wait on a thread of its own. */
    private CompletableFuture<Void> paused(Duration atMost, Instant due) {
        var waiting = new AtomicReference<Thread>();
        CompletableFuture<Void> pause = CompletableFuture.runAsync(() -> {
            waiting.set(Thread.currentThread());
            try {
                watch.pause(atMost, due);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> pause.isDone()
                        || (waiting.get() != null && waiting.get().getState() == Thread.State.TIMED_WAITING));
        return pause;
    }
}
