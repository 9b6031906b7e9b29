package org.computedivide.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.computedivide.streams.TopologyHealth.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The failures of the threads of one topology. Whoever fails again soon waits longer before the next attempt, so that a
 * record that cannot be folded does not keep the machine busy.
 */
final class Failures {

    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 6;

    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private long count;
    private int inARow;
    private @Nullable Failure last;

    Failures(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes one down and says how long to wait before the next attempt. */
    synchronized Duration add(Throwable failure) {
        Instant now = clock.instant();
        boolean again =
                last != null && last.at().plus(TopologyHealth.REMEMBERED).isAfter(now);
        inARow = again ? Math.min(inARow + 1, MOST_DOUBLINGS) : 0;
        count++;
        last = new Failure(now, root(failure).toString());
        Duration pause = SHORTEST.multipliedBy(1L << inARow);
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Waits, unless all is to end. */
    void rest(Duration pause) {
        try {
            closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody waits any more. */
    void close() {
        closed.countDown();
    }

    synchronized long count() {
        return count;
    }

    synchronized Optional<Failure> last() {
        return Optional.ofNullable(last);
    }
}
