package org.computedivide.producers.line;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Validator;
import org.computedivide.producers.fetch.Failure;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.fetch.Outcome;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.source.Draft;

/** Fetches the further files of an item. */
final class Parts {

    private final Fetcher fetcher;

    Parts(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** The whole observation, nothing when a file without which it is none is absent, or the failure of the first one. */
    Outcome<Observation> complete(Draft draft) throws InterruptedException {
        return complete(draft, failure -> false);
    }

    /**
     * The observation without the files that cannot be read.
     *
     * @param leftOut why, of each
     */
    Outcome<Observation> readable(Draft draft, List<Failure> leftOut) throws InterruptedException {
        return complete(draft, failure -> failure.ofContent() && leftOut.add(failure));
    }

    private Outcome<Observation> complete(Draft draft, Predicate<Failure> mayBeLeftOut) throws InterruptedException {
        Observation observation = draft.observation();
        for (Draft.Part part : draft.parts()) {
            Outcome<Observation> joined = joined(part, observation);
            if (joined instanceof Outcome.Failed<Observation> failed && mayBeLeftOut.test(failed.failure())) {
                joined = without(part, observation);
            }
            if (joined instanceof Outcome.Failed<Observation> || joined instanceof Outcome.Absent<Observation>) {
                return joined;
            }
            observation = joined instanceof Outcome.Read<Observation> read ? read.value() : observation;
        }
        return new Outcome.Read<>(observation, Validator.newBuilder().build());
    }

    private Outcome<Observation> joined(Draft.Part part, Observation soFar) throws InterruptedException {
        Outcome<Page> file = new Confirmation(fetcher, part.request(), page -> readable(part, soFar, page)).fetch();
        if (file instanceof Outcome.Read<Page> read) {
            return merged(part, soFar, Optional.of(read.value()));
        }
        if (file instanceof Outcome.Absent<Page> absent && absent.isEmptyPage()) {
            return new Outcome.Absent<>(absent.status(), absent.code());
        }
        if (file instanceof Outcome.Absent<Page> absent) {
            return part.absence().test(absent) ? without(part, soFar) : new Outcome.Failed<>(doubtful(part, absent));
        }
        return new Outcome.Failed<>(((Outcome.Failed<Page>) file).failure());
    }

    private static Failure doubtful(Draft.Part part, Outcome.Absent<Page> absent) {
        return Failure.failing(
                "status", part.request().uri() + " answered " + absent.status() + " without saying what is not there");
    }

    /** What the item is without the file: as it stands, nothing, or nothing that can be taken. */
    private static Outcome<Observation> without(Draft.Part part, Observation observation) {
        return merged(part, observation, Optional.empty());
    }

    private static Outcome<Observation> merged(Draft.Part part, Observation observation, Optional<Page> file) {
        Reading<Observation> reading = part.merge().into(observation, file);
        if (reading instanceof Reading.Read<Observation> read) {
            return new Outcome.Read<>(read.value(), Validator.newBuilder().build());
        }
        if (reading instanceof Reading.Nothing<Observation>) {
            return new Outcome.Absent<>(200, "");
        }
        return reading instanceof Reading.Refused<Observation> refused
                ? new Outcome.Failed<>(
                        Failure.failing(refused.reason(), part.request().uri() + ": " + refused.detail()))
                : new Outcome.Read<>(observation, Validator.newBuilder().build());
    }

    /** A file counts as read when it can be put into the observation; else the try has failed. */
    private static Reading<Page> readable(Draft.Part part, Observation soFar, Page page) {
        Reading<Observation> reading = part.merge().into(soFar, Optional.of(page));
        if (reading instanceof Reading.Refused<Observation> refused) {
            return Reading.refused(refused.reason(), refused.detail());
        }
        if (reading instanceof Reading.Nothing<Observation>) {
            return new Reading.Nothing<>();
        }
        return reading instanceof Reading.PageChanged<Observation> changed
                ? new Reading.PageChanged<>(changed.selector())
                : Reading.read(page);
    }
}
