package org.computedivide.monitor.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.computedivide.avro.Day;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.embedded.EmbeddedBroker;
import org.computedivide.monitor.embedded.Ports;
import org.computedivide.monitor.reading.TopicReader;
import org.computedivide.monitor.running.TopicCreation;
import org.computedivide.streams.StreamsApp;
import org.computedivide.streams.StreamsSettings;

/**
 * A real broker of its own in a directory for the moment, with all topics, on which topologies are run over known
 * records. Values are in Avro's single-object encoding, so no registry is needed.
 */
public final class Stage implements AutoCloseable {

    /** Long, because a machine that is busy with other things may be slow; nothing waits that need not. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private final Path directory;
    private final EmbeddedBroker broker;
    private final Admin admin;
    private final TopicSerdes serdes = TopicSerdes.embedded();
    private final Arrivals arrivals;
    private final Deque<StreamsApp> apps = new ArrayDeque<>();

    private Stage(Path directory, EmbeddedBroker broker, Duration longest) {
        this.directory = directory;
        this.broker = broker;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()));
        this.arrivals = new Arrivals(broker.bootstrapServers(), admin, serdes, longest);
    }

    /**
     * Starts the broker and creates the topics.
     *
     * @throws CannotRun when it does not start
     */
    public static Stage open() {
        return open(Topics.OBSERVATIONS.partitions(), LONGEST);
    }

    /**
     * The same, with another number of partitions of the observations.
     *
     * @param longest what is waited for must come within this time
     * @throws CannotRun when it does not start
     */
    public static Stage open(int observationPartitions, Duration longest) {
        try {
            Path directory = Files.createTempDirectory("divide-replay");
            var stage = new Stage(directory, EmbeddedBroker.start(directory.resolve("broker"), Ports.free()), longest);
            TopicCreation.createAll(stage.admin, observationPartitions);
            return stage;
        } catch (IOException e) {
            throw new CannotRun("cannot make a directory for the replay: " + e.getMessage(), e);
        }
    }

    public TopicSerdes serdes() {
        return serdes;
    }

    /** Reads what the topics hold. */
    public TopicReader topics() {
        return new TopicReader(broker.bootstrapServers(), serdes);
    }

    /** Starts a topology under its name. */
    public StreamsApp run(String name, Topology topology, int threads) {
        return run(name, topology, threads, StreamsSettings.in(directory.resolve("stores")));
    }

    /** Starts a topology under its name. */
    public StreamsApp run(String name, Topology topology, int threads, StreamsSettings settings) {
        var app = new StreamsApp(name, topology, threads, settings, broker.bootstrapServers());
        apps.addLast(app);
        app.start();
        return app;
    }

    /** Stops a topology; what it holds stays. */
    public void stop(StreamsApp app) {
        apps.remove(app);
        app.close();
    }

    /** Creates a topic beside those of the monitor, of one partition. */
    public void create(String topic) {
        try {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new CannotRun("cannot create topic %s: %s".formatted(topic, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while creating topic " + topic, e);
        }
    }

    /**
     * Writes values, and returns when the broker has them all.
     *
     * @return the offset of the last of them in each partition
     */
    public <V extends SpecificRecord> Map<TopicPartition, Long> write(
            Topic<V> topic, Collection<V> values, Function<V, String> key, LocalDate day) {
        long time = day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        try (Serializer<V> serializer = serdes.of(topic).serializer();
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                broker.bootstrapServers(),
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                Math.toIntExact(LONGEST.toMillis())),
                        new StringSerializer(),
                        serializer)) {
            List<Future<RecordMetadata>> sent = values.stream()
                    .map(value ->
                            producer.send(new ProducerRecord<>(topic.name(), null, time, key.apply(value), value)))
                    .toList();
            var last = new HashMap<TopicPartition, Long>();
            for (Future<RecordMetadata> one : sent) {
                RecordMetadata written = one.get();
                last.merge(new TopicPartition(written.topic(), written.partition()), written.offset(), Math::max);
            }
            return last;
        } catch (ExecutionException e) {
            throw new CannotRun("%s cannot be written: %s".formatted(topic.name(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while writing " + topic.name(), e);
        }
    }

    /** Begins a day. */
    public void begin(LocalDate day) {
        var tick = Day.newBuilder()
                .setDate(day.toString())
                .setObservedAt(day.atStartOfDay().toInstant(ZoneOffset.UTC))
                .build();
        write(Topics.DAYS, List.of(tick), Day::getDate, day);
    }

    /** Where the broker is. */
    public String kafka() {
        return broker.bootstrapServers();
    }

    /** A folder that goes with the stage. */
    public Path folder(String name) {
        return directory.resolve(name);
    }

    /** Waits for what topologies do with the topics. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** Stops everything and leaves no file behind. */
    @Override
    public void close() {
        while (!apps.isEmpty()) {
            apps.removeLast().close();
        }
        admin.close();
        broker.close();
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + directory, e);
        }
    }
}
