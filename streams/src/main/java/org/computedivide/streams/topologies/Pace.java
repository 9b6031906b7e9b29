package org.computedivide.streams.topologies;

import java.time.Duration;

/**
 * When to publish what changes all the time: after changes have been quiet for a moment, not later than a longest wait,
 * and never so often that the work would fill more than a tenth of the time, unless nothing follows. Times are
 * milliseconds of the wall clock.
 */
final class Pace {

    private static final int REST_PER_WORK = 10;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final long quiet;
    private final long shortestRest;
    private final long longestRest;
    private final long settled;
    private long firstChange = NEVER;
    private long lastChange = NEVER;
    private long restUntil = NEVER;

    /**
     * @param quiet how long nothing must have changed
     * @param shortestRest after work, however short it was
     * @param longestRest after work, however long it was; also the longest time that changes wait for quiet
     * @param settled after so long without a change nothing more is to be expected, and the rest is over
     */
    Pace(Duration quiet, Duration shortestRest, Duration longestRest, Duration settled) {
        this.quiet = quiet.toMillis();
        this.shortestRest = shortestRest.toMillis();
        this.longestRest = longestRest.toMillis();
        this.settled = settled.toMillis();
    }

    void changed(long now) {
        firstChange = firstChange == NEVER ? now : firstChange;
        lastChange = now;
    }

    /** Takes back the rest that is left: what has changed now shall not wait for it. */
    void hurry() {
        restUntil = NEVER;
    }

    boolean isDue(long now) {
        if (firstChange == NEVER) {
            return false;
        }
        boolean isQuiet = now - lastChange >= quiet || now - firstChange >= longestRest;
        return isQuiet && (now >= restUntil || now - lastChange >= settled);
    }

    void begin() {
        firstChange = NEVER;
    }

    void end(long now, long work) {
        end(now, work, 0);
    }

    /** The same, with a rest that is asked for. */
    void end(long now, long work, long rest) {
        restUntil = now + Math.min(longestRest, Math.max(Math.max(shortestRest, rest), work * REST_PER_WORK));
    }
}
