package org.computedivide.monitor.replay;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Statement;
import org.computedivide.monitor.CannotRun;

/**
 * A table of facts in Epoch AI's columns ({@code Model}, {@code Organization}, {@code Publication date}, …), each row as
 * written. A row is known by its model's name and by which of that name it is, so that it keeps its key when other rows
 * come and go.
 */
public final class FactsFile {

    /** Source of the observations. */
    static final String SOURCE = "facts";

    /** Stated as numbers: column, field, unit. */
    private static final List<List<String>> NUMBERS = List.of(
            List.of("Training compute (FLOP)", "trainingCompute", "FLOP"),
            List.of("Parameters", "parameters", "parameters"),
            List.of("Training dataset size (total)", "datasetSize", ""),
            List.of("Hardware quantity", "acceleratorCount", "chips"),
            List.of("Training time (hours)", "trainingHours", "hours"),
            List.of("Training chip-hours", "chipHours", "chip-hours"));

    private static final Map<String, String> WORDS = words();

    private static final String NAME = "Model";
    private static final String DATE = "Publication date";
    private static final String COMPUTE = "Training compute (FLOP)";
    private static final String LOWER = "Training compute lower bound";
    private static final String UPPER = "Training compute upper bound";

    private final Path path;
    private final List<Map<String, String>> rows;

    private FactsFile(Path path, List<Map<String, String>> rows) {
        this.path = path;
        this.rows = rows;
    }

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("Organization categorization", "organizationType");
        words.put("Country (of organization)", "country");
        words.put("Model accessibility", "accessibility");
        words.put("Training code accessibility", "trainingCode");
        words.put("Domain", "domain");
        words.put("Base model", "baseModel");
        words.put("Training hardware", "accelerator");
        words.put("Notable", "notable");
        return words;
    }

    /**
     * Reads the whole file.
     *
     * @throws CannotRun when it cannot be read, lacks a column, or a date or compute in it is none
     */
    public static FactsFile read(Path path) {
        CsvMapper mapper =
                CsvMapper.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();
        try (var in = Files.newBufferedReader(path);
                MappingIterator<Map<String, String>> rows = mapper.readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(in)) {
            var file = new FactsFile(path, rows.readAll());
            file.check();
            return file;
        } catch (IOException e) {
            throw new CannotRun("cannot read %s: %s".formatted(path, e.getMessage()), e);
        }
    }

    private void check() {
        if (rows.isEmpty()) {
            throw new CannotRun(
                    "%s has no rows; a facts file has a header line and one row for each model".formatted(path));
        }
        for (String column : List.of(NAME, DATE, COMPUTE)) {
            if (!rows.get(0).containsKey(column)) {
                throw new CannotRun("%s has no column '%s'; it is needed for the replay".formatted(path, column));
            }
        }
        for (Map<String, String> row : rows) {
            date(row);
            if (!text(row, COMPUTE).isEmpty() && number(row, COMPUTE).isEmpty()) {
                throw wrong(row, COMPUTE, text(row, COMPUTE), "a number");
            }
        }
    }

    /** How many rows there are. */
    public int size() {
        return rows.size();
    }

    /** How many of them have a compute that counts. */
    long withCompute() {
        return rows.stream().filter(row -> number(row, COMPUTE).orElse(0.0) > 0).count();
    }

    /** The day after the last date: on it everything has been published. */
    LocalDate today() {
        return rows.stream()
                .map(this::date)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new CannotRun("no row of %s has a date".formatted(path)))
                .plusDays(1);
    }

    /**
     * Every row as an observation.
     *
     * @param day on which the table was seen
     * @param intake as in Observation
     */
    List<Observation> observations(LocalDate day, String intake) {
        Instant observedAt = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        Map<String, Integer> names = new HashMap<>();
        var observations = new ArrayList<Observation>();
        for (Map<String, String> row : rows) {
            String name = text(row, NAME);
            String nativeId = name + "#" + names.merge(name, 1, Integer::sum);
            observations.add(Observation.newBuilder()
                    .setSource(SOURCE)
                    .setNativeId(nativeId)
                    .setForm("table-row")
                    .setTier("curated")
                    .setOrigin(SOURCE)
                    .setIntake(intake)
                    .setUrl(text(row, "Link"))
                    .setTitle(name)
                    .setPublishedAt(date(row).map(LocalDate::toString).orElse(null))
                    .setObservedAt(observedAt)
                    .setOrganizations(organizations(row))
                    .setStatements(statements(row))
                    .setContentHash(hash(row))
                    .build());
        }
        return observations;
    }

    /** A comma followed by a space belongs to a name. */
    private static List<String> organizations(Map<String, String> row) {
        return Arrays.stream(text(row, "Organization").split(",(?!\\s)"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<Statement> statements(Map<String, String> row) {
        var statements = new ArrayList<Statement>();
        for (List<String> quantity : NUMBERS) {
            if (!text(row, quantity.get(0)).isEmpty()) {
                statements.add(number(row, quantity.get(0), quantity.get(1), quantity.get(2)));
            }
        }
        WORDS.forEach((column, field) -> {
            if (!text(row, column).isEmpty()) {
                statements.add(Statement.newBuilder()
                        .setField(field)
                        .setText(text(row, column))
                        .build());
            }
        });
        return statements;
    }

    /** A cell with several numbers is stated as written, without a number: which of them holds is not said. */
    private static Statement number(Map<String, String> row, String column, String field, String unit) {
        boolean bounded = column.equals(COMPUTE);
        return Statement.newBuilder()
                .setField(field)
                .setText(text(row, column))
                .setNumber(number(row, column).orElse(null))
                .setUnit(unit)
                .setLow(bounded ? number(row, LOWER).orElse(null) : null)
                .setHigh(bounded ? number(row, UPPER).orElse(null) : null)
                .build();
    }

    private Optional<LocalDate> date(Map<String, String> row) {
        String written = text(row, DATE);
        try {
            return written.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            throw wrong(row, DATE, written, "a date like 2024-05-31");
        }
    }

    /** Empty when there is none, or something else. */
    private static Optional<Double> number(Map<String, String> row, String column) {
        try {
            return Optional.of(Double.valueOf(text(row, column)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private CannotRun wrong(Map<String, String> row, String column, String written, String wanted) {
        return new CannotRun(
                "%s: row '%s', column '%s': '%s' is not %s".formatted(path, text(row, NAME), column, written, wanted));
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "").strip();
    }

    private static String hash(Map<String, String> row) {
        try {
            byte[] content = row.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
