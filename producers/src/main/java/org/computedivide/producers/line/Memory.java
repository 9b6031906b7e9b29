package org.computedivide.producers.line;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.computedivide.avro.Cursor;
import org.computedivide.avro.Seen;
import org.computedivide.avro.Validator;
import org.computedivide.producers.source.SeenItems;

/** What one source knows: its cursor and what it saw of each item, exactly as they stand in the log. */
final class Memory implements SeenItems {

    private final Map<String, Seen> items = new HashMap<>();
    private Optional<Cursor> cursor = Optional.empty();

    @Override
    public Optional<Seen> of(String nativeId) {
        return Optional.ofNullable(items.get(nativeId));
    }

    @Override
    public Set<String> present() {
        return items.entrySet().stream()
                .filter(item -> item.getValue().getState().equals("present"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    int size() {
        return items.size();
    }

    String position() {
        return cursor.map(Cursor::getPosition).orElse("");
    }

    Map<String, Validator> validators() {
        return cursor.map(Cursor::getValidators).orElse(Map.of());
    }

    void remember(Cursor next) {
        cursor = Optional.of(next);
    }

    void remember(String nativeId, Seen seen) {
        items.put(nativeId, seen);
    }
}
