package org.computedivide.producers.line;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.computedivide.producers.fetch.Pace;

/**
 * Ends a pause between two rounds early when the monitor's clock jumps past its end: a clock that moves on by a day brings
 * a day's news, whatever time has passed in the room. Pauses that a site asked for are not ended.
 */
final class ClockWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration JUMP = Duration.ofSeconds(10);

    private final InstantSource clock;
    private Instant last;
    private long wakes;

    ClockWatch(InstantSource clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    /** Looks at the clock until the thread is interrupted. */
    void watch(Pace pace) throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            look();
            pace.pause(BETWEEN_LOOKS);
        }
    }

    synchronized void look() {
        Instant now = clock.instant();
        boolean jumped = Duration.between(last, now).compareTo(JUMP) > 0;
        last = now;
        if (jumped) {
            notifyAll();
        }
    }

    /**
     * Waits; a call to {@link #wake} ends all pauses that are under way.
     *
     * @param atMost in real time
     * @param due by the monitor's clock; only a jump is noticed
     */
    synchronized void pause(Duration atMost, Instant due) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        long begun = wakes;
        long left = atMost.toMillis();
        while (left > 0 && last.isBefore(due) && wakes == begun) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }

    /** Whether the clock has jumped past an instant. */
    synchronized boolean hasPassed(Instant due) {
        return !last.isBefore(due);
    }

    synchronized void wake() {
        wakes++;
        notifyAll();
    }
}
