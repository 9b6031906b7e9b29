package org.computedivide.streams.rules.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NavigableSet;
import java.util.Optional;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * A shelf in memory that holds its records as bytes, as the stores on disk do: a record of empty fields takes a fifth of
 * the room, and nothing that was put can be changed from outside.
 */
final class PackedShelf<V> implements Shelf<V> {

    private final Shelf<byte[]> packed = new HeldShelf<>();
    private final Spellings spellings;
    private final DatumWriter<V> writer;
    private final DatumReader<V> reader;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    private final BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);

    PackedShelf(Spellings spellings, Class<V> type) {
        this.spellings = spellings;
        this.writer = new SpecificDatumWriter<>(type);
        this.reader = new SpecificDatumReader<>(type);
    }

    @Override
    public Optional<V> get(String key) {
        return packed.get(key).map(this::unpack);
    }

    @Override
    public void put(String key, V value) {
        packed.put(spellings.once(key), pack(value));
    }

    @Override
    public void remove(String key) {
        packed.remove(key);
    }

    @Override
    public NavigableSet<String> keys(String prefix) {
        return packed.keys(prefix);
    }

    private byte[] pack(V value) {
        try {
            bytes.reset();
            writer.write(value, encoder);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a value of the shelf", e);
        }
    }

    private V unpack(byte[] packed) {
        try {
            return reader.read(null, DecoderFactory.get().binaryDecoder(packed, decoder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a value of the shelf", e);
        }
    }
}
