package org.computedivide.producers.line;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.computedivide.avro.SourceHealth;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes how sources are doing; outside the transactions, since it must also tell when those fail. */
final class Health implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final Producer<String, byte[]> producer;
    private final Serializer<SourceHealth> values;

    Health(String bootstrapServers, TopicSerdes serdes) {
        this.values = serdes.of(Topics.SOURCES).serializer();
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void publish(SourceHealth health) {
        String topic = Topics.SOURCES.name();
        var record = new ProducerRecord<>(topic, health.getSource(), values.serialize(topic, health));
        var unused = producer.send(record, (metadata, problem) -> {
            if (problem != null) {
                LOG.atWarn().addKeyValue("problem", problem.getMessage()).log("health of a source not published");
            }
        });
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
