package org.computedivide.streams.rules.identity;

import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.names.NameMarks;

/** Whether a title has a name in it as words of its own, not as the beginning of a longer name. */
final class TitleWindow {

    private static final int LEAST = 4;

    private TitleWindow() {}

    /**
     * Looks for the name.
     *
     * @param name letters and digits without separators, in lower case
     */
    static boolean holds(String title, String name) {
        if (name.length() < LEAST) {
            return false;
        }
        for (int start = 0; start < title.length(); start++) {
            boolean wordBegins = isPart(title.charAt(start))
                    && (start == 0 || (!isPart(title.charAt(start - 1)) && title.charAt(start - 1) != '-'));
            if (wordBegins && matches(title, start, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String title, int start, String name) {
        int at = start;
        int read = 0;
        while (at < title.length() && read < name.length()) {
            char c = title.charAt(at++);
            if (isPart(c)) {
                if (Character.toLowerCase(c) != name.charAt(read++)) {
                    return false;
                }
            } else if (" -_.,:".indexOf(c) < 0) {
                return false;
            }
        }
        boolean whole = read == name.length();
        return whole && (ends(title, at) || (isPlural(title, at) && ends(title, at + 1)));
    }

    /** Behind the name no letter, number or hyphenated word may follow: {@code Hunyuan} is not {@code Hunyuan-DiT}. */
    private static boolean ends(String title, int at) {
        if (at >= title.length()) {
            return true;
        }
        char next = title.charAt(at);
        char after = at + 1 < title.length() ? title.charAt(at + 1) : ' ';
        if (next == ' ' && Character.isUpperCase(after)) {
            return !NameMarks.isTelling(Folded.lower(wordAt(title, at + 1)));
        }
        boolean goesOn = isPart(next)
                || next == '+'
                || ("-. ".indexOf(next) >= 0 && Character.isDigit(after))
                || (next == '-' && Character.isLetter(after));
        return !goesOn;
    }

    /** {@code GELUs} of a paper is the GELU of a table. */
    private static boolean isPlural(String title, int at) {
        return at < title.length() && title.charAt(at) == 's' && Character.isLetter(title.charAt(at - 1));
    }

    private static String wordAt(String title, int start) {
        int end = start;
        while (end < title.length() && isPart(title.charAt(end))) {
            end++;
        }
        return title.substring(start, end);
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c);
    }
}
