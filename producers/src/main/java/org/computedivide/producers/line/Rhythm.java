package org.computedivide.producers.line;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.computedivide.producers.fetch.Pace;

/**
 * How time passes between rounds.
 *
 * @param timeScale factor on our own pauses
 */
record Rhythm(Pace pace, ClockWatch watch, double timeScale, RandomGenerator random) {

    Duration scaled(Duration duration) {
        return Duration.ofNanos((long) (duration.toNanos() * timeScale));
    }
}
