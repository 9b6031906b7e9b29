package org.computedivide.streams.rules.facts;

/** Sizes inside the words of a name: the A3B of 30B-A3B (active), the 7b of meditron7b. */
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

    /** The size at the end of a word such as meditron7b; 0 when there is none. */
    static double behindName(String word) {
        int last = word.length() - 1;
        int first = last;
        while (first > 0 && Character.isDigit(word.charAt(first - 1))) {
            first--;
        }
        boolean sized = last > 0 && word.charAt(last) == 'b' && first < last && first > 2 && last - first < 4;
        return sized ? Double.parseDouble(word.substring(first, last)) * 1e9 : 0;
    }

    static double value(String word) {
        return Double.parseDouble(word.substring(1, word.length() - 1)) * 1e9;
    }
}
