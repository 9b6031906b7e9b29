package org.computedivide.producers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.computedivide.avro.Observation;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.producers.fetch.Backoff;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.fetch.Manners;
import org.computedivide.producers.fetch.Pace;
import org.computedivide.producers.line.Line;
import org.computedivide.producers.source.Source;

/** All sources, running: what they announce goes to the log of record, each item exactly once for each version. */
public final class Producers implements AutoCloseable {

    static final Duration FIRST_LOOK_BACK = Duration.ofDays(7);

    private final ProducersSettings settings;
    private final InstantSource clock;
    private final Predicate<Observation> announcesModel;
    private final Line line;

    /**
     * @param bootstrapServers the Kafka cluster; the topics must exist
     * @param clock the monitor's clock, asked before each fetch; it may stand still or jump
     * @param announcesModel whether a paper, by title and abstract, looks like the announcement of a model; what is dear
     *     to ask for is asked for such papers only
     */
    public Producers(
            ProducersSettings settings,
            String bootstrapServers,
            TopicSerdes serdes,
            InstantSource clock,
            Predicate<Observation> announcesModel) {
        this.settings = settings;
        this.clock = clock;
        this.announcesModel = announcesModel;
        this.line = new Line(bootstrapServers, serdes, clock, fetcher(settings), settings.timeScale());
    }

    static Fetcher fetcher(ProducersSettings settings) {
        var manners = new Manners(
                settings.userAgent(),
                settings.mirror(),
                settings.hubToken().map(Secret::value),
                settings.connectTimeout(),
                settings.answerTimeout(),
                4,
                new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30)),
                settings.timeScale());
        return new Fetcher(manners, Pace.real(), RandomGenerator.getDefault());
    }

    /** Starts all configured sources and returns at once; what is bundled comes first, since it needs no network. */
    public void start() {
        Instant since = settings.since().orElseGet(() -> clock.instant().minus(FIRST_LOOK_BACK));
        List<Source> all = Sources.configured(settings, announcesModel);
        List<Source> bundled = all.stream().filter(Producers::isBundled).toList();
        List<Source> live = all.stream().filter(source -> !isBundled(source)).toList();
        line.start(List.of(bundled, live), since, false);
    }

    /**
     * Starts one source for the histories that are ordered of it, and asks for nothing new.
     *
     * @throws IllegalArgumentException when there is no such source
     */
    public void startHistories(String id) {
        Instant since = settings.since().orElseGet(() -> clock.instant().minus(FIRST_LOOK_BACK));
        line.start(List.of(List.of(Sources.named(id, settings, announcesModel))), since, true);
    }

    private static boolean isBundled(Source source) {
        return Optional.ofNullable(source.info().url().getScheme()).orElse("").equals("classpath");
    }

    @Override
    public void close() {
        line.close();
    }
}
