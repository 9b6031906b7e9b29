package org.computedivide.monitor.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.monitor.CannotRun;
import org.computedivide.streams.StreamsApp;

/** Waits until topologies have read what is in a topic, or have written what is looked for. */
public final class Arrivals {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration WAIT = Duration.ofMillis(25);

    private final String broker;
    private final Admin admin;
    private final TopicSerdes serdes;
    private final Duration longest;

    /**
     * @param longest after it, whoever waits is told that nothing came
     */
    Arrivals(String broker, Admin admin, TopicSerdes serdes, Duration longest) {
        this.broker = broker;
        this.admin = admin;
        this.serdes = serdes;
        this.longest = longest;
    }

    /** Waits until a topology has committed all that a topic holds now. */
    public void awaitRead(StreamsApp app, Topic<?> topic) {
        awaitRead(app.group(), topic);
    }

    /** Waits until a consumer group has committed all that a topic holds now. */
    public void awaitRead(String group, Topic<?> topic) {
        awaitRead(group, lastRecords(topic));
    }

    /** Waits until a consumer group has committed these records, given by partition. */
    public void awaitRead(String group, Map<TopicPartition, Long> records) {
        await(group + " to read " + records.keySet(), () -> {
            Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
            return records.entrySet().stream().allMatch(record -> {
                OffsetAndMetadata read = committed.get(record.getKey());
                return read != null && read.offset() > record.getValue();
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
        var last = new HashMap<TopicPartition, Long>();
        try (Consumer<String, byte[]> consumer = consumer()) {
            var partitions = partitions(consumer, topic.name());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    last.put(new TopicPartition(record.topic(), record.partition()), record.offset());
                }
            }
        }
        return last;
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
                Arrivals.this.await("a record in " + topic.name(), () -> {
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

    private void await(String what, Condition condition) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > end) {
                    throw new CannotRun("waited %d s in vain for %s".formatted(longest.toSeconds(), what));
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
                        broker,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
