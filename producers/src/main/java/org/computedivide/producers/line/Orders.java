package org.computedivide.producers.line;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.computedivide.avro.BackfillOrder;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.producers.fetch.Pace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest order for the history of each source, as they come in over the log. */
final class Orders {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final Supplier<Consumer<String, byte[]>> log;
    private final Deserializer<BackfillOrder> values;
    private final ClockWatch watch;
    private final Map<String, BackfillOrder> bySource = new ConcurrentHashMap<>();

    /**
     * @param log opens a reader of the log
     */
    Orders(Supplier<Consumer<String, byte[]>> log, TopicSerdes serdes, ClockWatch watch) {
        this.log = log;
        this.values = serdes.of(Topics.BACKFILLS).deserializer();
        this.watch = watch;
    }

    /** The order for a source, wanted or paused; empty when there never was one. */
    Optional<BackfillOrder> of(String source) {
        return Optional.ofNullable(bySource.get(source));
    }

    /** Reads orders until the thread is interrupted; a broker that does not answer is asked again. */
    void follow() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            try (Consumer<String, byte[]> consumer = log.get()) {
                var partition = new TopicPartition(Topics.BACKFILLS.name(), 0);
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                read(consumer);
            } catch (org.apache.kafka.common.errors.InterruptException e) {
                throw new InterruptedException();
            } catch (KafkaException e) {
                LOG.atWarn().addKeyValue("problem", e.getMessage()).log("orders for histories cannot be read");
                Pace.real().pause(Duration.ofSeconds(5));
            }
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        while (!Thread.currentThread().isInterrupted()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                take(record);
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            bySource.remove(record.key());
            return;
        }
        try {
            bySource.put(record.key(), values.deserialize(record.topic(), record.value()));
            watch.wake();
        } catch (SerializationException e) {
            LOG.atWarn().addKeyValue("source", record.key()).log("an order for a history cannot be read");
        }
    }
}
