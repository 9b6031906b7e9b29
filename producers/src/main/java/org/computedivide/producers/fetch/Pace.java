package org.computedivide.producers.fetch;

import java.time.Duration;

/**
 * Real time, for waiting: how long a site is left in peace has nothing to do with the monitor's clock, which may stand
 * still or jump.
 */
public interface Pace {

    /** Nanoseconds that only ever grow. */
    long nanoTime();

    /** Waits. */
    void pause(Duration duration) throws InterruptedException;

    /** The clock of the machine. */
    static Pace real() {
        return new Pace() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                if (!duration.isNegative() && !duration.isZero()) {
                    Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
                }
            }
        };
    }
}
