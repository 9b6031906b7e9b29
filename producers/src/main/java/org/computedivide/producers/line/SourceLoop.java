package org.computedivide.producers.line;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.computedivide.avro.BackfillOrder;
import org.computedivide.avro.SourceHealth;
import org.computedivide.producers.fetch.Backoff;
import org.computedivide.producers.fetch.Failure;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.Span;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one source round after round, on a thread of its own, so that a source that fails or waits delays only itself.
 * Pauses are in real time; what is new is decided by the monitor's clock.
 */
final class SourceLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceLoop.class);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Backoff BETWEEN_ROUNDS = new Backoff(Duration.ofSeconds(20), Duration.ofMinutes(15));

    private final Source source;
    private final Fetcher fetcher;
    private final Supplier<Ledger> open;
    private final Health health;
    private final HealthBook book;
    private final InstantSource clock;
    private final Instant since;
    private final Rhythm rhythm;
    private final Histories histories;
    private @Nullable Ledger ledger;
    private int failures;
    private int failuresOfHistory;

    /**
     * What is loaded beside what is new.
     *
     * @param orders histories that are wanted
     * @param only whether nothing new is asked for
     */
    record Histories(Orders orders, boolean only) {}

    SourceLoop(
            Source source,
            Fetcher fetcher,
            Ledger first,
            Supplier<Ledger> open,
            Health health,
            Optional<SourceHealth> before,
            InstantSource clock,
            Instant since,
            Rhythm rhythm,
            Histories histories) {
        this.source = source;
        this.fetcher = fetcher;
        this.ledger = first;
        this.open = open;
        this.health = health;
        this.book = new HealthBook(source.info(), before);
        this.clock = clock;
        this.since = since;
        this.rhythm = rhythm;
        this.histories = histories;
    }

    @Override
    public void run() {
        try {
            health.publish(book.current());
            while (!Thread.currentThread().isInterrupted()) {
                if (histories.only()) {
                    meanwhile(AN_HOUR, Instant.MAX);
                } else {
                    round();
                }
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
        Optional<Failure> failure =
                attempt(opened -> round(source, source.info().id(), opened).run());
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
            meanwhile(rhythm.scaled(interval), begun.plus(interval));
        }
    }

    /** Until the next round is due: loads history page by page where it is wanted, or pages that could wait, else rests. */
    private void meanwhile(Duration atMost, Instant due) throws InterruptedException {
        long end = rhythm.pace().nanoTime() + atMost.toNanos();
        Duration left = atMost;
        while (left.toMillis() > 0 && !rhythm.watch().hasPassed(due)) {
            if (!hasLoadedAPage() && !hasAskedForWhatCanWait(due)) {
                rhythm.watch().pause(left, due);
            }
            left = Duration.ofNanos(end - rhythm.pace().nanoTime());
        }
    }

    /** Loads one page of the history that is wanted; whether there was one to load. */
    private boolean hasLoadedAPage() throws InterruptedException {
        Optional<Backfill> wanted = histories.orders().of(source.info().id()).flatMap(this::wanted);
        if (wanted.isEmpty()) {
            return false;
        }
        Backfill backfill = wanted.get();
        SourceHealth before = book.current();
        var due = new AtomicBoolean();
        Optional<Failure> failure = attempt(opened -> {
            String cursor = Backfill.cursorOf(source.info().id());
            book.loading(backfill.order());
            Step step = round(backfill, cursor, opened).step();
            due.set(step.due());
            book.loaded(step, backfill.done(opened.memory().position(cursor)));
            return step.failure();
        });
        if (failure.isPresent()) {
            book.notLoaded(failure.get());
        }
        if (!book.current().equals(before)) {
            health.publish(book.current());
        }
        pauseAfter(failure);
        return due.get() || failure.isPresent();
    }

    /** Asks for one page that could wait; whether there was one to ask for. */
    private boolean hasAskedForWhatCanWait(Instant due) throws InterruptedException {
        if (histories.only()) {
            return false;
        }
        SourceHealth before = book.current();
        var asked = new AtomicBoolean();
        Optional<Failure> failure = attempt(opened -> {
            Step step = round(source, source.info().id(), opened).whatCanWait();
            asked.set(step.due());
            return step.failure();
        });
        failures = failure.isPresent() ? failures + 1 : asked.get() ? 0 : failures;
        if (failure.isPresent()) {
            Duration wait = waitAfter(failure.get());
            failed(failure.get(), clock.instant(), wait);
            rhythm.watch().pause(wait, due);
        }
        if (!book.current().equals(before)) {
            health.publish(book.current());
        }
        return asked.get() || failure.isPresent();
    }

    private void pauseAfter(Optional<Failure> failure) throws InterruptedException {
        failuresOfHistory = failure.isPresent() ? failuresOfHistory + 1 : 0;
        if (failure.isPresent()) {
            rhythm.pace().pause(waitAfter(failure.get(), failuresOfHistory));
        }
    }

    private Optional<Backfill> wanted(BackfillOrder order) {
        if (!order.getState().equals("wanted")) {
            book.paused(order).ifPresent(health::publish);
            return Optional.empty();
        }
        return source.history(new Span(LocalDate.parse(order.getFrom()), LocalDate.parse(order.getTo())))
                .map(history -> new Backfill(history, order));
    }

    /** Something that needs the log. */
    @FunctionalInterface
    private interface Attempt {
        Optional<Failure> with(Ledger ledger) throws InterruptedException;
    }

    private Round round(Source asked, String reading, Ledger opened) {
        return new Round(asked, reading, fetcher, opened, book, clock, since, System.currentTimeMillis());
    }

    private Optional<Failure> attempt(Attempt attempt) throws InterruptedException {
        try {
            if (ledger == null) {
                ledger = open.get();
            }
            return attempt.with(ledger);
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
        return waitAfter(failure, failures);
    }

    private Duration waitAfter(Failure failure, int inARow) {
        Duration backoff = rhythm.scaled(BETWEEN_ROUNDS.after(inARow, rhythm.random()));
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
        if (ledger == null) {
            return;
        }
        // A thread that is told to stop would not wait for the producer to close.
        boolean stopped = Thread.interrupted();
        ledger.close();
        ledger = null;
        if (stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
