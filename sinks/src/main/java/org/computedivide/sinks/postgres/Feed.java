package org.computedivide.sinks.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.TopicSerdes;

/**
 * A topic and the tables that it fills.
 *
 * @param topic its name
 * @param reading how its records are read
 * @param tables what they fill
 */
record Feed<V>(String topic, Reading<V> reading, List<Table<V>> tables) {

    /** Reads one record. */
    @FunctionalInterface
    interface Reading<V> {

        /**
         * The key and the value of a record.
         *
         * @throws Unwritable when nobody can ever read it
         * @throws RuntimeException when it may be read later, for example because the registry does not answer
         */
        Change<V> read(ConsumerRecord<byte[], byte[]> record);
    }

    Feed {
        tables = List.copyOf(tables);
    }

    /** A topic of a contract. */
    static <V extends SpecificRecord> Feed<V> of(Topic<V> topic, TopicSerdes serdes, List<Table<V>> tables) {
        Deserializer<V> values = serdes.of(topic).deserializer();
        return new Feed<>(topic.name(), record -> new Change<>(key(record), value(values, record)), tables);
    }

    /** A topic of bytes: the record stands for itself. */
    static Feed<ConsumerRecord<byte[], byte[]>> ofBytes(String topic, Table<ConsumerRecord<byte[], byte[]>> table) {
        return new Feed<>(topic, record -> new Change<>(text(record.key()), record), List.of(table));
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            throw new Unwritable("the record has no key");
        }
        return PlainText.of(text(record.key()));
    }

    private static String text(byte[] key) {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    @SuppressWarnings("NullAway") // a deserializer answers null for a tombstone
    private static <V> V value(Deserializer<V> values, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            return values.deserialize(record.topic(), record.value());
        } catch (RuntimeException e) {
            if (RegistryTrouble.isIn(e)) {
                throw e;
            }
            throw new Unwritable("the value is not what the topic carries: " + cause(e), e);
        }
    }

    private static String cause(Throwable e) {
        Throwable cause = e.getCause();
        return cause instanceof IOException || cause instanceof RuntimeException
                ? String.valueOf(cause.getMessage())
                : String.valueOf(e.getMessage());
    }
}
