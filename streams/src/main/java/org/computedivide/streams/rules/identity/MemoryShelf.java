package org.computedivide.streams.rules.identity;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A shelf in memory: for tests and for the bounded replay. */
public final class MemoryShelf<V> implements Shelf<V> {

    private final TreeMap<String, V> values = new TreeMap<>();

    @Override
    public Optional<V> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void put(String key, V value) {
        values.put(key, value);
    }

    @Override
    public void remove(String key) {
        values.remove(key);
    }

    @Override
    public NavigableSet<String> keys(String prefix) {
        var keys = new TreeSet<String>(); // one by one: a set made of the view would count it first
        values.subMap(prefix, prefix + Character.MAX_VALUE).keySet().forEach(keys::add);
        return keys;
    }
}
