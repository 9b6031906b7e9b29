package org.computedivide.producers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Rejected;
import org.computedivide.producers.line.OneLook;
import org.computedivide.producers.source.Source;

/** Asks one source once, as at a first start, and writes nothing: what would it emit? */
public final class SourceTrial {

    private SourceTrial() {}

    /**
     * What came of a trial.
     *
     * @param observations what would be written; of items with further files only the first few have them
     * @param rejected items that would be refused
     * @param problem why the source could not be read, one sentence; empty when it could
     */
    public record Result(List<Observation> observations, List<Rejected> rejected, Optional<String> problem) {

        public Result {
            observations = List.copyOf(observations);
            rejected = List.copyOf(rejected);
        }
    }

    /**
     * Asks a source once.
     *
     * @param id of the source
     * @throws IllegalArgumentException when there is no such source
     */
    public static Result of(String id, ProducersSettings settings, InstantSource clock) throws InterruptedException {
        Source source = Sources.all(settings).stream()
                .filter(one -> one.info().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Sources.unknown(List.of(id), Sources.all(settings)));
        Instant now = clock.instant();
        Instant since = settings.since().orElse(now.minus(Producers.FIRST_LOOK_BACK));
        var observations = new ArrayList<Observation>();
        var rejected = new ArrayList<Rejected>();
        Optional<String> problem = OneLook.at(source, Producers.fetcher(settings), now, since, observations, rejected);
        return new Result(observations, rejected, problem);
    }
}
