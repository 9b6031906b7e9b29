package org.computedivide.sinks.postgres;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What every writer holds on to.
 *
 * @param bootstrapServers the Kafka cluster
 * @param database the tables
 * @param deadLetters where refused records go
 * @param listener is told of every commit
 */
record SinkLinks(String bootstrapServers, Database database, DeadLetters deadLetters, TableListener listener) {

    private static final int RECORDS = 2_000;
    private static final int BYTES = 4 << 20;

    Map<String, Object> consumerSettings() {
        return consumerSettings(bootstrapServers);
    }

    static Map<String, Object> consumerSettings(String bootstrapServers) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                RECORDS,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                BYTES);
    }
}
