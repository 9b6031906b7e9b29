package org.computedivide.sinks.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table and how the records of a topic become its rows.
 *
 * @param name the name in the database
 * @param topicKey the column that holds the key of the record: a tombstone deletes its rows
 * @param primaryKey columns of the primary key. When it starts with the topic key, only the newest record of a key
 *     counts; when it has more columns than that, the rows of a key are replaced together. Else records are events.
 * @param columns all columns
 * @param rowCount how many rows a value makes
 */
record Table<V>(
        String name, String topicKey, List<String> primaryKey, List<Column<V>> columns, ToIntFunction<V> rowCount) {

    /** Column that names the topic where several write into one table. */
    private static final String SHARED_BY = "stream";

    Table {
        primaryKey = List.copyOf(primaryKey);
        columns = List.copyOf(columns);
    }

    boolean isEvents() {
        return !primaryKey.get(0).equals(topicKey);
    }

    private boolean isReplacedWhole() {
        return primaryKey.size() > 1 && !isEvents();
    }

    /** Rows that are inserted for these changes, at most one for each primary key. */
    List<Row<V>> rows(List<Change<V>> changes) {
        List<Column<V>> keys = columns.stream()
                .filter(column -> primaryKey.contains(column.name()))
                .toList();
        var rows = new LinkedHashMap<List<@Nullable Object>, Row<V>>();
        for (Change<V> change : counted(changes)) {
            rowsOf(change).forEach(row -> rows.put(keyOf(row, keys), row));
        }
        return List.copyOf(rows.values());
    }

    /** Topic keys whose rows are deleted before. */
    List<String> deleted(List<Change<V>> changes) {
        return counted(changes).stream()
                .filter(change -> change.value() == null || isReplacedWhole())
                .map(Change::key)
                .distinct()
                .toList();
    }

    String insert() {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String casts = columns.stream()
                .map(column -> column.name() + "::" + column.type().cast())
                .collect(Collectors.joining(", "));
        String arrays = columns.stream()
                .map(column -> "?::" + column.type().element() + "[]")
                .collect(Collectors.joining(", "));
        return "insert into " + name + " (" + names + ") select " + casts + " from unnest(" + arrays + ") as rows ("
                + names + ") on conflict (" + String.join(", ", primaryKey) + ") do update set " + updates();
    }

    String delete() {
        return "delete from " + name + " where " + topicKey + " = any(?)";
    }

    /** Deletes what a topic has written; its one parameter is the name of the topic. */
    String forget() {
        boolean shared = columns.stream().anyMatch(column -> column.name().equals(SHARED_BY));
        return "delete from " + name + " where ? " + (shared ? "= " + SHARED_BY : "is not null");
    }

    private String updates() {
        return columns.stream()
                .map(column -> column.name() + " = excluded." + column.name())
                .collect(Collectors.joining(", "));
    }

    private List<Change<V>> counted(List<Change<V>> changes) {
        if (isEvents()) {
            return changes;
        }
        var newest = new LinkedHashMap<String, Change<V>>();
        changes.forEach(change -> newest.put(change.key(), change));
        return List.copyOf(newest.values());
    }

    private List<Row<V>> rowsOf(Change<V> change) {
        V value = change.value();
        if (value == null) {
            return List.of();
        }
        return IntStream.range(0, rowCount.applyAsInt(value))
                .mapToObj(ordinal -> new Row<>(change.key(), ordinal, value))
                .toList();
    }

    private static <V> List<@Nullable Object> keyOf(Row<V> row, List<Column<V>> keys) {
        var key = new ArrayList<@Nullable Object>();
        keys.forEach(column -> key.add(column.wire(row)));
        return key;
    }
}
