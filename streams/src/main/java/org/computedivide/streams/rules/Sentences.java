package org.computedivide.streams.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts prose into sentences, in one pass over the text. */
public final class Sentences {

    /** What lies behind so many characters is the rest of a long page. */
    private static final int MOST = 60_000;

    private static final int LONGEST = 600;
    private static final Set<String> SHORT = Set.of("al", "vs", "Fig", "Eq", "cf");

    private Sentences() {}

    /** The sentences of a text, as {@link #of(String, int)}, without the rest of a long page. */
    public static List<String> of(String text) {
        return of(text, MOST);
    }

    /** The sentences among the first characters of a text, without blanks at the ends, none longer than 600 characters. */
    public static List<String> of(String text, int limit) {
        String head = text.length() > limit ? text.substring(0, limit) : text;
        var sentences = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < head.length(); i++) {
            if ((mayEnd(head.charAt(i)) && ends(head, i)) || i - start >= LONGEST) {
                add(sentences, head.substring(start, i + 1));
                start = i + 1;
            }
        }
        add(sentences, head.substring(start));
        return List.copyOf(sentences);
    }

    private static void add(List<String> sentences, String sentence) {
        String plain = sentence.strip();
        if (!plain.isEmpty()) {
            sentences.add(plain);
        }
    }

    private static boolean mayEnd(char c) {
        return c <= '?' ? c == '.' || c == '\n' || c == '!' || c == '?' : c == '。';
    }

    private static boolean ends(String text, int i) {
        char c = text.charAt(i);
        if (c == '\n') {
            return i + 1 < text.length() && (text.charAt(i + 1) == '\n' || "#-*|".indexOf(text.charAt(i + 1)) >= 0);
        }
        boolean stop = c == '.' || c == '!' || c == '?' || c == '。';
        return stop && (c == '。' || i + 1 >= text.length() || startsNext(text, i)) && !isShort(text, i);
    }

    private static boolean startsNext(String text, int i) {
        return Character.isWhitespace(text.charAt(i + 1))
                && (i + 2 >= text.length() || !Character.isLowerCase(text.charAt(i + 2)));
    }

    /** "e.g.", "et al.", "vs.", "Fig." and initials do not end a sentence. */
    private static boolean isShort(String text, int i) {
        int start = i;
        while (start > 0 && i - start < 5 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, i);
        boolean initial = word.length() == 1 && i >= 2 && text.charAt(i) == '.';
        return initial || SHORT.contains(word);
    }
}
