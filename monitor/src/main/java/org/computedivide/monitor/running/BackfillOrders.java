package org.computedivide.monitor.running;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.computedivide.avro.BackfillOrder;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;

/** Hands orders for the history of a source to whoever asks that source. */
public final class BackfillOrders implements AutoCloseable {

    private final String kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final Serializer<BackfillOrder> values;

    public BackfillOrders(Addresses servers) {
        this.kafka = servers.kafka();
        this.values =
                TopicSerdes.registry(servers.registry()).of(Topics.BACKFILLS).serializer();
        this.producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        10_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        15_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Orders a history, or pauses the order.
     *
     * @return the order as it was written
     * @throws CannotRun when Kafka does not take it
     */
    public BackfillOrder write(String source, String from, String to, String state) {
        BackfillOrder order = BackfillOrder.newBuilder()
                .setSource(source)
                .setFrom(from)
                .setTo(to)
                .setState(state)
                .setOrderedAt(Instant.ofEpochMilli(System.currentTimeMillis()))
                .build();
        String topic = Topics.BACKFILLS.name();
        try {
            producer.send(new ProducerRecord<>(topic, source, values.serialize(topic, order)))
                    .get();
            return order;
        } catch (ExecutionException e) {
            throw new CannotRun(
                    "the order could not be written to %s on %s: %s".formatted(topic, kafka, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while ordering", e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
