package org.computedivide.sinks.postgres;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Topics as the broker has them now: ids, partitions, and the span of offsets in each. */
final class TopicLayout {

    private final Map<String, TopicDescription> topics;
    private final Map<TopicPartition, Long> beginnings;
    private final Map<TopicPartition, Long> ends;

    private TopicLayout(
            Map<String, TopicDescription> topics,
            Map<TopicPartition, Long> beginnings,
            Map<TopicPartition, Long> ends) {
        this.topics = Map.copyOf(topics);
        this.beginnings = Map.copyOf(beginnings);
        this.ends = Map.copyOf(ends);
    }

    /** Asks the broker; fails when a topic is not there yet. */
    static TopicLayout ask(String bootstrapServers, Consumer<?, ?> consumer, Collection<String> names) {
        Map<String, TopicDescription> topics = describe(bootstrapServers, names);
        List<TopicPartition> partitions = names.stream()
                .flatMap(name -> partitions(topics, name).stream())
                .toList();
        return new TopicLayout(
                topics,
                new HashMap<>(consumer.beginningOffsets(partitions)),
                new HashMap<>(consumer.endOffsets(partitions)));
    }

    String id(String topic) {
        return description(topics, topic).topicId().toString();
    }

    List<TopicPartition> partitions(String topic) {
        return partitions(topics, topic);
    }

    long beginning(TopicPartition partition) {
        return beginnings.getOrDefault(partition, 0L);
    }

    /** Offset after the last record that a reader of committed records can see. */
    long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /** Whether the offset can only be of an earlier topic of the same name, or of one that lost its end. */
    boolean contradicts(SinkOffsets.StoredOffset stored) {
        return !stored.topicId().equals(id(stored.partition().topic())) || stored.next() > end(stored.partition());
    }

    private static List<TopicPartition> partitions(Map<String, TopicDescription> topics, String topic) {
        return description(topics, topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static TopicDescription description(Map<String, TopicDescription> topics, String topic) {
        TopicDescription description = topics.get(topic);
        if (description == null) {
            throw new IllegalStateException("the broker did not describe topic " + topic);
        }
        return description;
    }

    private static Map<String, TopicDescription> describe(String bootstrapServers, Collection<String> names) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.describeTopics(names).allTopicNames().get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("the topics cannot be described: " + e.getMessage(), e);
        }
    }
}
