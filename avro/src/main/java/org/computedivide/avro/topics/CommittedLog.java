package org.computedivide.avro.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads all that stands in partitions now, committed records only. A commit is acknowledged before its marks stand in the
 * partitions, and someone else's transaction may be open in front of it; the end that a reader of committed records is
 * told lies before both. So the end is asked with everything that was written, and what is open before it is waited for.
 */
public final class CommittedLog {

    /** Longer than a broker leaves a transaction open whose writer is gone: a minute, looked after every ten seconds. */
    public static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(90);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 5_000;
    private static final int WAIT_MS = 20;

    private CommittedLog() {}

    /** A transaction stays open; what lies behind it cannot be read yet. */
    public static final class Unfinished extends TimeoutException {
        private static final long serialVersionUID = 1L;

        Unfinished(Collection<TopicPartition> partitions) {
            super("a transaction stays open in " + partitions + ", what lies behind it cannot be read yet");
        }
    }

    /**
     * A consumer for {@link #read}, without a group. It always asks for more than it was told to read; a broker keeps such a
     * question for half a second when there is no more, and the next topic, partition or farewell would wait behind it.
     */
    public static Consumer<String, byte[]> consumer(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) ANSWER.toMillis(),
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MOST_AT_ONCE,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                WAIT_MS);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Reads partitions from their beginning, each in its order.
     *
     * @param consumer of committed records; assigned anew
     * @param ends how far, by {@link #ends}
     * @param patience how long nothing may come before this gives up
     * @param each told of every record; false ends the reading
     * @return whether it was read to the end
     * @throws Unfinished when a transaction stays open
     */
    public static <K, V> boolean read(
            Consumer<K, V> consumer,
            Map<TopicPartition, Long> ends,
            Duration patience,
            Predicate<ConsumerRecord<K, V>> each) {
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        long moved = System.nanoTime();
        long reached = -1;
        for (var left = left(consumer, ends); !left.isEmpty(); left = left(consumer, ends)) {
            for (ConsumerRecord<K, V> record : consumer.poll(POLL)) {
                if (!each.test(record)) {
                    return false;
                }
            }
            long at = ends.keySet().stream().mapToLong(consumer::position).sum();
            if (at > reached) {
                reached = at;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > patience.toNanos()) {
                throw new Unfinished(left);
            }
        }
        return true;
    }

    private static Set<TopicPartition> left(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .filter(end -> consumer.position(end.getKey()) < end.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** How far partitions are written, with what is not committed. */
    public static Map<TopicPartition, Long> ends(String bootstrapServers, Collection<TopicPartition> partitions) {
        var newest = partitions.stream().collect(Collectors.toMap(at -> at, at -> OffsetSpec.latest()));
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var all = admin.listOffsets(newest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .all();
            return all.get(ANSWER.toSeconds(), TimeUnit.SECONDS).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException problem ? problem : new KafkaException(e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("the brokers at " + bootstrapServers + " do not say where topics end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }
}
