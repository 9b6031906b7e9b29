package org.computedivide.monitor.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.RowWriter;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.monitor.running.DatabaseLogin;
import org.computedivide.monitor.settings.Nearest;
import org.computedivide.sinks.postgres.Database;
import org.jdbi.v3.core.Handle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One table as it is. */
@Command(name = "table", description = "Print a table of the database, in the order of its primary key.")
public final class TableCommand implements Callable<Integer> {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int CELL = 24;
    private static final int ROWS_AT_ONCE = 500;

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Parameters(paramLabel = "NAME", description = "releases, variants, facts, tallies, trends, alerts, digests, …")
    private String name = "";

    @Override
    public Integer call() {
        try (Reading reading = options.openWithDatabase();
                var database =
                        new Database(DatabaseLogin.of(reading.servers().jdbc()).sinks(0));
                // A transaction, because only in one does the driver fetch piece by piece.
                Handle handle = database.jdbi().open().begin()) {
            print(handle, known(handle, name));
            handle.commit();
        }
        return 0;
    }

    private void print(Handle handle, String table) {
        List<Column> columns = names(
                        handle,
                        "column_name",
                        "columns where table_schema = current_schema() and table_name = '" + table
                                + "' order by ordinal_position")
                .map(column -> Column.of(column, CELL, column))
                .toList();
        String rows = "select row_to_json(t)::text from " + table + " t order by " + key(handle, table);
        try (RowWriter writer = options.writer(columns);
                Stream<String> found =
                        handle.createQuery(rows).setFetchSize(ROWS_AT_ONCE).mapTo(String.class).stream()) {
            for (String row : (Iterable<String>) found::iterator) {
                if (!writer.write(parsed(row))) {
                    return;
                }
            }
        }
    }

    private static String known(Handle handle, String wanted) {
        List<String> tables = names(handle, "table_name", "tables where table_schema = current_schema() order by 1")
                .toList();
        if (tables.contains(wanted)) {
            return wanted;
        }
        throw new CannotRun("there is no table %s%s"
                .formatted(
                        wanted,
                        Nearest.to(wanted, tables)
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse("; there are " + String.join(", ", tables))));
    }

    private static String key(Handle handle, String table) {
        List<String> columns =
                handle.createQuery("""
                        select a.attname from pg_index i
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                        where i.indrelid = cast(:table as regclass) and i.indisprimary
                        order by array_position(i.indkey::int2[], a.attnum)
                        """).bind("table", table).mapTo(String.class).list();
        return columns.isEmpty() ? "1" : String.join(", ", columns);
    }

    private static Stream<String> names(Handle handle, String column, String from) {
        return handle
                .createQuery("select " + column + " from information_schema." + from)
                .mapTo(String.class)
                .list()
                .stream();
    }

    private static ObjectNode parsed(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL wrote no JSON", e);
        }
    }
}
