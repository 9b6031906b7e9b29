package org.computedivide.monitor.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.replay.Stage;
import org.computedivide.streams.StreamsApp;
import org.computedivide.streams.topologies.FactsTopology;
import org.computedivide.streams.topologies.ReleasesTopology;

/**
 * How long observations take to become releases (facts read, families joined, estimates made), beside a topology that
 * only copies them. Each run has a broker of its own; a time begins with the first observation written and ends when the
 * last topology has committed the last, exactly once. A first round, which is not counted, warms up.
 *
 * @param next how many observations come in a round
 * @param rounds how often so many come
 */
public record LineBench(int next, int rounds) {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int THREADS = 2;

    public LineBench {
        if (next < 1 || rounds < 1) {
            throw new CannotRun("there must be at least one round of at least one observation");
        }
    }

    /**
     * What was measured.
     *
     * @param rounds how long each took
     * @param releases that came out of all of them, the first round included
     */
    public record Measured(List<Duration> rounds, int releases) {

        public Measured {
            rounds = List.copyOf(rounds);
        }
    }

    /** From observations to releases. */
    public Measured line() {
        try (Stage stage = stage()) {
            StreamsApp facts = stage.run("facts", FactsTopology.build(stage.serdes()), THREADS);
            StreamsApp releases = stage.run("releases", ReleasesTopology.build(stage.serdes()), 1);
            List<Duration> times = rounds(stage, written -> {
                stage.arrivals().awaitRead(facts.group(), written);
                stage.arrivals().awaitRead(releases, Topics.EVIDENCE);
            });
            return new Measured(times, stage.topics().latest(Topics.RELEASES).size());
        }
    }

    /** Copied only. */
    public List<Duration> passThrough() {
        try (Stage stage = stage()) {
            stage.create(PassThrough.COPIES);
            StreamsApp copies = stage.run("copies", PassThrough.of(Topics.OBSERVATIONS, stage.serdes()), THREADS);
            return rounds(stage, written -> stage.arrivals().awaitRead(copies.group(), written));
        }
    }

    private static Stage stage() {
        return Stage.open(Topics.OBSERVATIONS.partitions(), LONGEST);
    }

    private List<Duration> rounds(Stage stage, Consumer<Map<TopicPartition, Long>> awaiting) {
        var times = new ArrayList<Duration>();
        for (int round = 0; round <= rounds; round++) {
            var coming = MadeObservations.from((long) round * next, next);
            long begun = System.nanoTime();
            awaiting.accept(stage.write(Topics.OBSERVATIONS, coming, MadeObservations::key, MadeReleases.TODAY));
            times.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        return times.subList(1, times.size());
    }
}
