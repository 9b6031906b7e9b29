package org.computedivide.streams.rules.openness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.computedivide.streams.rules.DataFile;

/**
 * The words of licences in languages that put no blanks between words, or other letters, as English ones
 * ({@code weights-words.csv}), so that the same rules read them. What the file does not hold stays as it is.
 */
final class EnglishTerms {

    private static final Map<Character, List<Term>> TERMS = terms();

    private static final int ASCII = 128;
    /** The first letter of Japanese; Chinese and Korean stand behind it. */
    private static final int KANA = 0x3040;

    private EnglishTerms() {}

    private record Term(String words, String english) {}

    /** The sentence with the words that the file holds in English, the longest first; itself when it holds none. */
    static String of(String sentence) {
        return isOfTheFile(sentence) ? translated(sentence) : sentence;
    }

    /** Whether a letter is of the alphabets that the file has; accents and dashes are not. */
    private static boolean isOfTheFile(String sentence) {
        for (int i = 0; i < sentence.length(); i++) {
            if (sentence.charAt(i) >= KANA) {
                return true;
            }
        }
        return false;
    }

    private static String translated(String sentence) {
        var english = new StringBuilder(sentence.length());
        int taken = 0;
        for (int i = 0; i < sentence.length(); i++) {
            String words = termAt(sentence, i, english, taken);
            if (!words.isEmpty()) {
                i += words.length() - 1;
                taken = i + 1;
            }
        }
        return taken == 0 ? sentence : apart(english.append(sentence, taken, sentence.length()));
    }

    /** With a blank where letters of two alphabets meet: "采用Apache" is two words. */
    private static String apart(StringBuilder text) {
        var apart = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i > 0 && c < ASCII != text.charAt(i - 1) < ASCII && Character.isLetterOrDigit(c)) {
                apart.append(' ');
            }
            apart.append(c);
        }
        return apart.toString();
    }

    /** Writes what was passed over and the term that begins here; which words it took. */
    private static String termAt(String sentence, int at, StringBuilder english, int taken) {
        for (Term term : TERMS.getOrDefault(sentence.charAt(at), List.of())) {
            if (sentence.startsWith(term.words(), at)) {
                english.append(sentence, taken, at);
                blank(english);
                english.append(term.english())
                        .append(blankBehind(sentence, at + term.words().length()));
                return term.words();
            }
        }
        return "";
    }

    private static void blank(StringBuilder english) {
        if (!english.isEmpty() && english.charAt(english.length() - 1) != ' ') {
            english.append(' ');
        }
    }

    private static String blankBehind(String sentence, int end) {
        return end < sentence.length() && sentence.charAt(end) == ' ' ? "" : " ";
    }

    private static Map<Character, List<Term>> terms() {
        Map<Character, List<Term>> terms = new HashMap<>();
        for (Map<String, String> row : DataFile.rows("weights-words.csv")) {
            for (String words : DataFile.list(row.getOrDefault("words", ""))) {
                terms.computeIfAbsent(words.charAt(0), letter -> new ArrayList<>())
                        .add(new Term(words, row.getOrDefault("english", "")));
            }
        }
        terms.values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(term -> -term.words().length())));
        return terms;
    }
}
