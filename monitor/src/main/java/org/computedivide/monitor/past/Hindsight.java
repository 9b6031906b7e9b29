package org.computedivide.monitor.past;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.computedivide.avro.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What hindsight changed: tallies of one day, by what was known at one moment and at a later one. The windows are the
 * same, so a difference comes from what was learned, not from days that passed.
 *
 * @param then tallies by what was known first, by key
 * @param later the same by what was known later
 */
public record Hindsight(SortedMap<String, Tally> then, SortedMap<String, Tally> later) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A row for each tally that differs, in the order of keys: measure to unit, then, later, change. */
    public List<ObjectNode> rows(Predicate<Tally> wanted) {
        var keys = new TreeSet<String>(then.keySet());
        keys.addAll(later.keySet());
        return keys.stream()
                .flatMap(key -> row(then.get(key), later.get(key), wanted).stream())
                .toList();
    }

    private static List<ObjectNode> row(@Nullable Tally before, @Nullable Tally after, Predicate<Tally> wanted) {
        Tally either = Objects.requireNonNull(before != null ? before : after);
        if (!wanted.test(either) || (before != null && after != null && before.getNumber() == after.getNumber())) {
            return List.of();
        }
        ObjectNode row = MAPPER.createObjectNode()
                .put("measure", either.getMeasure())
                .put("selection", either.getSelection())
                .put("dimension", either.getDimension())
                .put("value", either.getValue())
                .put("window", either.getWindow())
                .put("unit", either.getUnit());
        if (before != null) {
            row.put("then", before.getNumber());
        }
        if (after != null) {
            row.put("later", after.getNumber());
        }
        if (before != null && after != null) {
            row.put("change", after.getNumber() - before.getNumber());
        }
        return List.of(row);
    }
}
