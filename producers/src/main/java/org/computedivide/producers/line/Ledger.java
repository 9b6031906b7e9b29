package org.computedivide.producers.line;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.computedivide.avro.Cursor;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Rejected;
import org.computedivide.avro.Seen;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;

/**
 * Writes what one source saw, each page in one transaction. After any error the ledger is of no more use: a new one
 * fences the old, lets the broker settle an open transaction, and reads the log again, so that what was written and what
 * is remembered cannot part.
 */
final class Ledger implements AutoCloseable {

    private final String source;
    private final Producer<String, byte[]> producer;
    private final Values values;
    private final Memory memory;

    /** How values become bytes. */
    record Values(
            Serializer<Observation> observations,
            Serializer<Cursor> cursors,
            Serializer<Seen> seen,
            Serializer<Rejected> rejected) {

        static Values of(TopicSerdes serdes) {
            return new Values(
                    serdes.of(Topics.OBSERVATIONS).serializer(),
                    serdes.of(Topics.CURSORS).serializer(),
                    serdes.of(Topics.SEEN).serializer(),
                    serdes.of(Topics.REJECTED).serializer());
        }
    }

    /** The producer must have its transactions initialised before the memory was read. */
    Ledger(String source, Producer<String, byte[]> producer, Values values, Memory memory) {
        this.source = source;
        this.producer = producer;
        this.values = values;
        this.memory = memory;
    }

    Memory memory() {
        return memory;
    }

    /**
     * Commits all of it or nothing; only then is it remembered.
     *
     * @throws KafkaException when it is not known to be committed; close this ledger and open a new one
     */
    void commit(Writes writes) {
        if (writes.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (Observation observation : writes.observations) {
            sent.add(producer.send(record(observation)));
        }
        writes.seen.forEach(
                (id, seen) -> sent.add(send(Topics.SEEN.name(), key(id), seen.getObservedAt(), values.seen, seen)));
        for (Rejected rejected : writes.rejected) {
            sent.add(send(
                    Topics.REJECTED.name(),
                    key(rejected.getNativeId()),
                    rejected.getObservedAt(),
                    values.rejected,
                    rejected));
        }
        writes.cursor.ifPresent(cursor -> sent.add(
                send(Topics.CURSORS.name(), cursor.getSource(), cursor.getUpdatedAt(), values.cursors, cursor)));
        producer.flush();
        checkSent(sent);
        producer.commitTransaction();
        remember(writes);
    }

    private ProducerRecord<String, byte[]> record(Observation observation) {
        String topic = Topics.OBSERVATIONS.name();
        return new ProducerRecord<>(
                topic,
                null,
                observation.getObservedAt().toEpochMilli(),
                key(observation.getNativeId()),
                values.observations.serialize(topic, observation));
    }

    private <V extends SpecificRecord> Future<RecordMetadata> send(
            String topic, String key, Instant at, Serializer<V> serializer, V value) {
        return producer.send(
                new ProducerRecord<>(topic, null, at.toEpochMilli(), key, serializer.serialize(topic, value)));
    }

    private String key(String nativeId) {
        return source + "/" + nativeId;
    }

    /**
     * The end is asked for when all is in the log. A commit flushes too, but the client looks for batches that are not sent
     * before it takes up the commit: one that comes between is left out of the transaction that it belongs to.
     */
    private static void checkSent(List<Future<RecordMetadata>> sent) {
        for (Future<RecordMetadata> record : sent) {
            try {
                record.get();
            } catch (ExecutionException e) {
                throw new KafkaException("a record was not written", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted while writing", e);
            }
        }
    }

    private void remember(Writes writes) {
        writes.seen.forEach(memory::remember);
        writes.cursor.ifPresent(memory::remember);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
