package org.computedivide.streams.rules.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Short texts in memory by keys as {@link Links} makes them: {@code head NUL of}, or {@code head NUL from NUL to}. All
 * links from one end are found at once among millions, and each part of a key is held once.
 */
final class NoteShelf implements Shelf<String> {

    private final Spellings spellings;
    /** By head, then by what it is noted of. */
    private final Map<String, Map<String, String>> notes = new HashMap<>();
    /** By head, by one end, by the other. Most ends have one link for ever: those are immutable. */
    private final Map<String, Map<String, Map<String, String>>> links = new HashMap<>();

    NoteShelf(Spellings spellings) {
        this.spellings = spellings;
    }

    @Override
    public Optional<String> get(String key) {
        Key parts = Key.of(key);
        return Optional.ofNullable(beside(parts).get(parts.last()));
    }

    @Override
    public void put(String key, String value) {
        Key parts = Key.of(key);
        String last = spellings.once(parts.last());
        String text = spellings.once(value);
        String from = parts.from();
        if (from == null) {
            notes.computeIfAbsent(parts.head(), head -> new HashMap<>()).put(last, text);
        } else {
            links.computeIfAbsent(parts.head(), head -> new HashMap<>())
                    .merge(spellings.once(from), Map.of(last, text), (held, one) -> with(held, last, text));
        }
    }

    @Override
    public void remove(String key) {
        Key parts = Key.of(key);
        if (parts.isLink()) {
            linksOf(parts.head()).computeIfPresent(parts.from(), (from, held) -> without(held, parts.last()));
        } else {
            beside(parts).remove(parts.last());
        }
    }

    @Override
    public NavigableSet<String> keys(String prefix) {
        var keys = new TreeSet<String>();
        Key parts = Key.of(prefix);
        if (parts.isLink()) {
            addAll(parts.group(), beside(parts), prefix, keys);
        } else {
            notes.forEach((head, held) -> addAll(head, held, prefix, keys));
            links.forEach((head, ends) ->
                    ends.forEach((from, held) -> addAll(new Key(head, from, "").group(), held, prefix, keys)));
        }
        return keys;
    }

    private static void addAll(String group, Map<String, String> held, String prefix, NavigableSet<String> into) {
        held.keySet().stream()
                .map(group::concat)
                .filter(key -> key.startsWith(prefix))
                .forEach(into::add);
    }

    /** All that differs from the key in its last part only. */
    private Map<String, String> beside(Key parts) {
        return parts.isLink()
                ? linksOf(parts.head()).getOrDefault(parts.from(), Map.of())
                : notes.getOrDefault(parts.head(), new HashMap<>());
    }

    private Map<String, Map<String, String>> linksOf(String head) {
        return links.getOrDefault(head, new HashMap<>());
    }

    private static Map<String, String> with(Map<String, String> held, String key, String value) {
        Map<String, String> open = held instanceof TreeMap ? held : new TreeMap<>(held);
        open.put(key, value);
        return open;
    }

    /** What is left of a group; null when nothing is. */
    private static @Nullable Map<String, String> without(Map<String, String> held, String key) {
        if (!held.containsKey(key)) {
            return held;
        }
        if (held.size() == 1) {
            return null;
        }
        held.remove(key);
        return held;
    }

    /**
     * A key in its parts.
     *
     * @param head up to the first NUL with it, empty without one
     * @param from between the first two NULs; null when there are not two
     * @param last the rest
     */
    private record Key(String head, @Nullable String from, String last) {

        private static final char NUL = '\0';

        static Key of(String key) {
            int first = key.indexOf(NUL);
            int second = first < 0 ? -1 : key.indexOf(NUL, first + 1);
            return second < 0
                    ? new Key(key.substring(0, first + 1), null, key.substring(first + 1))
                    : new Key(key.substring(0, first + 1), key.substring(first + 1, second), key.substring(second + 1));
        }

        boolean isLink() {
            return from != null;
        }

        String group() {
            return head + from + NUL;
        }
    }
}
