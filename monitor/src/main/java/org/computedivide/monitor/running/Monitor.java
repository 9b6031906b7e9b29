package org.computedivide.monitor.running;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.clock.Clocks;
import org.computedivide.monitor.embedded.Ports;
import org.computedivide.monitor.settings.MonitorSettings;
import org.computedivide.monitor.settings.Part;
import org.computedivide.producers.Producers;
import org.computedivide.sinks.Sinks;
import org.computedivide.sinks.SinksSettings;
import org.computedivide.sinks.postgres.WriterHealth;
import org.computedivide.streams.StreamsApps;
import org.computedivide.streams.StreamsSettings;
import org.computedivide.streams.TopologyHealth;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything in one process: servers, topics, producers, topologies, sinks, page. */
public final class Monitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final MonitorSettings settings;
    private final Progress progress;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private volatile boolean stopping;

    public Monitor(MonitorSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws CannotRun when a part does not start, or {@link #close} was called meanwhile; what had started is stopped
     */
    public synchronized void start() {
        try {
            startAll();
        } catch (RuntimeException e) {
            stopAll();
            throw e;
        }
    }

    /**
     * Starts the servers and one source, which loads only the histories that are ordered of it.
     *
     * @return where the servers are
     * @throws CannotRun when a part does not start; what had started is stopped
     */
    public synchronized Addresses startHistories(String source) {
        try {
            DataDirectory data = keep(DataDirectory.open(settings.data()));
            Logs.to(data.log());
            InstantSource clock = Clocks.open(settings.clock(), data.root(), InstantSource.system());
            Addresses servers = keep(Parts.of(settings, data, progress)).start(false);
            createTopics(servers);
            RunFile.ofThisProcess(servers, lastPage(data)).write(data.root());
            TopicSerdes serdes = TopicSerdes.registry(servers.registry());
            keep(new Producers(settings.sources(), servers.kafka(), serdes, clock, new ModelPapers()))
                    .startHistories(source);
            return servers;
        } catch (RuntimeException e) {
            stopAll();
            throw e;
        }
    }

    /** Stops in the opposite order, so that nothing loses what it still writes to. */
    @Override
    public void close() {
        stopping = true;
        synchronized (this) {
            stopAll();
        }
    }

    private void startAll() {
        DataDirectory data = keep(DataDirectory.open(settings.data()));
        Logs.to(data.log());
        InstantSource clock = Clocks.open(settings.clock(), data.root(), InstantSource.system());
        Addresses servers = keep(Parts.of(settings, data, progress)).start(settings.runs(Part.TABLES));
        createTopics(servers);
        RunFile.ofThisProcess(servers, lastPage(data)).write(data.root());
        TopicSerdes serdes = TopicSerdes.registry(servers.registry());
        Optional<StreamsApps> topologies = startTopologies(data, servers, serdes, clock);
        Optional<Sinks> sinks = startSinks(data, servers, serdes, clock, topologies);
        URI page = sinks.map(Sinks::webAddress).orElse(null);
        RunFile.ofThisProcess(servers, page).write(data.root());
        topologies.ifPresent(this::awaitRunning);
        sinks.ifPresent(this::awaitReady);
        startSources(servers, serdes, clock);
        progress.ready("Web page", page == null ? "none, as asked" : page.toString());
        LOG.atInfo()
                .addKeyValue("settings", settings)
                .addKeyValue("clock", clock.instant())
                .log("monitor started");
    }

    /** Stays in the run file until the new page is up, which takes the same port. */
    private static @Nullable URI lastPage(DataDirectory data) {
        return RunFile.last(data.root()).map(RunFile::page).orElse(null);
    }

    private Optional<StreamsApps> startTopologies(
            DataDirectory data, Addresses servers, TopicSerdes serdes, InstantSource clock) {
        if (!settings.runs(Part.TOPOLOGIES)) {
            return Optional.empty();
        }
        var how = StreamsSettings.in(data.stores())
                .withStandbys(settings.standbys())
                .withWorkInterval(settings.fitsInterval());
        var topologies = keep(new StreamsApps(how, servers.kafka(), serdes, clock));
        topologies.start();
        return Optional.of(topologies);
    }

    private Optional<Sinks> startSinks(
            DataDirectory data,
            Addresses servers,
            TopicSerdes serdes,
            InstantSource clock,
            Optional<StreamsApps> topologies) {
        if (!settings.runs(Part.TABLES)) {
            return Optional.empty();
        }
        int last = RunFile.last(data.root()).orElse(RunFile.NONE).pagePort();
        int port = Ports.choose("web page", settings.ports().page(), last);
        SinksSettings tables = DatabaseLogin.of(servers.jdbc()).sinks(port);
        var sinks = keep(new Sinks(
                tables,
                servers.kafka(),
                serdes,
                clock,
                () -> topologies.map(Monitor::health).orElse(List.of())));
        sinks.start();
        return Optional.of(sinks);
    }

    private static List<WriterHealth> health(StreamsApps topologies) {
        Instant now = Instant.now();
        return topologies.health().stream()
                .map(topology ->
                        new WriterHealth("topology " + topology.name(), state(topology, now), topology.said(), now))
                .toList();
    }

    private static WriterHealth.State state(TopologyHealth topology, Instant now) {
        if (topology.isFailing(now)) {
            return WriterHealth.State.FAILING;
        }
        return topology.state() == KafkaStreams.State.RUNNING
                ? WriterHealth.State.FOLLOWING
                : WriterHealth.State.STARTING;
    }

    private void startSources(Addresses servers, TopicSerdes serdes, InstantSource clock) {
        if (!settings.runs(Part.SOURCES)) {
            progress.ready("Sources", "none, as asked");
            return;
        }
        keep(new Producers(settings.sources(), servers.kafka(), serdes, clock, new ModelPapers()))
                .start();
        progress.ready(
                "Sources",
                "asking " + settings.sources().mirror().map(Object::toString).orElse("the web"));
    }

    private void awaitRunning(StreamsApps topologies) {
        try {
            topologies.awaitRunning(LONGEST_START);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while starting", e);
        } catch (IllegalStateException e) {
            throw new CannotRun(e.getMessage() + "; the log of the program says more", e);
        }
        progress.ready("Topologies", String.join(", ", topologies.states().keySet()));
    }

    private void awaitReady(Sinks sinks) {
        if (!sinks.awaitReady(LONGEST_START)) {
            throw new CannotRun("the tables do not follow their topics after %d s: %s"
                    .formatted(LONGEST_START.toSeconds(), sinks.health()));
        }
        progress.ready("Tables", "following their topics");
    }

    private void createTopics(Addresses servers) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers.kafka()))) {
            int created = TopicCreation.createMissing(admin);
            progress.ready("Topics", "%d, %d of them new".formatted(Topics.ALL.size() + 1, created));
        }
    }

    private <P extends AutoCloseable> P keep(P part) {
        running.addLast(part);
        if (stopping) {
            throw new CannotRun("stopped while starting");
        }
        return part;
    }

    private void stopAll() {
        while (!running.isEmpty()) {
            AutoCloseable part = running.removeLast();
            try {
                part.close();
            } catch (Exception e) {
                LOG.atWarn()
                        .addKeyValue("part", part.getClass().getSimpleName())
                        .addKeyValue("error", e.toString())
                        .log("a part did not stop cleanly");
            }
        }
    }
}
