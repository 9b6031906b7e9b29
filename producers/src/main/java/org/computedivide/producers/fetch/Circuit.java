package org.computedivide.producers.fetch;

import java.time.Duration;

/** Leaves a failing site alone: opens after several failures in a row, lets one try through when the time is over. */
final class Circuit {

    private final int limit;
    private final Duration rest;
    private final Pace pace;
    private int failures;
    private long openUntil;

    Circuit(int limit, Duration rest, Pace pace) {
        this.limit = limit;
        this.rest = rest;
        this.pace = pace;
    }

    /** How long the site still rests; zero when it may be asked. */
    Duration resting() {
        return failures < limit ? Duration.ZERO : Duration.ofNanos(Math.max(0, openUntil - pace.nanoTime()));
    }

    /** Takes down how a try went. */
    void note(boolean succeeded) {
        failures = succeeded ? 0 : failures + 1;
        if (failures >= limit) {
            openUntil = pace.nanoTime() + rest.toNanos();
        }
    }
}
