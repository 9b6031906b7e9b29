package org.computedivide.streams.rules.priors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.computedivide.streams.rules.text.CsvTable;
import org.computedivide.streams.rules.text.Vocabulary;
import org.computedivide.streams.rules.text.WordSet;
import org.jspecify.annotations.Nullable;

/** Words of scale in a text (prior-cues.csv). Looks at the beginning of the text only; one pass. */
public final class Cues {

    private static final int LONGEST = 20_000;
    private static final Map<String, String> PHRASES = load();
    /** Phrases of two words by the second, then by the first. */
    private static final Map<String, Map<String, String>> PAIRS = pairs();

    /** The words at which a cue can end: all others are dismissed by one look. */
    private static final WordSet TELLING = WordSet.copyOf(
            Stream.concat(PHRASES.keySet().stream(), PAIRS.keySet().stream()).toList());

    /** By the last five bits of the first letter, as a bit each: how long such words are. */
    private static final int[] LENGTHS = lengths();

    private Cues() {}

    /** Ids of all cues, sorted. */
    static List<String> all() {
        return PHRASES.values().stream().sorted().distinct().toList();
    }

    /** Ids of the cues that a title and a text use, sorted. */
    public static List<String> of(String title, String text) {
        Set<String> found = new TreeSet<>();
        read(title, found);
        read(text, found);
        return List.copyOf(found);
    }

    private static void read(String text, Set<String> found) {
        int before = 0;
        int beforeEnd = 0;
        int length = Math.min(text.length(), LONGEST);
        for (int i = 0; i < length; i++) {
            int end = i;
            while (end < length && isPart(text.charAt(end))) {
                end++;
            }
            if (end > i) {
                String word = mayTell(text.charAt(i), end - i) ? Vocabulary.lower(text, i, end) : "";
                if (TELLING.has(word)) {
                    add(PHRASES.get(word), found);
                    Map<String, String> firsts = PAIRS.get(word);
                    add(firsts == null ? null : firsts.get(Vocabulary.lower(text, before, beforeEnd)), found);
                }
                before = i;
                beforeEnd = end;
                i = end;
            }
        }
    }

    /** Whether some word of {@link #TELLING} begins so, in whatever case, and is so long. */
    private static boolean mayTell(char first, int length) {
        return (LENGTHS[first & 31] >>> length & 1) != 0;
    }

    private static int[] lengths() {
        int[] lengths = new int[32];
        TELLING.forEach(word -> lengths[word.charAt(0) & 31] |= 1 << word.length());
        return lengths;
    }

    private static void add(@Nullable String cue, Set<String> found) {
        if (cue != null) {
            found.add(cue);
        }
    }

    private static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    private static Map<String, String> load() {
        Map<String, String> phrases = new HashMap<>();
        CsvTable.read("prior-cues.csv")
                .forEach(row -> phrases.put(row.getOrDefault("phrase", ""), row.getOrDefault("cue", "")));
        return phrases;
    }

    private static Map<String, Map<String, String>> pairs() {
        Map<String, Map<String, String>> pairs = new HashMap<>();
        PHRASES.forEach((phrase, cue) -> {
            int space = phrase.indexOf(' ');
            if (space > 0) {
                pairs.computeIfAbsent(phrase.substring(space + 1), second -> new HashMap<>())
                        .put(phrase.substring(0, space), cue);
            }
        });
        return pairs;
    }
}
