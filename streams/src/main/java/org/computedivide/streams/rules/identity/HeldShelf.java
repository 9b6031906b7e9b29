package org.computedivide.streams.rules.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** A shelf in memory that holds its records as they are: for few that change often, as a release with each derivative. */
final class HeldShelf<V> implements Shelf<V> {

    private final Map<String, V> held = new HashMap<>();

    @Override
    public Optional<V> get(String key) {
        return Optional.ofNullable(held.get(key));
    }

    @Override
    public void put(String key, V value) {
        held.put(key, value);
    }

    @Override
    public void remove(String key) {
        held.remove(key);
    }

    @Override
    public NavigableSet<String> keys(String prefix) {
        var keys = new TreeSet<String>();
        held.keySet().stream().filter(key -> key.startsWith(prefix)).forEach(keys::add);
        return keys;
    }
}
