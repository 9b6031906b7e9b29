package org.computedivide.monitor.running;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;

/** Creates the topics that are missing and refuses a broker on which one has another number of partitions. */
public final class TopicCreation {

    private TopicCreation() {}

    /**
     * Does nothing when all is there.
     *
     * @return how many topics were created
     * @throws CannotRun when the broker refuses, or a topic is not as declared
     */
    public static int createMissing(Admin admin) {
        try {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = declared().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            create(admin, missing);
            check(admin, present);
            return missing.size();
        } catch (ExecutionException e) {
            throw new CannotRun("the Kafka broker refused to create the topics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while creating the topics", e);
        }
    }

    /**
     * Creates all topics on an empty broker, the log of record with another number of partitions than declared: to show
     * that it does not matter.
     */
    public static void createAll(Admin admin, int observationPartitions) {
        try {
            create(
                    admin,
                    declared().stream()
                            .map(topic -> topic.name().equals(Topics.OBSERVATIONS.name())
                                    ? newTopic(topic.name(), observationPartitions, topic.configs())
                                    : topic)
                            .toList());
        } catch (ExecutionException e) {
            throw new CannotRun("the Kafka broker refused to create the topics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while creating the topics", e);
        }
    }

    private static List<NewTopic> declared() {
        var topics = new ArrayList<NewTopic>();
        for (Topic<?> topic : Topics.ALL) {
            topics.add(newTopic(topic.name(), topic.partitions(), topic.config()));
        }
        topics.add(newTopic(Topics.DEAD_LETTERS, 1, Topics.REJECTED.config()));
        return topics;
    }

    /** The replication factor is the broker's default: 1 when embedded, what the cluster says elsewhere. */
    private static NewTopic newTopic(String name, int partitions, Map<String, String> config) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config);
    }

    private static void create(Admin admin, List<NewTopic> missing) throws InterruptedException, ExecutionException {
        try {
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e; // another instance may create them at the same moment
            }
        }
    }

    private static void check(Admin admin, Set<String> present) throws InterruptedException, ExecutionException {
        var wanted = new HashMap<String, Integer>();
        Topics.ALL.stream()
                .filter(topic -> present.contains(topic.name()))
                .forEach(topic -> wanted.put(topic.name(), topic.partitions()));
        for (TopicDescription found :
                admin.describeTopics(wanted.keySet()).allTopicNames().get().values()) {
            int partitions = found.partitions().size();
            int declared = wanted.getOrDefault(found.name(), partitions);
            if (partitions != declared) {
                throw new CannotRun(
                        "topic %s has %d partitions on this broker and must have %d; delete it or use another cluster"
                                .formatted(found.name(), partitions, declared));
            }
        }
    }
}
