package org.computedivide.monitor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.computedivide.avro.Release;
import org.computedivide.avro.Tally;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.replay.Stage;
import org.computedivide.streams.StreamsApp;
import org.computedivide.streams.StreamsSettings;
import org.computedivide.streams.topologies.TalliesTopology;

/**
 * What the next releases cost the tallies when many are counted already, beside a topology that only copies them. Each
 * run has a broker of its own; a time begins with the first release written and ends when the topology has committed the
 * last, exactly once.
 *
 * @param next how many come after those that were counted before
 * @param rounds how often so many come
 */
public record TallyBench(int next, int rounds) {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int BATCH = 20_000;

    /** Every so many of those that come is another version of a release that is counted. */
    private static final int CHANGED = 4;

    public TallyBench {
        if (next < 1 || rounds < 1) {
            throw new CannotRun("there must be at least one round of at least one release");
        }
    }

    /**
     * What was measured at one size.
     *
     * @param counted releases that were counted before
     * @param counting how long that took, from nothing
     * @param rounds how long the next ones took, once a round
     * @param releases counted in the end
     * @param stateBytes of the stores on the disk in the end
     * @param restoring from the start of an instance that has no store until it has counted one release more
     * @param rows tallies in the end
     */
    public record Measured(
            long counted,
            Duration counting,
            List<Duration> rounds,
            long releases,
            long stateBytes,
            Duration restoring,
            List<Tally> rows) {

        public Measured {
            rounds = List.copyOf(rounds);
            rows = List.copyOf(rows);
        }
    }

    /** Counts so many, then the next. */
    public Measured tallies(long counted) {
        try (Stage stage = stage()) {
            StreamsApp app = stage.run("tallies", TalliesTopology.build(stage.serdes()), 1);
            Duration counting = timed(() -> count(stage, app, counted));
            begin(stage, MadeReleases.TODAY);
            List<Duration> times = rounds(stage, app, counted);
            begin(stage, MadeReleases.TOMORROW);
            List<Tally> rows = stage.topics().latest(Topics.TALLIES);
            stage.stop(app);
            long bytes = size(stage.folder("stores"));
            return new Measured(
                    counted,
                    counting,
                    times,
                    counted + (long) rounds * fresh(),
                    bytes,
                    timed(() -> restore(stage)),
                    rows);
        }
    }

    /** When a day has begun, the tallies of all that was counted before are published. */
    private static void begin(Stage stage, LocalDate day) {
        var before = stage.arrivals().mark(Topics.TALLIES);
        stage.begin(day);
        before.await(row -> row.getWindow().equals("all") && row.getDay().equals(day.toString()));
    }

    /** All that were counted in the end, each in its newest version. */
    public Collection<Release> releases(long counted) {
        var newest = new LinkedHashMap<String, Release>();
        MadeReleases.from(0, counted).forEach(release -> newest.put(release.getFamilyId(), release));
        for (int round = 0; round < rounds; round++) {
            coming(counted, round).forEach(release -> newest.put(release.getFamilyId(), release));
        }
        return newest.values();
    }

    /** Copies so many, then the next. */
    public List<Duration> passThrough(long copied) {
        try (Stage stage = stage()) {
            stage.create(PassThrough.COPIES);
            StreamsApp app = stage.run("copies", PassThrough.of(Topics.RELEASES, stage.serdes()), 1);
            count(stage, app, copied);
            return rounds(stage, app, copied);
        }
    }

    private static Stage stage() {
        return Stage.open(Topics.OBSERVATIONS.partitions(), LONGEST);
    }

    private static void count(Stage stage, StreamsApp app, long releases) {
        Map<TopicPartition, Long> last = Map.of();
        for (long first = 0; first < releases; first += BATCH) {
            last = write(stage, MadeReleases.from(first, Math.min(BATCH, releases - first)));
        }
        stage.arrivals().awaitRead(app.group(), last);
    }

    private List<Duration> rounds(Stage stage, StreamsApp app, long counted) {
        var times = new ArrayList<Duration>();
        for (int round = 0; round < rounds; round++) {
            List<Release> coming = coming(counted, round);
            times.add(timed(() -> stage.arrivals().awaitRead(app.group(), write(stage, coming))));
        }
        return times;
    }

    private List<Release> coming(long counted, int round) {
        long known = counted + (long) round * next;
        return IntStream.range(0, next)
                .mapToObj(
                        i -> i % CHANGED == 0 ? MadeReleases.of(i % counted, round + 1) : MadeReleases.of(known + i, 0))
                .toList();
    }

    /** How many of those that come in a round were not counted before. */
    private int fresh() {
        return next - (next + CHANGED - 1) / CHANGED;
    }

    private static void restore(Stage stage) {
        var settings = StreamsSettings.in(stage.folder("restored"));
        StreamsApp app = stage.run("tallies", TalliesTopology.build(stage.serdes()), 1, settings);
        stage.arrivals().awaitRead(app.group(), write(stage, List.of(MadeReleases.of(0, Integer.MAX_VALUE))));
        stage.stop(app);
    }

    private static Map<TopicPartition, Long> write(Stage stage, List<Release> releases) {
        return stage.write(Topics.RELEASES, releases, Release::getFamilyId, MadeReleases.TODAY);
    }

    private static Duration timed(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot measure " + folder, e);
        }
    }
}
