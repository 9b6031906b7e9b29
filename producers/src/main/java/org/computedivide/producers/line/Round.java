package org.computedivide.producers.line;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.computedivide.avro.Cursor;
import org.computedivide.avro.Seen;
import org.computedivide.avro.Validator;
import org.computedivide.producers.fetch.Failure;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.fetch.Outcome;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Positions;
import org.computedivide.producers.source.Rejects;
import org.computedivide.producers.source.Source;

/**
 * One round of one source: asks where to look until nothing more is due, and commits page by page. A page whose items
 * need further files is committed in slices; only the last slice moves the cursor, so a crash in between repeats the
 * page, and the marks of what was seen keep it from being fetched or written again. An item of which a file cannot be read
 * keeps the cursor where it is, as long as {@link Items} would try it again.
 */
final class Round {

    private static final int SLICE = 20;

    private final Source source;
    private final String reading;
    private final Fetcher fetcher;
    private final Items items;
    private final Ledger ledger;
    private final HealthBook health;
    private final InstantSource clock;
    private final Instant since;
    private final long number;

    /**
     * @param reading name of the cursor: the source's id for what is new, another one for its history
     */
    Round(
            Source source,
            String reading,
            Fetcher fetcher,
            Ledger ledger,
            HealthBook health,
            InstantSource clock,
            Instant since,
            long number) {
        this.source = source;
        this.reading = reading;
        this.fetcher = fetcher;
        this.items = new Items(source.info().id(), new Parts(fetcher), ledger.memory(), clock);
        this.ledger = ledger;
        this.health = health;
        this.clock = clock;
        this.since = since;
        this.number = number;
    }

    /** Runs the round; a failure ends it where it stands. */
    Optional<Failure> run() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            Step step = step();
            if (!step.due() || step.failure().isPresent()) {
                return step.failure();
            }
        }
        throw new InterruptedException();
    }

    /** Asks for one page. */
    Step step() throws InterruptedException {
        return step(source::next);
    }

    /** Asks for one page that no round is late for. */
    Step whatCanWait() throws InterruptedException {
        return step(source::whatCanWait);
    }

    private Step step(Function<Look, Optional<Request>> where) throws InterruptedException {
        Look look = new Look(ledger.memory().position(reading), ledger.memory(), clock.instant(), since, number);
        Optional<Request> request = where.apply(look);
        return request.isEmpty() ? Step.NOTHING_DUE : new Step(true, page(look, request.get()));
    }

    private Optional<Failure> page(Look look, Request request) throws InterruptedException {
        Outcome<Batch> outcome = fetcher.fetch(request, validator(request), page -> source.parse(look, request, page));
        if (outcome instanceof Outcome.Read<Batch> read) {
            return take(look, request, read.value(), read.validator());
        }
        if (outcome instanceof Outcome.Unchanged<Batch>) {
            commit(new Writes(), cursor(look, source.unchanged(look, request), Map.of()));
            return Optional.empty();
        }
        if (outcome instanceof Outcome.Absent<Batch> absent) {
            Optional<Batch> meant = source.absent(look, request, absent);
            if (meant.isPresent()) {
                return take(look, request, meant.get(), Validator.newBuilder().build());
            }
        }
        Failure failure = refused(look, request, outcome);
        if (!request.item().isEmpty() && failure.ofContent()) {
            // One answer that cannot be read must not hold up the look around; the item's turn comes again.
            commit(new Writes(), cursor(look, source.unchanged(look, request), Map.of()));
            return Optional.empty();
        }
        return Optional.of(failure);
    }

    private Optional<Validator> validator(Request request) {
        if (!request.item().isEmpty()) {
            return ledger.memory()
                    .of(request.item())
                    .map(seen -> Validator.newBuilder()
                            .setEtag(seen.getPageEtag())
                            .setLastModified("")
                            .build());
        }
        return request.conditional()
                ? Optional.ofNullable(
                        ledger.memory().validators(reading).get(request.uri().toString()))
                : Optional.empty();
    }

    private Failure refused(Look look, Request request, Outcome<Batch> outcome) {
        Failure failure = outcome instanceof Outcome.Failed<Batch> failed
                ? failed.failure()
                : Failure.failing(
                        "status", request.uri() + " is not there (" + ((Outcome.Absent<Batch>) outcome).status() + ")");
        if (failure.ofContent()) {
            var writes = new Writes();
            writes.pageRefused = true;
            writes.rejected.add(Rejects.of(
                    source.info().id(),
                    request.uri().toString(),
                    request.uri().toString(),
                    failure.reason(),
                    failure.detail(),
                    failure.excerpt(),
                    look.now()));
            commit(writes, Optional.empty());
        }
        return failure;
    }

    private Optional<Failure> take(Look look, Request request, Batch batch, Validator validator)
            throws InterruptedException {
        var writes = new Writes();
        writes.rejected.addAll(batch.rejected());
        Optional<Failure> later = Optional.empty();
        for (Draft draft : batch.drafts()) {
            if (!draft.parts().isEmpty() && writes.seen.size() >= SLICE) {
                commit(writes, Optional.empty());
                writes = new Writes();
            }
            Optional<Failure> failure = items.take(look, draft, writes);
            if (failure.filter(problem -> !problem.ofContent()).isPresent()) {
                commit(writes, Optional.empty());
                return failure;
            }
            later = later.or(() -> failure);
        }
        if (later.isPresent()) {
            commit(writes, Optional.empty());
            return later;
        }
        keepEtag(request.item(), validator.getEtag(), writes);
        Map<String, Validator> kept =
                request.conditional() ? Map.of(request.uri().toString(), validator) : Map.of();
        commit(writes, cursor(look, batch.position(), kept));
        return Optional.empty();
    }

    /** What an item's own page was marked with goes to what was seen of the item. */
    private void keepEtag(String item, String etag, Writes writes) {
        Optional<Seen> known = Optional.ofNullable(writes.seen.get(item))
                .or(() -> ledger.memory().of(item))
                .filter(seen -> !seen.getPageEtag().equals(etag));
        if (!item.isEmpty() && known.isPresent()) {
            writes.seen.put(item, Seen.newBuilder(known.get()).setPageEtag(etag).build());
        }
    }

    private Cursor cursor(Look look, String position, Map<String, Validator> changed) {
        var validators = new HashMap<>(ledger.memory().validators(reading));
        validators.putAll(changed);
        return Cursor.newBuilder()
                .setSource(reading)
                .setPosition(position)
                .setValidators(validators)
                .setUpdatedAt(look.now())
                .build();
    }

    /** A cursor that only says that another round was made is remembered and not written. */
    private boolean isSame(Cursor next) {
        String before = ledger.memory().position(reading);
        return next.getValidators().equals(ledger.memory().validators(reading))
                && Positions.lasting(next.getPosition()).equals(Positions.lasting(before));
    }

    private void commit(Writes writes, Cursor next) {
        boolean same = isSame(next);
        commit(writes, same ? Optional.empty() : Optional.of(next));
        if (same) {
            ledger.memory().remember(next);
        }
    }

    private void commit(Writes writes, Optional<Cursor> cursor) {
        writes.cursor = cursor;
        ledger.commit(writes);
        health.wrote(writes);
    }
}
