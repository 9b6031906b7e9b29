package org.computedivide.producers.line;

import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Validator;
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

    /** The whole observation, or the failure of the first file that could not be had. */
    Outcome<Observation> complete(Draft draft) throws InterruptedException {
        Observation observation = draft.observation();
        for (Draft.Part part : draft.parts()) {
            Observation soFar = observation;
            Outcome<Observation> outcome = fetcher.fetch(
                    part.request(), Optional.empty(), page -> part.merge().into(soFar, Optional.of(page)));
            if (outcome instanceof Outcome.Failed<Observation>) {
                return outcome;
            }
            observation = outcome instanceof Outcome.Read<Observation> read ? read.value() : without(part, soFar);
        }
        return new Outcome.Read<>(observation, Validator.newBuilder().build());
    }

    private static Observation without(Draft.Part part, Observation observation) {
        return part.merge().into(observation, Optional.empty()) instanceof Reading.Read<Observation> read
                ? read.value()
                : observation;
    }
}
