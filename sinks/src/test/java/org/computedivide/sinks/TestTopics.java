package org.computedivide.sinks;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.TopicSerdes;
import org.jspecify.annotations.Nullable;

/** Writes records as the topologies do: in transactions. */
public final class TestTopics implements AutoCloseable {

    private static final TopicSerdes SERDES = TopicSerdes.embedded();

    private final KafkaProducer<String, byte[]> producer;

    public TestTopics(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "test-topics",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4 << 20),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Sends in one committed transaction. */
    public void inTransaction(Runnable sends) {
        producer.beginTransaction();
        sends.run();
        producer.commitTransaction();
    }

    /** Sends in a transaction that is aborted: no reader may see it. */
    public void inVain(Runnable sends) {
        producer.beginTransaction();
        sends.run();
        producer.flush();
        producer.abortTransaction();
    }

    /** Within a transaction: one record. */
    public <V extends SpecificRecord> void put(Topic<V> topic, String key, V value) {
        bytes(topic.name(), key, SERDES.of(topic).serializer().serialize(topic.name(), value));
    }

    /** Within a transaction: a tombstone. */
    public void remove(Topic<?> topic, String key) {
        bytes(topic.name(), key, null);
    }

    /** Within a transaction: bytes as they are. */
    @SuppressWarnings({"NullAway", "FutureReturnValueIgnored"}) // the commit waits for all of them
    public void bytes(String topic, @Nullable String key, byte @Nullable [] value) {
        producer.send(new ProducerRecord<>(topic, key, value));
    }

    @Override
    public void close() {
        producer.close();
    }
}
