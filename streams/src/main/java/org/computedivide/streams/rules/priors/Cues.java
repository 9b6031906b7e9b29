package org.computedivide.streams.rules.priors;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.computedivide.streams.rules.text.CsvTable;

/** Words of scale in a text (prior-cues.csv). Looks at the beginning of the text only; one pass. */
public final class Cues {

    private static final int LONGEST = 20_000;
    private static final Map<String, String> PHRASES = load();

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
        String before = "";
        int length = Math.min(text.length(), LONGEST);
        for (int i = 0; i < length; i++) {
            int end = i;
            while (end < length && isPart(text.charAt(end))) {
                end++;
            }
            if (end > i) {
                String word = lower(text, i, end);
                add(word, found);
                add(before + " " + word, found);
                before = word;
                i = end;
            }
        }
    }

    private static void add(String phrase, Set<String> found) {
        String cue = PHRASES.get(phrase);
        if (cue != null) {
            found.add(cue);
        }
    }

    private static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    private static String lower(String text, int from, int to) {
        StringBuilder word = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            word.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return word.toString();
    }

    private static Map<String, String> load() {
        Map<String, String> phrases = new TreeMap<>();
        CsvTable.read("prior-cues.csv")
                .forEach(row -> phrases.put(row.getOrDefault("phrase", ""), row.getOrDefault("cue", "")));
        return phrases;
    }
}
