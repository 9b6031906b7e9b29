package org.computedivide.streams.rules.affiliation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computedivide.streams.rules.DataFile;
import org.computedivide.streams.rules.names.Folded;

/**
 * Judges an organisation that the register lacks by the words of its name: {@code organization-words.csv}, in many
 * languages. The rows stand in order of precedence; the first that matches decides.
 */
final class OrganizationWords {

    private static final List<Row> ROWS = DataFile.rows("organization-words.csv").stream()
            .map(OrganizationWords::row)
            .toList();

    private OrganizationWords() {}

    private record Row(String text, String type) {}

    /** academia, industry, government or nonprofit; empty when no word of the name says it. */
    static Optional<String> type(String name) {
        String padded = " " + Folded.of(name) + " ";
        for (Row row : ROWS) {
            if (padded.contains(row.text)) {
                return Optional.of(row.type);
            }
        }
        return Optional.empty();
    }

    private static Row row(Map<String, String> cells) {
        String words = cells.getOrDefault("words", "");
        String text = switch (cells.getOrDefault("match", "")) {
            case "word" -> " " + words + " ";
            case "prefix" -> " " + words;
            case "contains" -> words;
            default ->
                throw new IllegalStateException(
                        "organization-words.csv: match of '" + words + "' must be word, prefix or contains");
        };
        return new Row(text, cells.getOrDefault("type", ""));
    }
}
