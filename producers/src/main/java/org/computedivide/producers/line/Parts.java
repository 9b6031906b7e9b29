package org.computedivide.producers.line;

import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Validator;
import org.computedivide.producers.fetch.Failure;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.fetch.Outcome;
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
        Observation observation = draft.observation();
        for (Draft.Part part : draft.parts()) {
            Observation soFar = observation;
            Outcome<Observation> outcome = fetcher.fetch(
                    part.request(), Optional.empty(), page -> part.merge().into(soFar, Optional.of(page)));
            if (outcome instanceof Outcome.Absent<Observation> absent
                    && !absent.isEmptyPage()
                    && !part.absence().test(absent)) {
                return new Outcome.Failed<>(doubtful(part, absent));
            }
            Outcome<Observation> joined = outcome instanceof Outcome.Absent<Observation> absent && !absent.isEmptyPage()
                    ? without(part, soFar)
                    : outcome;
            if (joined instanceof Outcome.Failed<Observation> || joined instanceof Outcome.Absent<Observation>) {
                return joined;
            }
            observation = joined instanceof Outcome.Read<Observation> read ? read.value() : soFar;
        }
        return new Outcome.Read<>(observation, Validator.newBuilder().build());
    }

    private static Failure doubtful(Draft.Part part, Outcome.Absent<Observation> absent) {
        return Failure.failing(
                "status", part.request().uri() + " answered " + absent.status() + " without saying what is not there");
    }

    /** What the item is when the site says that the file is not there: as it stands, nothing, or nothing that can be taken. */
    private static Outcome<Observation> without(Draft.Part part, Observation observation) {
        Reading<Observation> reading = part.merge().into(observation, Optional.empty());
        if (reading instanceof Reading.Nothing<Observation>) {
            return new Outcome.Absent<>(200, "");
        }
        return reading instanceof Reading.Refused<Observation> refused
                ? new Outcome.Failed<>(
                        Failure.failing(refused.reason(), part.request().uri() + ": " + refused.detail()))
                : new Outcome.Read<>(
                        reading instanceof Reading.Read<Observation> read ? read.value() : observation,
                        Validator.newBuilder().build());
    }
}
