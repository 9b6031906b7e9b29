package org.computedivide.streams.rules.identity;

/** One and many: papers write of GELUs and ResNets where a table names one. */
final class Plural {

    private static final int SHORTEST = 4;

    private Plural() {}

    /** The word without the {@code s} of a plural; short words and such as "express" stay. */
    static String singular(String word) {
        int last = word.length() - 1;
        boolean plural = last >= SHORTEST && word.charAt(last) == 's' && Character.isLetter(word.charAt(last - 1));
        return plural && word.charAt(last - 1) != 's' ? word.substring(0, last) : word;
    }
}
