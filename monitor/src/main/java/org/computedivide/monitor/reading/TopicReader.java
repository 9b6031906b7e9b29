package org.computedivide.monitor.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.computedivide.avro.topics.CommittedLog;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.running.Addresses;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads topics from their beginning, committed records only, without a group: nothing on the broker changes. */
public final class TopicReader {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String kafka;
    private final TopicSerdes serdes;

    public TopicReader(Addresses servers) {
        this(servers.kafka(), TopicSerdes.registry(servers.registry()));
    }

    /**
     * @param kafka address of a broker
     * @param serdes how the values of its topics became bytes
     */
    public TopicReader(String kafka, TopicSerdes serdes) {
        this.kafka = kafka;
        this.serdes = serdes;
    }

    /**
     * Shows what is in the topic now, one partition after the other, each in its order. Tombstones and records that
     * cannot be read are passed over.
     *
     * @param each told of every value; false ends the reading
     */
    public <V extends SpecificRecord> void read(Topic<V> topic, Predicate<V> each) {
        try (Consumer<String, byte[]> consumer = CommittedLog.consumer(kafka);
                Deserializer<V> values = serdes.of(topic).deserializer()) {
            for (var end : ends(consumer, topic.name())) {
                if (!readToEnd(consumer, end, record -> {
                    V value = value(values, record);
                    return value == null || each.test(value);
                })) {
                    return;
                }
            }
        } catch (TimeoutException e) {
            throw unreachable(e);
        }
    }

    /** The newest value of each key, in the order in which the keys were last written; a tombstone ends a key. */
    public <V extends SpecificRecord> List<V> latest(Topic<V> topic) {
        Map<String, V> newest = new LinkedHashMap<>();
        try (Consumer<String, byte[]> consumer = CommittedLog.consumer(kafka);
                Deserializer<V> values = serdes.of(topic).deserializer()) {
            for (var end : ends(consumer, topic.name())) {
                readToEnd(consumer, end, record -> {
                    newest.remove(record.key());
                    V value = value(values, record);
                    if (value != null) {
                        newest.put(record.key(), value);
                    }
                    return true;
                });
            }
        } catch (TimeoutException e) {
            throw unreachable(e);
        }
        return new ArrayList<>(newest.values());
    }

    /**
     * Shows what comes into the topic, until {@code each} says false or the thread is interrupted.
     *
     * @param all whether to begin with what is in it already
     */
    public <V extends SpecificRecord> void follow(Topic<V> topic, boolean all, Predicate<V> each) {
        try (Consumer<String, byte[]> consumer = consumer();
                Deserializer<V> values = serdes.of(topic).deserializer()) {
            List<TopicPartition> partitions = partitions(consumer, topic.name());
            consumer.assign(partitions);
            if (all) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            partitions.forEach(consumer::position);
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    V value = value(values, record);
                    if (value != null && !each.test(value)) {
                        return;
                    }
                }
            }
        } catch (TimeoutException e) {
            throw unreachable(e);
        }
    }

    /** How far each topic has been written, over its partitions; with what a transaction leaves behind. */
    public SortedMap<String, Long> ends() {
        var ends = new TreeMap<String, Long>();
        try (Consumer<String, byte[]> consumer = CommittedLog.consumer(kafka)) {
            for (String topic : consumer.listTopics(PATIENCE).keySet()) {
                if (topic.startsWith("divide.")) {
                    long end = consumer.endOffsets(partitions(consumer, topic)).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
                    ends.put(topic, end);
                }
            }
            return ends;
        } catch (TimeoutException e) {
            throw unreachable(e);
        }
    }

    private List<Map.Entry<TopicPartition, Long>> ends(Consumer<?, ?> consumer, String topic) {
        return CommittedLog.ends(kafka, partitions(consumer, topic)).entrySet().stream()
                .sorted(Comparator.comparingInt(end -> end.getKey().partition()))
                .toList();
    }

    /** Waits a little for transactions that are about to end; one that stays open hides what lies behind it. */
    private boolean readToEnd(
            Consumer<String, byte[]> consumer,
            Map.Entry<TopicPartition, Long> end,
            Predicate<ConsumerRecord<String, byte[]>> each) {
        try {
            return CommittedLog.read(consumer, Map.ofEntries(end), PATIENCE, each);
        } catch (CommittedLog.Unfinished e) {
            LOG.atWarn().addKeyValue("problem", e.getMessage()).log("not all of a topic could be read");
            return true;
        }
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
        if (partitions.isEmpty()) {
            throw new CannotRun(
                    "topic %s does not exist on %s; start the monitor once with: divide up".formatted(topic, kafka));
        }
        return partitions;
    }

    private static <V extends SpecificRecord> @Nullable V value(
            Deserializer<V> values, ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null ? null : values.deserialize(record.topic(), record.value());
        } catch (SerializationException e) {
            return null; // counted in divide.dead-letters.v1 by those who live on it
        }
    }

    private CannotRun unreachable(TimeoutException e) {
        return new CannotRun(
                "the Kafka brokers at %s do not answer; start them, or correct --kafka".formatted(kafka), e);
    }

    private Consumer<String, byte[]> consumer() {
        var settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
