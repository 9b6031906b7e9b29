package org.computedivide.producers.line;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.computedivide.avro.Cursor;
import org.computedivide.avro.Seen;
import org.computedivide.avro.Validator;
import org.computedivide.producers.source.SeenItems;

/** What one source knows: its cursors and what it saw of each item, exactly as they stand in the log. */
final class Memory implements SeenItems {

    private final TreeMap<String, Seen> items = new TreeMap<>();
    private final Map<String, String> byLastingName = new HashMap<>();
    private final Map<String, Cursor> cursors = new HashMap<>();

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

    @Override
    public Optional<String> named(String lastingName) {
        return Optional.ofNullable(byLastingName.get(lastingName));
    }

    @Override
    public Optional<String> after(String nativeId) {
        return items.tailMap(nativeId, false).entrySet().stream()
                .filter(item -> item.getValue().getRevision() >= 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    int size() {
        return items.size();
    }

    /** Where the reading goes on that has the name of its cursor. */
    String position(String reading) {
        return Optional.ofNullable(cursors.get(reading))
                .map(Cursor::getPosition)
                .orElse("");
    }

    Map<String, Validator> validators(String reading) {
        return Optional.ofNullable(cursors.get(reading))
                .map(Cursor::getValidators)
                .orElse(Map.of());
    }

    void remember(Cursor next) {
        cursors.put(next.getSource(), next);
    }

    void remember(String nativeId, Seen seen) {
        items.put(nativeId, seen);
        String name = seen.getLastingName();
        if (name.isEmpty()) {
            return;
        }
        if (seen.getState().equals("present")) {
            byLastingName.put(name, nativeId);
        } else {
            byLastingName.remove(name, nativeId);
        }
    }
}
