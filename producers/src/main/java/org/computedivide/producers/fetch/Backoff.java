package org.computedivide.producers.fetch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential back-off with full jitter: a random time between nothing and a bound that doubles with each try, so that
 * many clients do not come back together (Brooker 2015, AWS Architecture Blog).
 *
 * @param base bound before the second try
 * @param cap bound of any later one
 */
public record Backoff(Duration base, Duration cap) {

    /** How long to wait after so many failed tries (one or more). */
    public Duration after(int failures, RandomGenerator random) {
        long bound = Math.min(cap.toMillis(), base.toMillis() << Math.min(failures - 1, 20));
        return Duration.ofMillis(random.nextLong(Math.max(1, bound) + 1));
    }
}
