package org.computedivide.streams;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.streams.days.DayTicker;
import org.computedivide.streams.digests.DigestJob;
import org.computedivide.streams.topologies.AlertsTopology;
import org.computedivide.streams.topologies.CorrectionsTopology;
import org.computedivide.streams.topologies.FactsTopology;
import org.computedivide.streams.topologies.LiteratureTopology;
import org.computedivide.streams.topologies.ReleasesTopology;
import org.computedivide.streams.topologies.TalliesTopology;
import org.computedivide.streams.topologies.TrendsTopology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All topologies, one Kafka Streams application each, so that a slow or broken one delays only itself; with them the
 * days that windows roll on and the weekly digest.
 */
public final class StreamsApps implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsApps.class);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(4);

    private final List<Running> apps;
    private final DayTicker days;
    private final DigestJob digests;

    /**
     * @param bootstrapServers address of the broker, on which all topics exist
     * @param serdes how the values of topics become bytes
     * @param clock the monitor's clock
     */
    public StreamsApps(StreamsSettings settings, String bootstrapServers, TopicSerdes serdes, InstantSource clock) {
        apps = topologies(settings, serdes).stream()
                .map(app -> Running.of(app, settings, bootstrapServers))
                .toList();
        days = new DayTicker(bootstrapServers, serdes, clock);
        digests = new DigestJob(bootstrapServers, serdes, clock);
    }

    private static List<App> topologies(StreamsSettings settings, TopicSerdes serdes) {
        return List.of(
                new App("facts", FactsTopology.build(serdes), settings.factsThreads()),
                new App("releases", ReleasesTopology.build(serdes), 1),
                new App("alerts", AlertsTopology.build(serdes), 1),
                new App("corrections", CorrectionsTopology.build(serdes), 1),
                new App("tallies", TalliesTopology.build(serdes), 1),
                new App("trends", TrendsTopology.build(serdes), 1),
                new App("literature", LiteratureTopology.build(serdes), 1));
    }

    /** Starts all; they become ready in the background. */
    public void start() {
        apps.forEach(app -> app.streams().start());
        days.start();
        digests.start();
    }

    /**
     * Waits until every topology has been running.
     *
     * @throws IllegalStateException when that takes longer; the message names those that are late
     */
    public void awaitRunning(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (Running app : apps) {
            if (!app.ran().await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("topology " + app.name() + " is not running after "
                        + longest.toSeconds() + " s; all are: " + states());
            }
        }
    }

    /** The state of each topology, by its name. */
    public SortedMap<String, KafkaStreams.State> states() {
        var states = new TreeMap<String, KafkaStreams.State>();
        apps.forEach(app -> states.put(app.name(), app.streams().state()));
        return states;
    }

    /** Stops all at the same time and leaves their groups, so that the next start need not wait for dead members. */
    @Override
    public void close() {
        days.close();
        List<Thread> closing = Stream.concat(
                        apps.stream().map(app -> new Thread(app::close, "close-" + app.name())),
                        Stream.of(new Thread(digests::close, "close-digests")))
                .toList();
        closing.forEach(Thread::start);
        closing.forEach(StreamsApps::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One topology under one application id. */
    private record App(String name, Topology topology, int threads) {}

    /** A topology that was made ready to run, and whether it ever ran. */
    private record Running(String name, KafkaStreams streams, CountDownLatch ran) {

        static Running of(App app, StreamsSettings settings, String bootstrapServers) {
            var config = new StreamsConfig(KafkaSettings.of(app.name(), app.threads(), settings, bootstrapServers));
            var running = new Running(app.name(), new KafkaStreams(app.topology(), config), new CountDownLatch(1));
            running.streams.setUncaughtExceptionHandler(running::replaceThread);
            running.streams.setStateListener(running::changed);
            return running;
        }

        void close() {
            streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                    .withTimeout(LONGEST_CLOSE));
        }

        private void changed(KafkaStreams.State now, KafkaStreams.State before) {
            if (now == KafkaStreams.State.RUNNING) {
                ran.countDown();
            }
        }

        private StreamThreadExceptionResponse replaceThread(Throwable failure) {
            LOG.atError()
                    .addKeyValue("topology", name)
                    .addKeyValue("error", failure.toString())
                    .log("a thread of a topology failed and is replaced");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
    }
}
