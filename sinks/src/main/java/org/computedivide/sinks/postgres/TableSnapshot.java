package org.computedivide.sinks.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.computedivide.avro.Alert;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Digest;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.LiteratureClaim;
import org.computedivide.avro.Release;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;
import org.computedivide.avro.topics.Topic;

/** Writes whole contents into the tables, as the writers do, but without a broker: the state of one moment. */
public final class TableSnapshot {

    private static final int ROWS_AT_ONCE = 2_000;

    private final Database database;

    public TableSnapshot(Database database) {
        this.database = database;
    }

    /**
     * Makes the tables.
     *
     * @throws SQLException when the database cannot be reached
     */
    public void migrate() throws SQLException {
        database.migrate();
    }

    /** By family id. */
    public void releases(Map<String, Release> values) {
        write(List.of(ReleaseTables.RELEASES, ReleaseTables.VARIANTS), values);
    }

    /** By source/nativeId. */
    public void evidence(Map<String, Evidence> values) {
        write(List.of(EvidenceTables.FACTS), values);
    }

    public void tallies(Map<String, Tally> values) {
        write(List.of(TallyTables.TALLIES), values);
    }

    public void trends(Map<String, Trend> values) {
        write(List.of(TallyTables.TRENDS), values);
    }

    public void literature(Map<String, LiteratureClaim> values) {
        write(List.of(LiteratureTables.CLAIMS, LiteratureTables.FIGURES), values);
    }

    /** By alert id, of one stream. */
    public void alerts(Topic<Alert> stream, Map<String, Alert> values) {
        write(List.of(NewsTables.alerts(stream.name())), values);
    }

    public void corrections(List<Correction> values) {
        write(
                List.of(NewsTables.CORRECTIONS),
                values.stream().map(value -> new Change<Correction>(value.getFamilyId(), value)));
    }

    /** By ISO week. */
    public void digests(Map<String, Digest> values) {
        write(List.of(NewsTables.DIGESTS), values);
    }

    private <V extends SpecificRecord> void write(List<Table<V>> tables, Map<String, V> values) {
        write(tables, values.entrySet().stream().map(value -> new Change<V>(value.getKey(), value.getValue())));
    }

    private <V extends SpecificRecord> void write(List<Table<V>> tables, Stream<Change<V>> stream) {
        List<Change<V>> changes = stream.toList();
        for (int from = 0; from < changes.size(); from += ROWS_AT_ONCE) {
            List<Change<V>> some = changes.subList(from, Math.min(changes.size(), from + ROWS_AT_ONCE));
            Feed<V> feed = new Feed<>("a snapshot", record -> some.get(0), tables);
            inTransaction(new Work<>(feed, some, Map.of()));
        }
    }

    private void inTransaction(Work<?> work) {
        try {
            database.jdbi().<SQLException>useTransaction(handle -> work.write(handle.getConnection()));
        } catch (SQLException e) {
            throw new IllegalStateException("a row of the past cannot be written: " + e.getMessage(), e);
        }
    }
}
