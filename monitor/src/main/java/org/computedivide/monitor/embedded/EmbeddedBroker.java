package org.computedivide.monitor.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.computedivide.monitor.CannotRun;

/** A Kafka broker and its controller inside this process, on the loopback address; its directory is kept. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE = 1;

    /** Kafka leaves this file when it was shut down in order. */
    private static final String CLEAN_SHUTDOWN = ".kafka_cleanshutdown";

    private static final int READ_AGAIN_MILLIS = 50;
    /** A minute: a long log is read in seconds. */
    private static final int MOST_TIMES = 60_000 / READ_AGAIN_MILLIS;

    private static final long TEN_YEARS_MINUTES = 10L * 365 * 24 * 60;

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Formats the directory at the first start and returns when the broker answers.
     *
     * @throws CannotRun when the directory cannot be used
     */
    public static EmbeddedBroker start(Path directory, int port) {
        int controllerPort = Ports.free();
        Map<String, String> settings = settings(directory, port, controllerPort);
        try {
            if (!format(directory) && !Files.exists(directory.resolve(CLEAN_SHUTDOWN))) {
                forgetFormerLife(settings, controllerPort);
            }
            return new EmbeddedBroker(started(settings), port);
        } catch (RuntimeException e) {
            throw new CannotRun("the embedded Kafka broker did not start in " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Where clients connect, host:port. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static KafkaRaftServer started(Map<String, String> settings) {
        var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        return server;
    }

    /**
     * After a crash the log of the controller still says that the broker of before leads every partition. Kafka 4.3 elects
     * its coordinators by that, finds no leader once the former broker is fenced, takes the partitions for deleted and calls
     * transactions committed whose markers it never wrote: readers of committed records would wait for ever (ADR 0003).
     * So the controller starts alone first and strikes the former broker out.
     */
    private static void forgetFormerLife(Map<String, String> settings, int controllerPort) {
        var alone = new HashMap<>(settings);
        alone.put("process.roles", "controller");
        alone.put("listeners", "CONTROLLER://127.0.0.1:" + controllerPort);
        KafkaRaftServer controller = started(alone);
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, "127.0.0.1:" + controllerPort))) {
            for (int times = 0; !isStruckOut(admin); times++) {
                if (times == MOST_TIMES) {
                    throw new CannotRun(
                            "the controller has not read its log within a minute; if it is of a Kafka before 3.7, choose another --data");
                }
                Thread.sleep(READ_AGAIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while the embedded Kafka broker was starting", e);
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    /** False while the controller has not read its log, and so knows no version of it. */
    private static boolean isStruckOut(Admin admin) {
        try {
            admin.unregisterBroker(NODE)
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof UnsupportedVersionException) {
                return false;
            }
            if (e.getCause() instanceof BrokerIdNotRegisteredException) {
                return true;
            }
            throw e;
        }
    }

    /** Whether it was new. Kafka writes meta.properties last, so a directory that has it is whole. */
    private static boolean format(Path directory) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return false;
        }
        try (var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(quiet)
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .run();
            return true;
        } catch (IOException e) {
            throw new CannotRun("cannot write to " + directory + ": " + e.getMessage(), e);
        } catch (Exception e) {
            throw new CannotRun("cannot prepare " + directory + " for the Kafka broker: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> settings(Path directory, int port, int controllerPort) {
        var settings = new HashMap<String, String>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.put("log.dirs", directory.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.putAll(oneBroker());
        settings.putAll(quickReturnAfterCrash());
        settings.putAll(longPauses());
        settings.putAll(smallMachine());
        return settings;
    }

    private static Map<String, String> oneBroker() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "default.replication.factor", "1",
                "min.insync.replicas", "1");
    }

    /**
     * The leases of members that died with the broker are what a start after a crash waits for. Its own never runs out: a
     * lone broker that only stood still, as under a closed lid, would be taken for dead with its transactions.
     */
    private static Map<String, String> quickReturnAfterCrash() {
        var settings = new HashMap<String, String>();
        settings.put("broker.session.timeout.ms", Integer.toString(Integer.MAX_VALUE));
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.min.session.timeout.ms", "3000");
        for (String kind : new String[] {"group.consumer", "group.streams"}) {
            settings.put(kind + ".min.session.timeout.ms", "3000");
            settings.put(kind + ".session.timeout.ms", "6000");
            settings.put(kind + ".min.heartbeat.interval.ms", "500");
            settings.put(kind + ".heartbeat.interval.ms", "1000");
        }
        return settings;
    }

    /**
     * A monitor may be switched off for months. Kafka forgets the place of a reader, and the epoch of a writer, that
     * was idle for a week; a fold would then read its input twice.
     */
    private static Map<String, String> longPauses() {
        return Map.of(
                "offsets.retention.minutes", Long.toString(TEN_YEARS_MINUTES),
                "transactional.id.expiration.ms", Integer.toString(Integer.MAX_VALUE));
    }

    private static Map<String, String> smallMachine() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "4",
                "num.recovery.threads.per.data.dir", "2",
                "background.threads", "4",
                "log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024),
                "log.index.size.max.bytes", Integer.toString(1024 * 1024));
    }
}
