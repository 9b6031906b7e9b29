package org.computedivide.streams.rules.estimates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Observation;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.streams.rules.EvidenceReader;
import org.computedivide.streams.rules.facts.Accelerator;
import org.computedivide.streams.rules.facts.Chips;
import org.computedivide.streams.rules.priors.Quantities;
import org.computedivide.streams.rules.priors.Row;

/**
 * The rows that the prior is fitted on: numbers from a table of models, traits from the text of the labelled case of the same
 * name, read by the same rules that will read the texts to come. Rows of the table without a case are refused, so that nothing
 * held back for evaluation is learned.
 *
 * @param rows one for each case with a row in the table
 * @param refused rows of the table whose names are not among the cases
 */
public record PriorRows(List<Row> rows, int refused) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public PriorRows {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a table with the columns of Epoch AI's "Data on AI Models" and labelled cases.
     *
     * @throws IOException when a file cannot be read or is not in that form
     */
    public static PriorRows read(Path facts, Path cases) throws IOException {
        Map<String, Map<String, String>> table = new TreeMap<>();
        int all = 0;
        try (MappingIterator<Map<String, String>> lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(facts.toFile())) {
            while (lines.hasNext()) {
                Map<String, String> line = lines.next();
                table.putIfAbsent(line.getOrDefault("Model", ""), line);
                all++;
            }
        }
        List<Row> rows = rows(table, cases);
        return new PriorRows(rows, all - rows.size());
    }

    private static List<Row> rows(Map<String, Map<String, String>> table, Path cases) throws IOException {
        EvidenceReader reader = new EvidenceReader();
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(cases)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode node = JSON.readTree(line);
                String name = node.path("expected").path("modelName").asText();
                Map<String, String> row = table.get(name);
                if (row != null) {
                    Observation observation = PlainJson.read(node.get("observation"), Observation.class);
                    rows.add(row(name, row, List.of(reader.read(observation))));
                }
            }
        }
        return rows;
    }

    private static Row row(String name, Map<String, String> row, List<Evidence> members) {
        return new Row(family(name), Context.of(members).traits(), values(row), Prior.seen(largest(members)));
    }

    /** What is said of the variant with the most parameters. */
    private static Said largest(List<Evidence> members) {
        return Grouping.of(members).variants().values().stream()
                .map(Said::new)
                .max(Comparator.comparingDouble(
                        said -> said.best("parameters").map(Voice::number).orElse(0.0)))
                .orElseThrow();
    }

    private static Quantities values(Map<String, String> row) {
        double peak = Chips.all()
                .named(row.getOrDefault("Training hardware", "").split(",", -1)[0])
                .map(Accelerator::peak)
                .orElse(0.0);
        return Quantities.of(
                number(row, "Training compute (FLOP)"),
                number(row, "Parameters"),
                number(row, "Hardware quantity"),
                peak,
                number(row, "Training time (hours)"));
    }

    private static double number(Map<String, String> row, String column) {
        String cell = row.getOrDefault(column, "");
        try {
            return cell.isEmpty() ? 0 : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The name up to its first digit: Qwen of Qwen2.5-72B. */
    static String family(String name) {
        int end = 0;
        while (end < name.length() && !Character.isDigit(name.charAt(end))) {
            end++;
        }
        return (end == 0 ? name : name.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
