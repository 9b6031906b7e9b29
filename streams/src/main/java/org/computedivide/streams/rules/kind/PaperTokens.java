package org.computedivide.streams.rules.kind;

import java.util.ArrayList;
import java.util.List;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.text.Vocabulary;

/** Cuts English into lower-case words and marks, in one pass; a number becomes {@code #}, a size {@code #b}. */
final class PaperTokens {

    private static final String SIZES = "bmktx";
    private static final String MARKS = ".!?;:,()";

    private PaperTokens() {}

    static List<String> of(String text) {
        String plain = Folded.lower(text);
        var tokens = new ArrayList<String>(plain.length() / 5);
        int i = 0;
        while (i < plain.length()) {
            char c = plain.charAt(i);
            if (isLetter(c)) {
                i = word(plain, i, tokens);
            } else if (isDigit(c)) {
                i = number(plain, i, tokens);
            } else {
                if (MARKS.indexOf(c) >= 0) {
                    tokens.add(String.valueOf(c));
                }
                i++;
            }
        }
        return tokens;
    }

    /** Letters, and what hyphens join to them, with each run of digits as one mark. */
    private static int word(String text, int start, List<String> tokens) {
        boolean joined = false;
        boolean counted = false;
        int i = start;
        while (i < text.length() && (isLetter(text.charAt(i)) || joins(text, i) || isInside(text, i, joined))) {
            joined |= text.charAt(i) == '-';
            counted |= isDigit(text.charAt(i));
            i++;
        }
        tokens.add(counted ? withoutDigits(text, start, i) : Vocabulary.lower(text, start, i));
        return i;
    }

    private static String withoutDigits(String text, int start, int end) {
        var word = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                word.append(c);
            } else if (word.charAt(word.length() - 1) != '#') {
                word.append('#');
            }
        }
        return word.toString();
    }

    private static boolean joins(String text, int i) {
        return text.charAt(i) == '-' && i + 1 < text.length() && isAlphanumeric(text.charAt(i + 1));
    }

    /** A digit belongs to a word only behind a hyphen: "gpt-4", but "qwen 2". */
    private static boolean isInside(String text, int i, boolean joined) {
        return joined && isDigit(text.charAt(i));
    }

    private static int number(String text, int start, List<String> tokens) {
        int i = digits(text, start);
        if (i + 1 < text.length() && text.charAt(i) == '.' && isDigit(text.charAt(i + 1))) {
            i = digits(text, i + 1);
        }
        boolean size = i < text.length() && SIZES.indexOf(text.charAt(i)) >= 0 && !isAlphanumericAt(text, i + 1);
        if (size || !isAlphanumericAt(text, i)) {
            tokens.add(size ? "#" + text.charAt(i) : "#");
        }
        return size ? i + 1 : i;
    }

    private static int digits(String text, int start) {
        int i = start;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isAlphanumericAt(String text, int i) {
        return i < text.length() && isAlphanumeric(text.charAt(i));
    }

    private static boolean isAlphanumeric(char c) {
        return isLetter(c) || isDigit(c);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
