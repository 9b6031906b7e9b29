package org.computedivide.sinks.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes of one topic, to be written in one transaction with others.
 *
 * @param feed the topic and its tables
 * @param changes its records, in their order
 */
record Work<V>(Feed<V> feed, List<Change<V>> changes) {

    Work {
        changes = List.copyOf(changes);
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
