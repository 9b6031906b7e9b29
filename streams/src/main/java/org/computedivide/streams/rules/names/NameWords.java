package org.computedivide.streams.rules.names;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.computedivide.streams.rules.DataFile;

/** What single words mean inside the name of a model: {@code name-words.csv} and {@code name-brands.csv}. */
final class NameWords {

    private static final Map<String, String> CLASSES = DataFile.rows("name-words.csv").stream()
            .collect(Collectors.toMap(row -> row.get("word"), row -> row.get("class"), (a, b) -> a, HashMap::new));

    private static final Set<String> BRANDS = DataFile.rows("name-brands.csv").stream()
            .map(row -> row.get("phrase"))
            .collect(Collectors.toUnmodifiableSet());

    private NameWords() {}

    /** The class of a word; empty for one that is part of a name. */
    static String classOf(String word) {
        return CLASSES.getOrDefault(word, "");
    }

    static boolean is(String kind, String word) {
        return kind.equals(CLASSES.get(word));
    }

    /** Whether two words together are a name, so that the second is no size or variant of the first. */
    static boolean isBrand(String first, String second) {
        return BRANDS.contains(first + " " + second);
    }
}
