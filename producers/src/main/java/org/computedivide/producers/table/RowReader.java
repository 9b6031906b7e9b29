package org.computedivide.producers.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Statement;
import org.computedivide.producers.source.Texts;
import org.computedivide.producers.table.TableRow.WrongCell;

/** A row of a curated table as an observation whose values stand as statements. */
final class RowReader {

    /** Quantities in the order in which they are stated, with their unit. */
    private static final Map<String, String> NUMBERS = new LinkedHashMap<>();

    static {
        NUMBERS.put("parameters", "parameters");
        NUMBERS.put("trainingTokens", "tokens");
        NUMBERS.put("epochs", "epochs");
        NUMBERS.put("acceleratorCount", "chips");
        NUMBERS.put("trainingHours", "hours");
        NUMBERS.put("chipHours", "chip-hours");
        NUMBERS.put("utilization", "fraction");
        NUMBERS.put("trainingCost", "USD");
        NUMBERS.put("finetuneCompute", "FLOP");
    }

    private static final List<String> WORDS = List.of(
            "organizationType",
            "country",
            "accessibility",
            "trainingCode",
            "domain",
            "task",
            "baseModel",
            "accelerator",
            "numericalFormat",
            "notable",
            "frontier",
            "confidence",
            "computeMethod");

    private RowReader() {}

    static Observation read(TableDefinition definition, TableRow row, String nativeId, String intake) throws WrongCell {
        String url = webAddress(row.text("url"));
        String citation = row.text("citation").isEmpty() ? row.text("url") : row.text("citation");
        return Observation.newBuilder()
                .setSource(definition.id())
                .setNativeId(nativeId)
                .setForm("table-row")
                .setTier("curated")
                .setOrigin(definition.origin())
                .setIntake(intake)
                .setUrl(url)
                .setTitle(Texts.oneLine(row.text("name")))
                .setPublishedAt(row.date("publishedAt").orElse(null))
                .setOrganizations(row.list("organizations"))
                .setLinks(url.isEmpty() ? List.of() : List.of(url))
                .setStatements(statements(row, citation))
                .build();
    }

    /** The last version of a row that the table no longer has. */
    static Observation withdrawn(TableDefinition definition, String nativeId) {
        return Observation.newBuilder()
                .setSource(definition.id())
                .setNativeId(nativeId)
                .setState("withdrawn")
                .setForm("table-row")
                .setTier("curated")
                .setOrigin(definition.origin())
                .build();
    }

    private static String webAddress(String text) {
        String first = text.split("[\\s;]", 2)[0];
        return first.startsWith("https://") || first.startsWith("http://") ? first : "";
    }

    private static List<Statement> statements(TableRow row, String citation) throws WrongCell {
        var statements = new ArrayList<Statement>();
        for (var quantity : NUMBERS.entrySet()) {
            quantity(row, quantity.getKey(), quantity.getValue(), citation).ifPresent(statements::add);
        }
        compute(row, citation).ifPresent(statements::add);
        quantity(row, "datasetSize", row.text("datasetUnit"), citation).ifPresent(statements::add);
        for (String field : WORDS) {
            words(row, field, citation).ifPresent(statements::add);
        }
        return statements;
    }

    /** A cell with several numbers is stated as written, without a number: which of them holds is not said. */
    private static Optional<Statement> quantity(TableRow row, String field, String unit, String citation)
            throws WrongCell {
        Optional<Double> number = row.number(field);
        String text = row.text(field);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(stated(field, text, citation)
                        .setNumber(number.orElse(null))
                        .setUnit(unit)
                        .build());
    }

    private static Statement.Builder stated(String field, String text, String citation) {
        return Statement.newBuilder().setField(field).setText(text).setCitation(citation);
    }

    private static Optional<Statement> compute(TableRow row, String citation) throws WrongCell {
        Optional<Double> value = row.number("trainingCompute");
        Optional<Double> low = row.number("computeLow");
        Optional<Double> high = row.number("computeHigh");
        return value.map(number -> stated("trainingCompute", row.text("trainingCompute"), citation)
                .setNumber(number)
                .setUnit("FLOP")
                .setLow(low.orElse(null))
                .setHigh(high.orElse(null))
                .build());
    }

    private static Optional<Statement> words(TableRow row, String field, String citation) {
        List<String> words = aligned(row, field);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(stated(field, String.join(";", words), citation).build());
    }

    /** Types and countries stand in the order of the organisations; one that is said once holds for all of them. */
    private static List<String> aligned(TableRow row, String field) {
        List<String> words = row.words(field);
        int organizations = row.list("organizations").size();
        boolean perOrganization = field.equals("organizationType") || field.equals("country");
        return perOrganization && words.size() == 1 && organizations > 1
                ? java.util.Collections.nCopies(organizations, words.get(0))
                : words;
    }
}
