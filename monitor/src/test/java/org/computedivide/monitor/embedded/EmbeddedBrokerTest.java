package org.computedivide.monitor.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker after a crash: its directory as it was in the midst of work. */
class EmbeddedBrokerTest {

    private static final String TOPIC = "papers";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final String TRANSACTIONS = "__transaction_state";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void shouldFinishAfterACrashTheTransactionThatItHadDecided(@TempDir Path directory) throws Exception {
        // Given: the coordinator has decided to commit, no marker is written yet, and the process is gone
        try (var broker = EmbeddedBroker.start(directory.resolve("before"), Ports.free())) {
            createTopic(broker);
            try (var writer = producer(broker, Map.of("transactional.id", "source"))) {
                writer.initTransactions();
                writer.beginTransaction();
                var sent = writer.send(new ProducerRecord<>(TOPIC, "a paper".getBytes(UTF_8)));
                writer.flush();
                sent.get();
                decide(broker, lastState(broker));
                copy(directory.resolve("before"), directory.resolve("after"));
            }
        }

        // When: it starts again
        try (var broker = EmbeddedBroker.start(directory.resolve("after"), Ports.free())) {

            // Then: readers of committed records see the record and are past the transaction
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(read(broker, List.of(PARTITION), "read_committed"))
                            .extracting(record -> new String(record.value(), UTF_8))
                            .containsExactly("a paper"));
        }
    }

    @Test
    void shouldStartAgainAfterACrashBeforeItsFirstRegistration(@TempDir Path directory) throws Exception {
        // Given: a directory that was formatted, and nothing else
        Path formatted = Files.createDirectory(directory.resolve("formatted"));
        EmbeddedBroker.start(directory.resolve("whole"), Ports.free()).close();
        for (String file : List.of("meta.properties", "bootstrap.checkpoint")) {
            Files.copy(directory.resolve("whole").resolve(file), formatted.resolve(file));
        }

        // When: it starts
        try (var broker = EmbeddedBroker.start(formatted, Ports.free())) {

            // Then: it works
            createTopic(broker);
            assertThat(read(broker, List.of(PARTITION), "read_committed")).isEmpty();
        }
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(EmbeddedBroker broker, Map<String, Object> more) {
        var settings = new HashMap<>(more);
        settings.put("bootstrap.servers", broker.bootstrapServers());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static ConsumerRecord<byte[], byte[]> lastState(EmbeddedBroker broker) {
        var all = Stream.of(0, 1, 2, 3)
                .map(partition -> new TopicPartition(TRANSACTIONS, partition))
                .toList();
        return read(broker, all, "read_uncommitted").stream()
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    /** Writes what the coordinator would: the state of the transaction, with the epoch of its markers, as version 1 of it lays it out. */
    private static void decide(EmbeddedBroker broker, ConsumerRecord<byte[], byte[]> ongoing) throws Exception {
        ByteBuffer value = ByteBuffer.wrap(ongoing.value().clone());
        int epoch = 2 + 8;
        int status = epoch + 2 + 4;
        assertThat(value.get(status)).as("ongoing").isEqualTo((byte) 1);
        value.putShort(epoch, (short) (value.getShort(epoch) + 1)).put(status, (byte) 2);
        // Only this name may write to the broker's own topics.
        try (var coordinator = producer(broker, Map.of("client.id", "__admin_client"))) {
            coordinator
                    .send(new ProducerRecord<>(TRANSACTIONS, ongoing.partition(), ongoing.key(), value.array()))
                    .get();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            EmbeddedBroker broker, Collection<TopicPartition> partitions, String isolation) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                isolation,
                "auto.offset.reset",
                "earliest");
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
