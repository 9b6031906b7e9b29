package org.computedivide.sinks.postgres;

import java.util.List;

/**
 * How a table differs from its topics.
 *
 * @param table name of the table
 * @param rows rows that the topics make
 * @param missing rows, as JSON, that the topics make and the table lacks
 * @param extra rows, as JSON, that the table has and the topics do not make
 */
public record TableDifference(String table, long rows, List<String> missing, List<String> extra) {

    public TableDifference {
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
    }

    public boolean isEqual() {
        return missing.isEmpty() && extra.isEmpty();
    }

    @Override
    public String toString() {
        return table + ": " + rows + " rows, " + missing.size() + " missing, " + extra.size() + " extra"
                + first("; first missing ", missing) + first("; first extra ", extra);
    }

    private static String first(String words, List<String> rows) {
        return rows.isEmpty() ? "" : words + rows.get(0);
    }
}
