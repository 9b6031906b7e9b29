package org.computedivide.sinks.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.computedivide.avro.Alert;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Digest;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.LiteratureClaim;
import org.computedivide.avro.Release;
import org.computedivide.avro.SourceHealth;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;
import org.computedivide.avro.topics.Topics;

/** Writes rows into the tables as the writers do, without a broker. */
public final class FilledTables {

    private final Database database;
    private final TableSnapshot snapshot;

    public FilledTables(Database database) {
        this.database = database;
        this.snapshot = new TableSnapshot(database);
    }

    public void migrate() throws SQLException {
        snapshot.migrate();
    }

    public void releases(Map<String, Release> values) {
        snapshot.releases(values);
    }

    public void evidence(Map<String, Evidence> values) {
        snapshot.evidence(values);
    }

    public void tallies(Map<String, Tally> values) {
        snapshot.tallies(values);
    }

    public void trends(Map<String, Trend> values) {
        snapshot.trends(values);
    }

    public void alerts(Map<String, Alert> values) {
        snapshot.alerts(Topics.THRESHOLD, values);
    }

    public void corrections(Map<String, Correction> values) {
        snapshot.corrections(List.copyOf(values.values()));
    }

    public void digests(Map<String, Digest> values) {
        snapshot.digests(values);
    }

    public void literature(Map<String, LiteratureClaim> values) {
        snapshot.literature(values);
    }

    public void sources(Map<String, SourceHealth> values) throws SQLException {
        List<Change<SourceHealth>> changes = values.entrySet().stream()
                .map(value -> new Change<SourceHealth>(value.getKey(), value.getValue()))
                .toList();
        Feed<SourceHealth> feed =
                new Feed<>("filled by a test", record -> changes.get(0), List.of(OperationTables.SOURCES));
        database.jdbi().inTransaction(handle -> new Work<>(feed, changes, Map.of()).write(handle.getConnection()));
    }
}
