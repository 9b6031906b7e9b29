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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
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

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration WAIT = Duration.ofMillis(25);

    private final Path directory;
    private final EmbeddedBroker broker;
    private final Admin admin;
    private final TopicSerdes serdes = TopicSerdes.embedded();
    private final Deque<StreamsApp> apps = new ArrayDeque<>();

    private Stage(Path directory, EmbeddedBroker broker) {
        this.directory = directory;
        this.broker = broker;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()));
    }

    /**
     * Starts the broker and creates the topics.
     *
     * @throws CannotRun when it does not start
     */
    public static Stage open() {
        return open(Topics.OBSERVATIONS.partitions());
    }

    /**
     * The same, with another number of partitions of the observations.
     *
     * @throws CannotRun when it does not start
     */
    public static Stage open(int observationPartitions) {
        try {
            Path directory = Files.createTempDirectory("divide-replay");
            var stage = new Stage(directory, EmbeddedBroker.start(directory.resolve("broker"), Ports.free()));
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

    /** Writes values, and returns when the broker has them all. */
    public <V extends SpecificRecord> void write(
            Topic<V> topic, Collection<V> values, Function<V, String> key, LocalDate day) {
        long time = day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
        try (Serializer<V> serializer = serdes.of(topic).serializer();
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                broker.bootstrapServers(),
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true),
                        new StringSerializer(),
                        serializer)) {
            List<Future<RecordMetadata>> sent = values.stream()
                    .map(value ->
                            producer.send(new ProducerRecord<>(topic.name(), null, time, key.apply(value), value)))
                    .toList();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
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

    /** Waits until a topology has committed all that a topic holds now. */
    public void awaitRead(StreamsApp app, Topic<?> topic) {
        awaitRead(app.group(), topic);
    }

    /** Waits until a consumer group has committed all that a topic holds now. */
    public void awaitRead(String group, Topic<?> topic) {
        Map<TopicPartition, Long> last = lastRecords(topic);
        await(group + " to read " + topic.name(), () -> {
            Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
            return last.entrySet().stream().allMatch(end -> {
                OffsetAndMetadata read = committed.get(end.getKey());
                return read != null && read.offset() > end.getValue();
            });
        });
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException e) {
            throw new CannotRun("the broker does not say how far a topology has read: " + e.getMessage(), e);
        }
    }

    /** The offset of the last record of each partition that has one; what transactions leave behind is none. */
    private Map<TopicPartition, Long> lastRecords(Topic<?> topic) {
        Map<TopicPartition, Long> last = new java.util.HashMap<>();
        readAll(
                topic.name(),
                record ->
                        last.merge(new TopicPartition(record.topic(), record.partition()), record.offset(), Math::max));
        return last;
    }

    private void readAll(String topic, java.util.function.Consumer<ConsumerRecord<String, byte[]>> each) {
        try (Consumer<String, byte[]> consumer = consumer()) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(each);
            }
        }
    }

    /** A place in a topic from which to wait for a value. */
    public <V extends SpecificRecord> Mark<V> mark(Topic<V> topic) {
        return new Mark<>(topic);
    }

    /** The end of a topic at one time. */
    public final class Mark<V extends SpecificRecord> {
        private final Topic<V> topic;
        private final Map<TopicPartition, Long> ends;

        private Mark(Topic<V> topic) {
            this.topic = topic;
            try (Consumer<String, byte[]> consumer = consumer()) {
                this.ends = consumer.endOffsets(partitions(consumer, topic.name()));
            }
        }

        /** Waits until such a value was written after the mark. */
        public void await(Predicate<V> wanted) {
            try (Consumer<String, byte[]> consumer = consumer();
                    Deserializer<V> values = serdes.of(topic).deserializer()) {
                consumer.assign(ends.keySet());
                ends.forEach(consumer::seek);
                Stage.await("a record in " + topic.name(), () -> {
                    for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                        if (record.value() != null && wanted.test(values.deserialize(topic.name(), record.value()))) {
                            return true;
                        }
                    }
                    return false;
                });
            }
        }
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private static void await(String what, Condition condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > end) {
                    throw new CannotRun("waited %d s in vain for %s".formatted(LONGEST.toSeconds(), what));
                }
                Thread.sleep(WAIT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while waiting for " + what, e);
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new org.apache.kafka.common.serialization.ByteArrayDeserializer());
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
