package org.computedivide.streams;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.streams.days.DayTicker;
import org.computedivide.streams.digests.DigestJob;
import org.computedivide.streams.topologies.AlertsTopology;
import org.computedivide.streams.topologies.CorrectionsTopology;
import org.computedivide.streams.topologies.FactsTopology;
import org.computedivide.streams.topologies.LiteratureTopology;
import org.computedivide.streams.topologies.ReleasesTopology;
import org.computedivide.streams.topologies.SourceAlarmsTopology;
import org.computedivide.streams.topologies.TalliesTopology;
import org.computedivide.streams.topologies.TrendsTopology;

/**
 * All topologies, one Kafka Streams application each, so that a slow or broken one delays only itself; with them the
 * days that windows roll on and the weekly digest.
 */
public final class StreamsApps implements AutoCloseable {

    private final List<StreamsApp> apps;
    private final DayTicker days;
    private final DigestJob digests;

    /**
     * @param bootstrapServers address of the broker, on which all topics exist
     * @param serdes how the values of topics become bytes
     * @param clock the monitor's clock
     */
    public StreamsApps(StreamsSettings settings, String bootstrapServers, TopicSerdes serdes, InstantSource clock) {
        apps = List.of(
                app("facts", FactsTopology.build(serdes), settings.factsThreads(), settings, bootstrapServers),
                app("releases", ReleasesTopology.build(serdes), 1, settings, bootstrapServers),
                app("alerts", AlertsTopology.build(serdes), 1, settings, bootstrapServers),
                app("source-alarms", SourceAlarmsTopology.build(serdes), 1, settings, bootstrapServers),
                app("corrections", CorrectionsTopology.build(serdes), 1, settings, bootstrapServers),
                app("tallies", TalliesTopology.build(serdes, settings.workInterval()), 1, settings, bootstrapServers),
                app("trends", TrendsTopology.build(serdes, settings.workInterval()), 1, settings, bootstrapServers),
                app("literature", LiteratureTopology.build(serdes), 1, settings, bootstrapServers));
        days = new DayTicker(bootstrapServers, serdes, clock);
        digests = new DigestJob(bootstrapServers, serdes, clock);
    }

    private static StreamsApp app(
            String name, Topology topology, int threads, StreamsSettings settings, String bootstrapServers) {
        return new StreamsApp(name, topology, threads, settings, bootstrapServers);
    }

    /** Starts all; they become ready in the background. */
    public void start() {
        apps.forEach(StreamsApp::start);
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
        for (StreamsApp app : apps) {
            if (!app.awaitRunning(Duration.ofNanos(end - System.nanoTime()))) {
                throw new IllegalStateException("topology " + app.name() + " is not running after "
                        + longest.toSeconds() + " s; all are: " + states());
            }
        }
    }

    /** The state of each topology, by its name. */
    public SortedMap<String, KafkaStreams.State> states() {
        var states = new TreeMap<String, KafkaStreams.State>();
        apps.forEach(app -> states.put(app.name(), app.state()));
        return states;
    }

    /** How each topology is doing. */
    public List<TopologyHealth> health() {
        return apps.stream().map(StreamsApp::health).toList();
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
}
