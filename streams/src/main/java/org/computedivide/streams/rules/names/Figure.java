package org.computedivide.streams.rules.names;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a word with figures in it is written: most words of names have none, and no expression is tried on them. */
record Figure(Pattern pattern) {

    static Figure of(String expression) {
        return new Figure(Pattern.compile(expression));
    }

    /** Whether the whole word is written so. */
    boolean is(String word) {
        return hasDigit(word) && pattern.matcher(word).matches();
    }

    /** The groups of the whole word, when it is written so. */
    Optional<Matcher> groups(String word) {
        return hasDigit(word) ? Optional.of(pattern.matcher(word)).filter(Matcher::matches) : Optional.empty();
    }

    private static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= '0' && c <= '9') {
                return true;
            }
        }
        return false;
    }
}
