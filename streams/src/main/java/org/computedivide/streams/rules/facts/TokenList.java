package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** Parts that add up to what was trained on: "126 billion Arabic tokens, 251 billion English tokens, and 50 billion code tokens". */
final class TokenList {

    private static final int KIND = 2;
    private static final int MOST = 12;
    private static final double FEWEST = 1e6;
    private static final Set<String> SEPARATOR = WordSet.of(",", "and", "+", "&", "plus");
    private static final Set<String> APART = WordSet.of("respectively");

    private TokenList() {}

    /** The last number of the list that begins at i; i itself when there is none. */
    static int last(Sentence sentence, int i) {
        int last = i;
        int end = end(sentence, i);
        for (int n = 0; end > 0 && n < MOST; n++) {
            int next = next(sentence, end);
            end = next < 0 ? -1 : end(sentence, next);
            last = end > 0 ? next : last;
        }
        boolean apart = last > i && sentence.after(last, 8, APART) > 0;
        return apart ? i : last;
    }

    static double sum(Sentence sentence, int first, int last) {
        double sum = sentence.get(first).value();
        for (int k = first; k < last; ) {
            k = next(sentence, end(sentence, k));
            sum += sentence.get(k).value();
        }
        return sum;
    }

    /** The word tokens behind a number and one or two words that say of what kind; -1 when it is not so. */
    static int unit(Sentence sentence, int i) {
        boolean large = sentence.get(i).isNumber() && sentence.get(i).value() >= FEWEST;
        for (int k = i + 2; large && sentence.holds(k) && k <= i + 1 + KIND; k++) {
            if (sentence.get(k).in(Words.TOKEN)) {
                return k;
            }
            if (sentence.get(k).isMark() || sentence.get(k).isNumber()) {
                return -1;
            }
        }
        return -1;
    }

    /** Where a part of a list ends: its own word tokens, or what it counts of the tokens of the next part; -1 when it is none. */
    static int end(Sentence sentence, int i) {
        int unit = unit(sentence, i);
        return unit > 0 ? unit : elided(sentence, i);
    }

    /** The Japanese of "0.8 trillion Japanese and 1.2 trillion English tokens". */
    private static int elided(Sentence sentence, int i) {
        int k = i;
        boolean large = sentence.get(i).isNumber() && sentence.get(i).value() >= FEWEST;
        while (large && k < i + KIND && sentence.holds(k + 1) && isKind(sentence.get(k + 1))) {
            k++;
        }
        int next = k > i ? next(sentence, k) : -1;
        return next > 0 && unit(sentence, next) > 0 ? k : -1;
    }

    private static boolean isKind(Token token) {
        return token.kind() == Token.Kind.WORD
                && !token.in(SEPARATOR)
                && (token.capital() || token.in(Words.BETWEEN_NUMBER_AND_TOKEN));
    }

    private static int next(Sentence sentence, int unit) {
        int k = unit + 1;
        while (sentence.holds(k) && k <= unit + 2 && sentence.get(k).in(SEPARATOR)) {
            k++;
        }
        return k > unit + 1 && sentence.holds(k) && sentence.get(k).isNumber() ? k : -1;
    }
}
