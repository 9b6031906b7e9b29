package org.computedivide.streams.rules.names;

import java.text.Normalizer;
import java.util.Locale;

/** Spelling taken out of words: case, accents, ligatures, punctuation and marks of direction. */
public final class Folded {

    private Folded() {}

    /** Lower-case letters and digits with single spaces between; {@code "Mila – Québec AI"} becomes {@code "mila quebec ai"}. */
    public static String of(String text) {
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        var folded = new StringBuilder(plain.length());
        plain.codePoints().forEach(code -> append(folded, code));
        int end = folded.length();
        return folded.substring(0, end > 0 && folded.charAt(end - 1) == ' ' ? end - 1 : end);
    }

    /** As {@link #of}, without spaces: "Nucleus.AI" and "NucleusAI" are alike. */
    public static String letters(String text) {
        return of(text).replace(" ", "");
    }

    /** As {@link #of}, with hyphens instead of spaces: what a slug is made of. */
    public static String slug(String text) {
        return of(text).replace(' ', '-');
    }

    /** Whether all letters are those of English. */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder folded, int code) {
        if (Character.isLetterOrDigit(code)) {
            folded.appendCodePoint(Character.toLowerCase(code));
        } else if (!isInvisible(code) && !folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
        }
    }

    private static boolean isInvisible(int code) {
        int type = Character.getType(code);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
    }

    /** Lower case that does not depend on where the machine stands. */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
