package org.computedivide.monitor.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.computedivide.avro.Observation;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.embedded.EmbeddedBroker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader of committed records beside writers whose transactions are not over. */
class TopicReaderTest {

    private static final String TOPIC = Topics.OBSERVATIONS.name();

    @SuppressWarnings("NullAway.Init") // started before each test
    private EmbeddedBroker broker;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        broker = EmbeddedBroker.start(directory.resolve("kafka"), freePort());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var topic = new NewTopic(TOPIC, Optional.of(1), Optional.empty());
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void shouldWaitForWhatStandsBehindATransactionThatIsStillOpen() throws Exception {
        // Given: one source has begun to write, another has committed behind it
        try (var slow = writer("slow");
                var quick = writer("quick")) {
            slow.beginTransaction();
            var first = slow.send(record("arxiv", "1"));
            slow.flush();
            quick.beginTransaction();
            var second = quick.send(record("huggingface", "lab/model"));
            quick.commitTransaction();

            // When: it is read before the first one is over
            var reader = new TopicReader(broker.bootstrapServers(), TopicSerdes.embedded());
            var ids = new ArrayList<String>();
            var reading = CompletableFuture.runAsync(
                    () -> reader.read(Topics.OBSERVATIONS, observation -> ids.add(observation.getNativeId())));
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofMinutes(1)).until(() -> !reading.isDone());
            slow.commitTransaction();
            reading.get(2, TimeUnit.MINUTES);

            // Then:
            assertThat(first.get().offset()).isLessThan(second.get().offset());
            assertThat(ids).containsExactly("1", "lab/model");
        }
    }

    @Test
    void shouldShowWhatIsCommittedAtOnceAfterTheCommit() throws Exception {
        // Given:
        var reader = new TopicReader(broker.bootstrapServers(), TopicSerdes.embedded());
        var shown = new ArrayList<Integer>();

        // When: it is read each time as soon as the writer has its answer
        try (var writer = writer("arxiv")) {
            for (int written = 1; written <= 20; written++) {
                writer.beginTransaction();
                var sent = writer.send(record("arxiv", Integer.toString(written)));
                writer.commitTransaction();
                sent.get();
                shown.add(reader.latest(Topics.OBSERVATIONS).size());
            }
        }

        // Then:
        assertThat(shown).isSorted().doesNotHaveDuplicates().first().isEqualTo(1);
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private KafkaProducer<String, byte[]> writer(String id) {
        var writer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        id),
                new StringSerializer(),
                new ByteArraySerializer());
        writer.initTransactions();
        return writer;
    }

    private static ProducerRecord<String, byte[]> record(String source, String id) {
        Observation observation =
                Observation.newBuilder().setSource(source).setNativeId(id).build();
        try (var values = TopicSerdes.embedded().of(Topics.OBSERVATIONS).serializer()) {
            return new ProducerRecord<>(TOPIC, source + "/" + id, values.serialize(TOPIC, observation));
        }
    }
}
