package org.computedivide.monitor.running;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.embedded.EmbeddedBroker;
import org.computedivide.monitor.embedded.EmbeddedPostgres;
import org.computedivide.monitor.embedded.EmbeddedRegistry;
import org.computedivide.monitor.embedded.Ports;
import org.computedivide.monitor.settings.MonitorSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers that a monitor stands on: embedded ones, started side by side, or the user's own. */
public final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final MonitorSettings settings;
    private final DataDirectory data;
    private final Progress progress;
    private final RunFile last;
    private final List<AutoCloseable> started = new ArrayList<>();

    private Parts(MonitorSettings settings, DataDirectory data, Progress progress) {
        this.settings = settings;
        this.data = data;
        this.progress = progress;
        this.last = RunFile.last(data.root()).orElse(RunFile.NONE);
    }

    /** Makes the parts of a data directory; nothing is started yet. */
    public static Parts of(MonitorSettings settings, DataDirectory data, Progress progress) {
        return new Parts(settings, data, progress);
    }

    /**
     * Starts what is embedded and returns when all of it answers.
     *
     * @param database whether PostgreSQL is needed; commands that only read topics do without
     * @throws CannotRun when one does not start; the others are stopped again
     */
    public Addresses start(boolean database) {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            var kafka = given(threads, settings.kafka(), this::startBroker);
            var registry = given(threads, settings.registry(), this::startRegistry);
            var postgres = database
                    ? given(threads, settings.postgres(), this::startPostgres)
                    : CompletableFuture.<@Nullable String>completedFuture(null);
            CompletableFuture.allOf(kafka, registry, postgres).join();
            return new Addresses(kafka.join(), registry.join(), postgres.join());
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof CannotRun known
                    ? known
                    : new CannotRun("an embedded server did not start: " + e.getCause(), e);
        } finally {
            threads.shutdown();
        }
    }

    /** Stops what was started here, side by side. */
    @Override
    public void close() {
        List<AutoCloseable> all;
        synchronized (started) {
            all = List.copyOf(started);
            started.clear();
        }
        CompletableFuture.allOf(all.stream()
                        .map(part -> CompletableFuture.runAsync(() -> stop(part)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static <T> CompletableFuture<T> given(ExecutorService threads, @Nullable T address, Supplier<T> start) {
        return address != null
                ? CompletableFuture.completedFuture(address)
                : CompletableFuture.supplyAsync(start, threads);
    }

    private String startBroker() {
        int port = Ports.choose("Kafka broker", settings.ports().kafka(), last.kafkaPort());
        var broker = keep(EmbeddedBroker.start(data.broker(), port));
        progress.ready("Kafka broker", broker.bootstrapServers());
        return broker.bootstrapServers();
    }

    private URI startRegistry() {
        int port = Ports.choose("schema registry", settings.ports().registry(), last.registryPort());
        var registry = keep(EmbeddedRegistry.start(Program.registry(), data.registry(), port));
        // Before any value names them: a kill between a first value and the registry's disk would leave it unreadable.
        TopicSerdes.register(registry.address());
        progress.ready("Schema registry", registry.address().toString());
        return registry.address();
    }

    private String startPostgres() {
        int port = Ports.choose("PostgreSQL", settings.ports().postgres(), last.postgresPort());
        var postgres = keep(EmbeddedPostgres.start(data.postgres(), port));
        progress.ready("PostgreSQL", postgres.jdbcUrl());
        return postgres.jdbcUrl();
    }

    private <P extends AutoCloseable> P keep(P part) {
        synchronized (started) {
            started.add(part);
        }
        return part;
    }

    private static void stop(AutoCloseable part) {
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
