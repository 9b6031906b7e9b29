package org.computedivide.monitor.commands;

import java.util.List;
import java.util.concurrent.Callable;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.RowWriter;
import org.computedivide.monitor.reading.DatabaseTable;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.monitor.running.DatabaseLogin;
import org.computedivide.sinks.postgres.Database;
import org.jdbi.v3.core.Handle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One table as it is. */
@Command(name = "table", description = "Print a table or view of the database, in the order of its primary key.")
public final class TableCommand implements Callable<Integer> {

    private static final int CELL = 24;

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Parameters(paramLabel = "NAME", description = "releases, variants, facts, tallies, trends, alerts, digests, …")
    private String name = "";

    @Override
    public Integer call() {
        try (Reading reading = options.openWithDatabase();
                var database =
                        new Database(DatabaseLogin.of(reading.servers().jdbc()).sinks(0));
                Handle handle = database.jdbi().open().begin()) {
            print(DatabaseTable.named(handle, name));
            handle.commit();
        }
        return 0;
    }

    private void print(DatabaseTable table) {
        List<Column> columns = table.fields().stream()
                .map(field -> Column.of(field.name(), CELL, field.name()))
                .toList();
        try (RowWriter writer = options.writer(columns)) {
            table.read(writer::write);
        }
    }
}
