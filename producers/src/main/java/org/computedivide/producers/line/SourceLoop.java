package org.computedivide.producers.line;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.KafkaException;
import org.computedivide.avro.SourceHealth;
import org.computedivide.producers.fetch.Backoff;
import org.computedivide.producers.fetch.Failure;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.fetch.Pace;
import org.computedivide.producers.source.Source;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one source round after round, on a thread of its own, so that a source that fails or waits delays only itself.
 * Pauses are in real time; what is new is decided by the monitor's clock.
 */
final class SourceLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceLoop.class);
    private static final Backoff BETWEEN_ROUNDS = new Backoff(Duration.ofSeconds(20), Duration.ofMinutes(15));

    private final Source source;
    private final Fetcher fetcher;
    private final Supplier<Ledger> open;
    private final Health health;
    private final HealthBook book;
    private final InstantSource clock;
    private final Instant since;
    private final Rhythm rhythm;
    private @Nullable Ledger ledger;
    private int failures;

    /** How time passes between rounds. */
    record Rhythm(Pace pace, ClockWatch watch, double timeScale, RandomGenerator random) {

        Duration scaled(Duration duration) {
            return Duration.ofNanos((long) (duration.toNanos() * timeScale));
        }
    }

    SourceLoop(
            Source source,
            Fetcher fetcher,
            Ledger first,
            Supplier<Ledger> open,
            Health health,
            Optional<SourceHealth> before,
            InstantSource clock,
            Instant since,
            Rhythm rhythm) {
        this.source = source;
        this.fetcher = fetcher;
        this.ledger = first;
        this.open = open;
        this.health = health;
        this.book = new HealthBook(source.info(), before);
        this.clock = clock;
        this.since = since;
        this.rhythm = rhythm;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeLedger();
        }
    }

    /** One round, and the pause after it. What a round has seen is what there was when it began. */
    private void round() throws InterruptedException {
        Instant begun = clock.instant();
        Optional<Failure> failure = attempt();
        failures = failure.isPresent() ? failures + 1 : 0;
        if (failure.isPresent()) {
            Duration wait = waitAfter(failure.get());
            failed(failure.get(), begun, wait);
            health.publish(book.current());
            rhythm.pace().pause(wait);
        } else {
            Duration interval = source.info().interval();
            book.succeeded(begun, begun.plus(interval));
            health.publish(book.current());
            rhythm.watch().pause(rhythm.scaled(interval), begun.plus(interval));
        }
    }

    private Optional<Failure> attempt() throws InterruptedException {
        try {
            if (ledger == null) {
                ledger = open.get();
            }
            return new Round(source, fetcher, ledger, book, clock, since, System.currentTimeMillis()).run();
        } catch (KafkaException e) {
            closeLedger();
            if (Thread.currentThread().isInterrupted()
                    || e instanceof org.apache.kafka.common.errors.InterruptException) {
                throw new InterruptedException();
            }
            return Optional.of(Failure.failing("log", "what was seen could not be written: " + e.getMessage()));
        } catch (RuntimeException e) {
            // One source that stumbles over a page nobody thought of must not stop the others, nor itself for ever.
            closeLedger();
            LOG.atError()
                    .addKeyValue("source", source.info().id())
                    .setCause(e)
                    .log("a source failed in a way that was not foreseen");
            return Optional.of(Failure.failing("other", "unforeseen: " + e));
        }
    }

    private Duration waitAfter(Failure failure) {
        Duration backoff = rhythm.scaled(BETWEEN_ROUNDS.after(failures, rhythm.random()));
        Duration asked =
                failure.retryAt().map(at -> Duration.between(Instant.now(), at)).orElse(Duration.ZERO);
        return asked.compareTo(backoff) > 0 ? asked : backoff;
    }

    private void failed(Failure failure, Instant now, Duration wait) {
        book.failed(failure, now, now.plus(wait));
        LOG.atWarn()
                .addKeyValue("source", source.info().id())
                .addKeyValue("state", failure.state())
                .addKeyValue("detail", failure.detail())
                .addKeyValue("next", wait)
                .log("a source could not be read");
    }

    private void closeLedger() {
        if (ledger != null) {
            ledger.close();
            ledger = null;
        }
    }
}
