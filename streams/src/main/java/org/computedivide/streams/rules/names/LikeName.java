package org.computedivide.streams.rules.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that are written like names: with capitals or digits within, all in capitals, or with a capital inside a sentence. The
 * expression is tried only at letters where one of these can begin.
 */
final class LikeName {

    private static final Pattern NAME = Pattern.compile(
            "(?:\\b[A-Za-z][\\w.+-]{0,30}(?:[A-Z\\d])[\\w.+-]{0,20}|\\b[A-Z]{2,12}|(?<=\\\\)[a-zA-Z]{4,20}|(?<=[a-z,({-] ?)[A-Z][a-z]{3,20})\\b");
    private static final int REACH = 31;

    private LikeName() {}

    /** The first such words of a text without repetition; longer ones are passed over. */
    static List<String> all(String text, int most, int longest) {
        var names = new LinkedHashSet<String>();
        Matcher matcher = NAME.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        int i = 0;
        while (i < text.length() && names.size() < most) {
            if (mayBegin(text, i) && matcher.region(i, text.length()).lookingAt()) {
                if (matcher.end() - i <= longest) {
                    names.add(matcher.group());
                }
                i = matcher.end();
            } else {
                i++;
            }
        }
        return new ArrayList<>(names);
    }

    private static boolean mayBegin(String text, int i) {
        char c = text.charAt(i);
        boolean capital = isCapital(c);
        if (!capital && !isSmall(c)) {
            return false;
        }
        char before = i == 0 ? ' ' : text.charAt(i - 1);
        if (isSmall(before) || isCapital(before) || isDigit(before) || before == '_') {
            return capital && isSmall(before);
        }
        return before == '\\' || (capital && isInside(text, i, before)) || isTelling(text, i);
    }

    /** Whether a sentence goes on: a small letter or an opening mark stands before. */
    private static boolean isInside(String text, int i, char before) {
        return isOpener(before) || (before == ' ' && i > 1 && isOpener(text.charAt(i - 2)));
    }

    private static boolean isOpener(char c) {
        return isSmall(c) || c == ',' || c == '(' || c == '{' || c == '-';
    }

    /** Whether a capital or digit stands behind the first letter. */
    private static boolean isTelling(String text, int from) {
        int end = Math.min(text.length(), from + 1 + REACH);
        for (int i = from + 1; i < end; i++) {
            char c = text.charAt(i);
            if (isCapital(c) || isDigit(c)) {
                return true;
            }
            if (!isSmall(c) && c != '_' && c != '.' && c != '+' && c != '-') {
                return false;
            }
        }
        return false;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
