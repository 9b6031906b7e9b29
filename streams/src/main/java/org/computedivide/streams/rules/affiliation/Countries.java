package org.computedivide.streams.rules.affiliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.computedivide.streams.rules.DataFile;
import org.computedivide.streams.rules.names.Folded;

/** The country that a name tells: {@code countries.csv} with names, adjectives and large cities. */
public final class Countries {

    private static final List<Word> WORDS = read();
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    private record Word(String text, String code) {}

    /** ISO 3166-1 alpha-2 code of the first country that the table names in the text, else empty. */
    public static String of(String name) {
        String padded = " " + Folded.of(name) + " ";
        for (Word word : WORDS) {
            if (padded.contains(word.text)) {
                return word.code;
            }
        }
        return "";
    }

    /** The country of a national domain, else empty. */
    static String ofDomain(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        if (last.equals("UK")) {
            return "GB";
        }
        return CODES.contains(last) ? last : "";
    }

    private static List<Word> read() {
        var words = new ArrayList<Word>();
        DataFile.rows("countries.csv").forEach(row -> {
            for (String word : DataFile.list(row.getOrDefault("words", ""))) {
                words.add(new Word(" " + Folded.of(word) + " ", row.getOrDefault("code", "")));
            }
        });
        return List.copyOf(words);
    }
}
