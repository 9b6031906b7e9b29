package org.computedivide.producers.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of everything that goes out.
 *
 * @param userAgent who we say we are
 * @param mirror a stand-in for the whole web
 * @param hubToken sent to the Hub only
 * @param connectTimeout time to connect
 * @param answerTimeout time for one whole answer
 * @param tries how often an address is tried in one go
 * @param backoff how long between them
 * @param timeScale factor on our own pauses; 1 except against a mirror that shortens its limits
 */
public record Manners(
        String userAgent,
        Optional<URI> mirror,
        Optional<String> hubToken,
        Duration connectTimeout,
        Duration answerTimeout,
        int tries,
        Backoff backoff,
        double timeScale) {

    public Manners {
        if (tries < 1 || timeScale <= 0 || userAgent.isBlank()) {
            throw new IllegalArgumentException("manners need at least one try, a positive time scale, a user agent");
        }
    }

    Duration scaled(Duration duration) {
        return Duration.ofNanos((long) (duration.toNanos() * timeScale));
    }
}
