package org.computedivide.sinks.postgres;

import java.util.Set;

/**
 * What a committed transaction changed in one table.
 *
 * @param table name of the table
 * @param keys topic keys of the rows
 */
public record TableChange(String table, Set<String> keys) {

    public TableChange {
        keys = Set.copyOf(keys);
    }
}
