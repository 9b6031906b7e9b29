package org.computedivide.streams.rules.identity;

import java.util.NavigableSet;
import java.util.Optional;

/** A keyed store as the single writer needs it; a state store of Kafka Streams or a sorted map stands behind it. */
public interface Shelf<V> {

    Optional<V> get(String key);

    void put(String key, V value);

    void remove(String key);

    /** All keys that begin with the prefix. */
    NavigableSet<String> keys(String prefix);
}
