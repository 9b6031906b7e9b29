package org.computedivide.monitor.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.RowWriter;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.monitor.running.Addresses;
import org.computedivide.monitor.running.DatabaseLogin;
import org.computedivide.sinks.postgres.Database;
import org.computedivide.sinks.postgres.TableDifference;
import org.computedivide.sinks.postgres.TopicTableComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tables held against their topics. */
@Command(
        name = "check",
        description = {
            "Hold every table against its topics, row for row. Exit code 1 when one differs.",
            "While records still come in, a table may be a moment behind."
        })
public final class Check implements Callable<Integer> {

    private static final List<Column> COLUMNS = List.of(
            Column.of("table", 14, "table"),
            Column.of("rows", 8, "rows"),
            Column.of("missing", 8, "missing"),
            Column.of("extra", 8, "extra"),
            Column.of("example", 80, "example"));

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Override
    public Integer call() {
        try (Reading reading = options.openWithDatabase();
                RowWriter rows = options.writer(COLUMNS)) {
            List<TableDifference> tables = compare(reading.servers());
            tables.forEach(table -> rows.write(row(table)));
            return tables.stream().allMatch(TableDifference::isEqual) ? 0 : 1;
        }
    }

    private static List<TableDifference> compare(Addresses servers) {
        try (var database = new Database(DatabaseLogin.of(servers.jdbc()).sinks(0))) {
            return new TopicTableComparison(servers.kafka(), TopicSerdes.registry(servers.registry()), database)
                    .compare();
        } catch (SQLException e) {
            throw new CannotRun("the database could not be read: " + e.getMessage(), e);
        }
    }

    private static ObjectNode row(TableDifference table) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("table", table.table())
                .put("rows", table.rows())
                .put("missing", table.missing().size())
                .put("extra", table.extra().size());
        table.missing().stream().findFirst().ifPresent(example -> row.put("example", "missing " + example));
        table.extra().stream().findFirst().ifPresent(example -> row.put("example", "extra " + example));
        return row;
    }
}
