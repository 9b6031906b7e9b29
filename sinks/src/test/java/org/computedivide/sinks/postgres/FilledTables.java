package org.computedivide.sinks.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.computedivide.avro.Alert;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Digest;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.LiteratureClaim;
import org.computedivide.avro.Release;
import org.computedivide.avro.SourceHealth;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;

/** Writes rows into the tables as the writers do, without a broker. */
public final class FilledTables {

    private final Database database;

    public FilledTables(Database database) {
        this.database = database;
    }

    public void migrate() throws SQLException {
        database.migrate();
    }

    public void releases(Map<String, Release> values) throws SQLException {
        write(List.of(ReleaseTables.RELEASES, ReleaseTables.VARIANTS), values);
    }

    public void evidence(Map<String, Evidence> values) throws SQLException {
        write(List.of(EvidenceTables.FACTS), values);
    }

    public void tallies(Map<String, Tally> values) throws SQLException {
        write(List.of(TallyTables.TALLIES), values);
    }

    public void trends(Map<String, Trend> values) throws SQLException {
        write(List.of(TallyTables.TRENDS), values);
    }

    public void alerts(Map<String, Alert> values) throws SQLException {
        write(List.of(NewsTables.alerts("divide.alerts.threshold.v1")), values);
    }

    public void corrections(Map<String, Correction> values) throws SQLException {
        write(List.of(NewsTables.CORRECTIONS), values);
    }

    public void digests(Map<String, Digest> values) throws SQLException {
        write(List.of(NewsTables.DIGESTS), values);
    }

    public void literature(Map<String, LiteratureClaim> values) throws SQLException {
        write(List.of(LiteratureTables.CLAIMS, LiteratureTables.FIGURES), values);
    }

    public void sources(Map<String, SourceHealth> values) throws SQLException {
        write(List.of(OperationTables.SOURCES), values);
    }

    private <V extends SpecificRecord> void write(List<Table<V>> tables, Map<String, V> values) throws SQLException {
        List<Change<V>> changes = values.entrySet().stream()
                .map(value -> new Change<V>(value.getKey(), value.getValue()))
                .toList();
        Feed<V> feed = new Feed<>("filled by a test", record -> changes.get(0), tables);
        database.jdbi().inTransaction(handle -> new Work<>(feed, changes, Map.of()).write(handle.getConnection()));
    }
}
