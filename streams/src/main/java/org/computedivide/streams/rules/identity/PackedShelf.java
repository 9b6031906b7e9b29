package org.computedivide.streams.rules.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.NavigableSet;
import java.util.Optional;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;

/**
 * A shelf in memory that holds its records as bytes, as the stores on disk do: a record of empty fields takes a fifth of
 * the room, and nothing that was put can be changed from outside.
 */
final class PackedShelf<V> implements Shelf<V> {

    private final Shelf<byte[]> packed = new HeldShelf<>();
    private final Spellings spellings;
    private final BinaryMessageEncoder<V> encoder;
    private final BinaryMessageDecoder<V> decoder;

    PackedShelf(Spellings spellings, BinaryMessageEncoder<V> encoder, BinaryMessageDecoder<V> decoder) {
        this.spellings = spellings;
        this.encoder = encoder;
        this.decoder = decoder;
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
            ByteBuffer bytes = encoder.encode(value);
            var array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a value of the shelf", e);
        }
    }

    private V unpack(byte[] bytes) {
        try {
            return decoder.decode(bytes, null);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a value of the shelf", e);
        }
    }
}
