package org.computedivide.streams.rules.facts;

/** The active size in a name: the A3B of 30B-A3B, as the lower-case word a3b. */
final class ActiveSize {

    private ActiveSize() {}

    static boolean isOne(String word) {
        if (word.length() < 3 || word.charAt(0) != 'a' || word.charAt(word.length() - 1) != 'b') {
            return false;
        }
        for (int i = 1; i < word.length() - 1; i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static double value(String word) {
        return Double.parseDouble(word.substring(1, word.length() - 1)) * 1e9;
    }
}
