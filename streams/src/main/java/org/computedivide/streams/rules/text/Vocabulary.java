package org.computedivide.streams.rules.text;

/**
 * Words that were met before, so that a word of a text is mostly a string that is there already: nothing is allocated, and its
 * hash is known. Of two words for one slot the older moves to the
 * slot beside, and out of that in the end; threads may race for a slot, since any string with the right letters will do.
 */
public final class Vocabulary {

    private static final int SLOTS = 1 << 14;
    private static final String[] WORDS = new String[SLOTS];

    private Vocabulary() {}

    /** The letters from one place to another in small letters. */
    public static String lower(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return text.substring(from, to).toLowerCase(java.util.Locale.ROOT);
            }
            hash = 31 * hash + lower(c);
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        String known = WORDS[slot];
        if (known != null && isSame(known, text, from, to)) {
            return known;
        }
        String older = WORDS[slot ^ 1];
        if (older != null && isSame(older, text, from, to)) {
            return older;
        }
        String fresh = text.substring(from, to).toLowerCase(java.util.Locale.ROOT);
        WORDS[slot ^ 1] = known;
        WORDS[slot] = fresh;
        return fresh;
    }

    private static boolean isSame(String known, String text, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (known.charAt(i - from) != lower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
