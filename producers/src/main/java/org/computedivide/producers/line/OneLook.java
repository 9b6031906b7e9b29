package org.computedivide.producers.line;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Rejected;
import org.computedivide.producers.fetch.Failure;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.fetch.Outcome;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Rejects;
import org.computedivide.producers.source.SeenItems;
import org.computedivide.producers.source.Source;

/** The first page of a source that was never asked before, without a log. */
public final class OneLook {

    private OneLook() {}

    /**
     * Asks once.
     *
     * @param items how many items are read with their further files, which are fetched one by one
     * @return why it could not be read; empty when it could
     */
    public static Optional<String> at(
            Source source,
            Fetcher fetcher,
            Instant now,
            Instant since,
            int items,
            List<Observation> observations,
            List<Rejected> rejected)
            throws InterruptedException {
        Look look = new Look("", SeenItems.NONE, now, since, 1);
        Optional<Request> request = source.next(look);
        if (request.isEmpty()) {
            return Optional.of("the source has nowhere to look at this time");
        }
        Outcome<Batch> outcome =
                fetcher.fetch(request.get(), Optional.empty(), page -> source.parse(look, request.get(), page));
        if (outcome instanceof Outcome.Failed<Batch> failed) {
            return Optional.of(failed.failure().detail());
        }
        if (!(outcome instanceof Outcome.Read<Batch> read)) {
            return Optional.of(request.get().uri() + " is not there");
        }
        rejected.addAll(read.value().rejected());
        var parts = new Parts(fetcher);
        Optional<Failure> problem = whole(read.value().drafts(), parts, now, items, observations, rejected);
        Look next = new Look(read.value().position(), SeenItems.NONE, now, since, 1);
        for (int i = 0;
                i < items && problem.isEmpty() && source.whatCanWait(next).isPresent();
                i++) {
            Request page = source.whatCanWait(next).orElseThrow();
            Look asked = next;
            Outcome<Batch> answer = fetcher.fetch(page, Optional.empty(), found -> source.parse(asked, page, found));
            if (answer instanceof Outcome.Failed<Batch> failed) {
                return Optional.of(failed.failure().detail());
            }
            if (answer instanceof Outcome.Read<Batch> found) {
                problem = whole(found.value().drafts(), parts, now, items, observations, rejected);
            }
            next = new Look(source.unchanged(asked, page), SeenItems.NONE, now, since, 1);
        }
        return problem.map(Failure::detail);
    }

    private static Optional<Failure> whole(
            List<Draft> drafts,
            Parts parts,
            Instant now,
            int items,
            List<Observation> observations,
            List<Rejected> rejected)
            throws InterruptedException {
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            Outcome<Observation> outcome = parts.complete(i < items ? draft : Draft.of(draft.observation()));
            if (outcome instanceof Outcome.Read<Observation> read) {
                Stamp.of(draft, read.value(), Optional.empty(), now)
                        .observation()
                        .ifPresent(observations::add);
                continue;
            }
            if (outcome instanceof Outcome.Absent<Observation>) {
                continue;
            }
            Failure failure = ((Outcome.Failed<Observation>) outcome).failure();
            if (!failure.ofContent()) {
                return Optional.of(failure);
            }
            rejected.add(refused(draft, failure, now));
        }
        return Optional.empty();
    }

    private static Rejected refused(Draft draft, Failure failure, Instant now) {
        return Rejects.of(
                draft.observation().getSource(),
                draft.nativeId(),
                draft.observation().getUrl(),
                failure.reason(),
                failure.detail(),
                failure.excerpt(),
                now);
    }
}
