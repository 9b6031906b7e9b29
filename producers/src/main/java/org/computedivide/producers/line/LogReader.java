package org.computedivide.producers.line;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.computedivide.avro.Cursor;
import org.computedivide.avro.Seen;
import org.computedivide.avro.SourceHealth;
import org.computedivide.avro.topics.CommittedLog;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;

/** Reads what sources remember back from the log: committed records only, to the end. */
final class LogReader {

    private final String bootstrapServers;
    private final TopicSerdes serdes;

    LogReader(String bootstrapServers, TopicSerdes serdes) {
        this.bootstrapServers = bootstrapServers;
        this.serdes = serdes;
    }

    /** The memory of each of the sources; read once for all of them. */
    Map<String, Memory> memories(Collection<String> sources) {
        var memories = sources.stream().collect(Collectors.toMap(id -> id, id -> new Memory()));
        Deserializer<Seen> seen = serdes.of(Topics.SEEN).deserializer();
        Deserializer<Cursor> cursors = serdes.of(Topics.CURSORS).deserializer();
        try (Consumer<String, byte[]> consumer = CommittedLog.consumer(bootstrapServers)) {
            readAll(consumer, Topics.SEEN.name(), (key, bytes) -> {
                int slash = key.indexOf('/');
                Optional.ofNullable(memories.get(key.substring(0, Math.max(0, slash))))
                        .ifPresent(memory ->
                                memory.remember(key.substring(slash + 1), seen.deserialize(Topics.SEEN.name(), bytes)));
            });
            readAll(
                    consumer,
                    Topics.CURSORS.name(),
                    (key, bytes) -> Optional.ofNullable(memories.get(key.replaceFirst("/.*", "")))
                            .ifPresent(memory -> memory.remember(cursors.deserialize(Topics.CURSORS.name(), bytes))));
        }
        return memories;
    }

    /** The last word on the health of each source, so that its counts go on. */
    Map<String, SourceHealth> health() {
        var health = new HashMap<String, SourceHealth>();
        Deserializer<SourceHealth> values = serdes.of(Topics.SOURCES).deserializer();
        try (Consumer<String, byte[]> consumer = CommittedLog.consumer(bootstrapServers)) {
            readAll(
                    consumer,
                    Topics.SOURCES.name(),
                    (key, bytes) -> health.put(key, values.deserialize(Topics.SOURCES.name(), bytes)));
        }
        return health;
    }

    Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** All of it, also where another source's transaction is open in between: what is not read would be written twice. */
    private void readAll(Consumer<String, byte[]> consumer, String topic, BiConsumer<String, byte[]> each) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        var ends = CommittedLog.ends(bootstrapServers, partitions);
        CommittedLog.read(consumer, ends, CommittedLog.LONGEST_TRANSACTION, record -> {
            if (record.value() != null) {
                each.accept(record.key(), record.value());
            }
            return true;
        });
    }
}
