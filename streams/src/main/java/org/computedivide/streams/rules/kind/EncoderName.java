package org.computedivide.streams.rules.kind;

import java.util.Map;
import java.util.stream.Collectors;
import org.computedivide.streams.rules.DataFile;

/**
 * Whether a name says an architecture, a size or case, a language, and nothing else ({@code encoder-words.csv}): so are
 * models named that were trained from the start. What was tuned is named for its task or data too.
 */
final class EncoderName {

    private static final int LONGEST = 120;
    private static final Map<String, String> WORDS = DataFile.rows("encoder-words.csv").stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> row.getOrDefault("word", ""), row -> row.getOrDefault("class", "")));

    private EncoderName() {}

    /** Of a repository's name in small letters, without its account. */
    static boolean is(String name) {
        if (name.length() > LONGEST) {
            return false;
        }
        boolean encoder = false;
        boolean sized = false;
        for (String word : name.split("[-_. ]", -1)) {
            String kind = WORDS.getOrDefault(word, "");
            if (kind.isEmpty() && !isCode(word)) {
                return false;
            }
            encoder |= kind.equals("encoder");
            sized |= kind.equals("size") || kind.equals("form");
        }
        return encoder && sized;
    }

    /** A language or version of two characters, but not a task. */
    private static boolean isCode(String word) {
        return word.length() == 2 && Character.isLetter(word.charAt(0)) && !word.equals("qa") && !word.equals("ft");
    }
}
