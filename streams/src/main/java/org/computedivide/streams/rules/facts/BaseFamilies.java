package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.computedivide.streams.rules.text.CsvTable;
import org.computedivide.streams.rules.text.Token;
import org.jspecify.annotations.Nullable;

/** The families that others build on most, from base-families.csv, less those that the maker of an observation made itself. */
final class BaseFamilies {

    private static final Map<String, Map<String, String>> ALL = load();

    private final List<String> makers;

    BaseFamilies(List<String> makers) {
        this.makers =
                makers.stream().map(maker -> maker.toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether the word is the name of a family that another maker made. */
    boolean isAnothers(Token token) {
        Map<String, String> row = row(token);
        return row != null && !isOwn(row);
    }

    /** Whether such a name in the title of another maker's model says that it was built on it. */
    boolean isTelling(Token token) {
        Map<String, String> row = row(token);
        return row != null && row.getOrDefault("titles", "").equals("yes") && !makers.isEmpty() && !isOwn(row);
    }

    private boolean isOwn(Map<String, String> row) {
        String[] words = row.getOrDefault("maker", "").split(";", -1);
        return makers.stream().anyMatch(maker -> List.of(words).stream().anyMatch(maker::contains));
    }

    private static @Nullable Map<String, String> row(Token token) {
        if (token.kind() != Token.Kind.WORD || !token.capital()) {
            return null;
        }
        Map<String, String> row = ALL.get(token.word());
        return row != null ? row : ALL.get(withoutVersion(token.word()));
    }

    /** Qwen1 of Qwen1.5 is Qwen. */
    private static String withoutVersion(String word) {
        int end = word.length();
        while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(0, end);
    }

    private static Map<String, Map<String, String>> load() {
        Map<String, Map<String, String>> families = new TreeMap<>();
        CsvTable.read("base-families.csv").forEach(row -> families.put(row.getOrDefault("word", ""), row));
        return families;
    }
}
