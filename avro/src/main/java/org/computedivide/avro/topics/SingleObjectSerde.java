package org.computedivide.avro.topics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.NullUnmarked;

/**
 * Avro single-object encoding: a marker, the fingerprint of the schema, the binary. For state stores, whose schema is
 * the one of the running version (stores are rebuilt under a new application id when it changes).
 */
public final class SingleObjectSerde {

    private SingleObjectSerde() {}

    /** A serde for one generated class; null stands for null. */
    public static <V extends SpecificRecord> Serde<V> of(Class<V> type) {
        SpecificData data = SpecificData.getForClass(type);
        Schema schema = data.getSchema(type);
        return Serdes.serdeFrom(
                serializer(new BinaryMessageEncoder<>(data, schema, false)),
                deserializer(new BinaryMessageDecoder<>(data, schema)));
    }

    @NullUnmarked
    private static <V> Serializer<V> serializer(BinaryMessageEncoder<V> encoder) {
        return (topic, value) -> {
            if (value == null) {
                return null;
            }
            var bytes = new ByteArrayOutputStream();
            try {
                encoder.encode(value, bytes);
            } catch (IOException e) {
                throw new SerializationException("cannot write a value of " + topic, e);
            }
            return bytes.toByteArray();
        };
    }

    @NullUnmarked
    private static <V> Deserializer<V> deserializer(BinaryMessageDecoder<V> decoder) {
        return (topic, bytes) -> {
            if (bytes == null) {
                return null;
            }
            try {
                return decoder.decode(bytes, null);
            } catch (IOException | AvroRuntimeException e) {
                throw new SerializationException("cannot read a value of " + topic, e);
            }
        };
    }
}
