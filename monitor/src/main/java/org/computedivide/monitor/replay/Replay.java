package org.computedivide.monitor.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Release;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.StreamsApp;
import org.computedivide.streams.rules.tallies.TallyBook;
import org.computedivide.streams.rules.trends.Trends;
import org.computedivide.streams.topologies.CorrectionsTopology;
import org.computedivide.streams.topologies.ReplayTopology;
import org.computedivide.streams.topologies.TalliesTopology;
import org.computedivide.streams.topologies.TrendsTopology;

/**
 * One or more states of a facts table, in order, through the topologies on a broker of their own: rows become releases
 * over all partitions of the observations, and from the releases on everything is as in the running monitor.
 */
public final class Replay {

    private static final int THREADS = 2;

    /**
     * What the topics hold in the end, by key; corrections in the order in which they were written.
     */
    public record Outcome(
            SortedMap<String, Release> releases,
            SortedMap<String, Tally> tallies,
            SortedMap<String, Trend> trends,
            List<Correction> corrections) {

        /** What the topics of a stage hold now. */
        static Outcome of(Stage stage) {
            var corrections = new ArrayList<Correction>();
            stage.topics().read(Topics.CORRECTIONS, corrections::add);
            return new Outcome(
                    latest(stage, Topics.RELEASES, Release::getFamilyId),
                    latest(stage, Topics.TALLIES, TallyBook::key),
                    latest(stage, Topics.TRENDS, Trends::key),
                    corrections);
        }

        private static <V extends SpecificRecord> SortedMap<String, V> latest(
                Stage stage, Topic<V> topic, Function<V, String> key) {
            var rows = new TreeMap<String, V>();
            stage.topics().latest(topic).forEach(row -> rows.put(key.apply(row), row));
            return rows;
        }
    }

    private final Stage stage;
    private final List<StreamsApp> readers;
    private final StreamsApp rows;

    private Replay(Stage stage) {
        this.stage = stage;
        this.rows = stage.run("replay", ReplayTopology.build(stage.serdes()), THREADS);
        this.readers = List.of(
                stage.run("tallies", TalliesTopology.build(stage.serdes()), 1),
                stage.run("trends", TrendsTopology.build(stage.serdes()), 1),
                stage.run("corrections", CorrectionsTopology.build(stage.serdes()), 1));
    }

    /** Runs the states through and stops the broker. */
    public static Outcome of(List<FactsFile> states) {
        try (Stage stage = Stage.open()) {
            var replay = new Replay(stage);
            Snapshots.of(states).forEach(replay::take);
            return Outcome.of(stage);
        }
    }

    /** The day begins when all its releases are counted, so that what is published on it is whole. */
    private void take(Snapshots.Step step) {
        stage.write(Topics.OBSERVATIONS, step.observations(), Replay::key, step.today());
        stage.arrivals().awaitRead(rows, Topics.OBSERVATIONS);
        readers.forEach(reader -> stage.arrivals().awaitRead(reader, Topics.RELEASES));
        var tallies = stage.arrivals().mark(Topics.TALLIES);
        var trends = stage.arrivals().mark(Topics.TRENDS);
        String today = step.today().toString();
        stage.begin(step.today());
        tallies.await(row -> row.getWindow().equals("all") && row.getDay().equals(today));
        if (step.dated()) {
            trends.await(row -> row.getDay().equals(today));
        }
    }

    private static String key(Observation row) {
        return row.getSource() + "/" + row.getNativeId();
    }
}
