package org.computedivide.monitor.running;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.clock.Clocks;
import org.computedivide.monitor.settings.MonitorSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything in one process: servers, topics, producers, topologies, sinks, page. */
public final class Monitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);

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
        Addresses servers = keep(Parts.of(settings, data, progress)).start(true);
        createTopics(servers);
        RunFile.ofThisProcess(servers, null).write(data.root());
        LOG.atInfo()
                .addKeyValue("settings", settings)
                .addKeyValue("clock", clock.instant())
                .log("monitor started");
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
