package org.computedivide.streams.rules.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A shelf in memory: for tests and for the bounded replay. Keys with two NULs in them, as links have, lie in one group for
 * all that is the same up to the second; so all links from one end are found at once among millions.
 */
public final class MemoryShelf<V> implements Shelf<V> {

    private static final char NUL = '\0';

    private final Map<String, V> plain = new HashMap<>();
    /** By group, then by the rest of the key. Most groups hold one value for ever and are immutable. */
    private final Map<String, Map<String, V>> groups = new HashMap<>();

    @Override
    public Optional<V> get(String key) {
        int cut = cut(key);
        Map<String, V> group = cut == 0 ? plain : groups.getOrDefault(key.substring(0, cut), Map.of());
        return Optional.ofNullable(group.get(key.substring(cut)));
    }

    @Override
    public void put(String key, V value) {
        int cut = cut(key);
        if (cut == 0) {
            plain.put(key, value);
        } else {
            String rest = key.substring(cut);
            groups.merge(key.substring(0, cut), Map.of(rest, value), (held, one) -> with(held, rest, value));
        }
    }

    private static <V> Map<String, V> with(Map<String, V> held, String key, V value) {
        Map<String, V> open = held instanceof TreeMap ? held : new TreeMap<>(held);
        open.put(key, value);
        return open;
    }

    @Override
    public void remove(String key) {
        int cut = cut(key);
        if (cut == 0) {
            plain.remove(key);
        } else {
            String rest = key.substring(cut);
            groups.computeIfPresent(key.substring(0, cut), (group, held) -> without(held, rest));
        }
    }

    /** What is left of a group; null when nothing is. */
    private static <V> @Nullable Map<String, V> without(Map<String, V> held, String key) {
        if (!held.containsKey(key)) {
            return held;
        }
        if (held.size() == 1) {
            return null;
        }
        held.remove(key);
        return held;
    }

    @Override
    public NavigableSet<String> keys(String prefix) {
        var keys = new TreeSet<String>();
        int cut = cut(prefix);
        if (cut == 0) {
            addAll("", plain, prefix, keys);
            groups.forEach((group, held) -> addAll(group, held, prefix, keys));
        } else {
            String group = prefix.substring(0, cut);
            addAll(group, groups.getOrDefault(group, Map.of()), prefix, keys);
        }
        return keys;
    }

    private static <V> void addAll(String group, Map<String, V> held, String prefix, NavigableSet<String> into) {
        for (String rest : held.keySet()) {
            String key = group + rest;
            if (key.startsWith(prefix)) {
                into.add(key);
            }
        }
    }

    /** The length of the group's name; 0 for a key without one. */
    private static int cut(String key) {
        int first = key.indexOf(NUL);
        return first < 0 ? 0 : key.indexOf(NUL, first + 1) + 1;
    }
}
