package org.computedivide.producers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Rejected;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.line.OneLook;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;

/** Asks sources once, as at a first start, and writes nothing: what would they emit? */
public final class SourceTrial {

    private final ProducersSettings settings;
    private final InstantSource clock;
    private final Fetcher fetcher;
    private final List<Source> sources;

    /**
     * @param announcesModel whether a paper, by title and abstract, looks like the announcement of a model
     * @throws IllegalArgumentException when the sources cannot be made of the settings
     */
    public SourceTrial(ProducersSettings settings, InstantSource clock, Predicate<Observation> announcesModel) {
        this.settings = settings;
        this.clock = clock;
        this.fetcher = Producers.fetcher(settings);
        this.sources = Sources.all(settings, announcesModel);
    }

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

    /** All sources that can be tried. */
    public List<SourceInfo> sources() {
        return sources.stream().map(Source::info).toList();
    }

    /**
     * Asks a source once.
     *
     * @param id of the source
     * @param items how many items are read with their further files
     * @throws IllegalArgumentException when there is no such source
     */
    public Result of(String id, int items) throws InterruptedException {
        Source source = sources.stream()
                .filter(one -> one.info().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Sources.unknown(List.of(id), sources));
        Instant now = clock.instant();
        Instant since = settings.since().orElse(now.minus(Producers.FIRST_LOOK_BACK));
        var observations = new ArrayList<Observation>();
        var rejected = new ArrayList<Rejected>();
        Optional<String> problem = OneLook.at(source, fetcher, now, since, items, observations, rejected);
        return new Result(observations, rejected, problem);
    }
}
