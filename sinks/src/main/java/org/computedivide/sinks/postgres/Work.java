package org.computedivide.sinks.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Changes of one topic, to be written in one transaction with others.
 *
 * @param feed the topic and its tables
 * @param changes its records, in their order
 * @param unreadable records that nobody can read, with the reason
 */
record Work<V>(Feed<V> feed, List<Change<V>> changes, Map<ConsumerRecord<byte[], byte[]>, Unwritable> unreadable) {

    Work {
        changes = List.copyOf(changes);
        unreadable = Collections.unmodifiableMap(new LinkedHashMap<>(unreadable));
    }

    static <V> Work<V> read(Feed<V> feed, Iterable<ConsumerRecord<byte[], byte[]>> records) {
        var changes = new ArrayList<Change<V>>();
        var unreadable = new LinkedHashMap<ConsumerRecord<byte[], byte[]>, Unwritable>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                changes.add(feed.reading().read(record));
            } catch (Unwritable e) {
                unreadable.put(record, e);
            }
        }
        return new Work<>(feed, changes, unreadable);
    }

    /** Writes the rows; tells which tables and keys changed. */
    List<TableChange> write(Connection connection) throws SQLException {
        var changed = new ArrayList<TableChange>();
        for (Table<V> table : feed.tables()) {
            delete(connection, table);
            insert(connection, table);
            changed.add(new TableChange(table.name(), keys()));
        }
        return changed;
    }

    private Set<String> keys() {
        var keys = new LinkedHashSet<String>();
        changes.forEach(change -> keys.add(change.key()));
        return keys;
    }

    private void delete(Connection connection, Table<V> table) throws SQLException {
        List<String> keys = table.deleted(changes);
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(table.delete())) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            statement.executeUpdate();
        }
    }

    private void insert(Connection connection, Table<V> table) throws SQLException {
        List<Row<V>> rows = table.rows(changes);
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(table.insert())) {
            int parameter = 1;
            for (Column<V> column : table.columns()) {
                statement.setArray(parameter++, array(connection, column, rows));
            }
            statement.executeUpdate();
        }
    }

    private Array array(Connection connection, Column<V> column, List<Row<V>> rows) throws SQLException {
        Object[] values = rows.stream().map(column::wire).toArray();
        return connection.createArrayOf(column.type().element(), values);
    }
}
