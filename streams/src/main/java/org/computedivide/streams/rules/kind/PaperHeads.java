package org.computedivide.streams.rules.kind;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.computedivide.streams.rules.DataFile;
import org.computedivide.streams.rules.text.WordSet;

/**
 * What a noun phrase speaks of, by its last word: a model, a method, a system, data or a study; and how names of models
 * end ({@code paper-heads.csv}). Words that are seldom seen so count with those that mean the same.
 */
final class PaperHeads {

    static final String MODEL = "model";

    private static final String ENDING = "ending";
    private static final int PHRASE = 14;
    /** Where a noun phrase ends and what it is for or made of begins. */
    private static final Set<String> END = WordSet.of(
            "that",
            "which",
            "to",
            "for",
            "by",
            "via",
            "where",
            "designed",
            "based",
            "using",
            "with",
            "on",
            "built",
            "from",
            "in",
            "capable",
            "trained",
            "of",
            "whose",
            "achieving",
            "aimed",
            "tailored",
            "developed",
            "combining",
            "integrating",
            "through",
            "under",
            "at",
            "as",
            "towards",
            "toward",
            "supporting",
            "and",
            "is",
            "are",
            ".",
            ";",
            ":",
            "!",
            "?");

    private static final Set<String> SKIPPED = WordSet.of(",", "(", ")");
    private static final Map<String, String> CLASSES = DataFile.rows("paper-heads.csv").stream()
            .filter(row -> !row.getOrDefault("class", "").equals(ENDING))
            .collect(Collectors.toUnmodifiableMap(
                    row -> row.getOrDefault("word", ""), row -> row.getOrDefault("class", "")));
    private static final List<String> ENDINGS = DataFile.rows("paper-heads.csv").stream()
            .filter(row -> row.getOrDefault("class", "").equals(ENDING))
            .map(row -> row.getOrDefault("word", ""))
            .toList();

    private PaperHeads() {}

    /** The class of a word; empty when it tells nothing. */
    static String of(String word) {
        return CLASSES.getOrDefault(word, "");
    }

    /** The class of the phrase that begins here, by its last word that has one. */
    static String of(List<String> words, int from) {
        String last = "";
        int end = Math.min(words.size(), from + PHRASE);
        for (int i = from; i < end && !END.contains(words.get(i)); i++) {
            String here = SKIPPED.contains(words.get(i)) ? "" : of(words.get(i));
            last = here.isEmpty() ? last : here;
        }
        return last;
    }

    /** Whether a name in small letters ends as names of models do. */
    static boolean isModelName(String letters) {
        return ENDINGS.stream().anyMatch(ending -> letters.length() > ending.length() && letters.endsWith(ending));
    }
}
