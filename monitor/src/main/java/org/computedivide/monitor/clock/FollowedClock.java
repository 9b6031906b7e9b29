package org.computedivide.monitor.clock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.computedivide.monitor.CannotRun;

/**
 * A clock that asks a server, at most a hundred times a second. When the server does not answer, the last instant stands: a
 * clock that fails must not stop whoever asks for the time.
 */
final class FollowedClock implements InstantSource {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long FRESH_NANOS = Duration.ofMillis(10).toNanos();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest question;
    private Instant last;
    private long askedAt;

    private FollowedClock(URI server) throws IOException, InterruptedException {
        this.question = HttpRequest.newBuilder(server).timeout(PATIENCE).build();
        this.last = ask();
        this.askedAt = System.nanoTime();
    }

    /**
     * Asks once, so that a wrong address is known at the start.
     *
     * @throws CannotRun when it does not answer with an instant
     */
    static FollowedClock of(URI server) {
        try {
            return new FollowedClock(server);
        } catch (IOException | DateTimeParseException e) {
            throw new CannotRun(
                    "the clock at %s does not answer with {\"now\": INSTANT} (%s); start it or change --clock"
                            .formatted(server, e),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while asking the clock at " + server, e);
        }
    }

    @Override
    public synchronized Instant instant() {
        if (System.nanoTime() - askedAt > FRESH_NANOS) {
            try {
                last = ask();
            } catch (IOException | DateTimeParseException e) {
                // the last answer stands
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            askedAt = System.nanoTime();
        }
        return last;
    }

    private Instant ask() throws IOException, InterruptedException {
        JsonNode answer = MAPPER.readTree(
                client.send(question, HttpResponse.BodyHandlers.ofString()).body());
        return Instant.parse(answer.path("now").asText());
    }
}
