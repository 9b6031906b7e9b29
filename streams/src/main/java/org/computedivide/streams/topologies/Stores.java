package org.computedivide.streams.topologies;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.computedivide.avro.topics.SingleObjectSerde;
import org.computedivide.streams.rules.identity.Shelf;

/** State stores by string keys, kept on disk and logged. */
public final class Stores {

    private Stores() {}

    /** A persistent store of one contract. */
    public static <V extends SpecificRecord> StoreBuilder<KeyValueStore<String, V>> of(String name, Class<V> type) {
        return of(name, SingleObjectSerde.of(type));
    }

    /** A persistent store of short texts. */
    public static StoreBuilder<KeyValueStore<String, String>> ofText(String name) {
        return of(name, Serdes.String());
    }

    /** A store in memory without a log: for what is read from a topic as a whole. */
    public static <V extends SpecificRecord> StoreBuilder<KeyValueStore<String, V>> inMemory(
            String name, Class<V> type) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name),
                        Serdes.String(),
                        SingleObjectSerde.of(type))
                .withLoggingDisabled();
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> of(String name, Serde<V> serde) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), Serdes.String(), serde);
    }

    /** A store seen as the shelf that the rules know. */
    public static <V> Shelf<V> shelf(KeyValueStore<String, V> store) {
        return new StoreShelf<>(store);
    }

    private record StoreShelf<V>(KeyValueStore<String, V> store) implements Shelf<V> {

        @Override
        public Optional<V> get(String key) {
            return Optional.ofNullable(store.get(key));
        }

        @Override
        public void put(String key, V value) {
            store.put(key, value);
        }

        @Override
        public void remove(String key) {
            store.delete(key);
        }

        @Override
        public NavigableSet<String> keys(String prefix) {
            var keys = new TreeSet<String>();
            try (var entries = store.prefixScan(prefix, new StringSerializer())) {
                entries.forEachRemaining(entry -> keys.add(entry.key));
            }
            return keys;
        }
    }
}
