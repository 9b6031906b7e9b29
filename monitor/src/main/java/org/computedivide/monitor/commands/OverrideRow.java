package org.computedivide.monitor.commands;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.computedivide.avro.Observation;

/**
 * One row of a file of overrides.
 *
 * @param action join or part
 * @param a what is joined, or leaves
 * @param b what it is joined with, or what it leaves
 * @param reason why
 */
record OverrideRow(String action, String a, String b, String reason) {

    private static final List<String> COLUMNS = List.of("action", "a", "b", "reason");

    OverrideRow {
        if (!List.of("join", "part").contains(action)) {
            throw new IllegalArgumentException("the action is \"%s\", but must be join or part".formatted(action));
        }
        if (a.isBlank() || b.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a, b and reason must not be empty");
        }
    }

    /**
     * Reads CSV with a header line.
     *
     * @throws IllegalArgumentException when a row is wrong; the message names its line
     */
    static List<OverrideRow> read(String csv) throws IOException {
        var rows = new ArrayList<OverrideRow>();
        try (MappingIterator<Map<String, String>> lines = new CsvMapper()
                .readerFor(new TypeReference<Map<String, String>>() {})
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            while (lines.hasNextValue()) {
                int line = rows.size() + 2;
                rows.add(row(lines.nextValue(), line));
            }
        }
        return rows;
    }

    private static OverrideRow row(Map<String, String> cells, int line) {
        try {
            List<String> values = COLUMNS.stream()
                    .map(column -> cells.getOrDefault(column, "").strip())
                    .toList();
            return new OverrideRow(values.get(0), values.get(1), values.get(2), values.get(3));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("row at line %d: %s".formatted(line, e.getMessage()), e);
        }
    }

    Observation said(Subjects subjects) {
        List<Subjects.Subject> both = subjects.all(List.of(a, b));
        return action.equals("join") ? OperatorSays.join(both, reason) : OperatorSays.part(both, reason);
    }
}
