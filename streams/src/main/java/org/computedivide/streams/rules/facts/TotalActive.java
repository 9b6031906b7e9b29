package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.WordSet;

/** Two sizes that one label counts by turns: "Parameters (total / active): 120B / 6B", "120B/6B total/active parameters". */
final class TotalActive {

    private static final int LABEL = 12;
    private static final int BETWEEN = 3;
    private static final double LEAST = 1e7;
    private static final Set<String> APART = WordSet.of("/", "(", "|", ",", "&", "and");
    private static final Set<String> TOTAL = WordSet.of("total", "totals", "overall", "total-parameters", "总");
    private static final Set<String> SIZE = WordSet.of("size", "sizes");

    private TotalActive() {}

    /** Whether the number is the larger of such a pair. */
    static boolean isTotal(Sentence sentence, int i) {
        int other = partner(sentence, i);
        return other >= 0 && sentence.get(i).value() > sentence.get(other).value();
    }

    /** Whether the number is the smaller of such a pair. */
    static boolean isActive(Sentence sentence, int i) {
        int other = partner(sentence, i);
        return other >= 0 && sentence.get(i).value() < sentence.get(other).value();
    }

    /** Whether the tokens hold the two words side by side, or the word for active alone in parentheses: "Params (active)". */
    static boolean isLabel(Sentence sentence, int from, int to) {
        for (int k = sentence.after(from - 1, to - from, Words.ACTIVE); k >= 0 && k < to; ) {
            int total = sentence.before(k, Math.min(BETWEEN, k - from), TOTAL);
            total = total < 0 ? sentence.after(k, Math.min(BETWEEN, to - k - 1), TOTAL) : total;
            boolean alone = k > from + 1
                    && sentence.get(k - 1).is("(")
                    && sentence.get(k - 2).in(Words.PARAMETER)
                    && sentence.after(k, 1, ")") > 0;
            if (alone || (total >= 0 && isApart(sentence, Math.min(k, total), Math.max(k, total)))) {
                return true;
            }
            k = sentence.after(k, to - k - 1, Words.ACTIVE);
        }
        return false;
    }

    private static boolean isApart(Sentence sentence, int from, int to) {
        return sentence.after(from, to - from - 1, APART) > 0;
    }

    private static int partner(Sentence sentence, int i) {
        int other = isPair(sentence, i, i + 2) ? i + 2 : isPair(sentence, i - 2, i) ? i - 2 : -1;
        if (other < 0) {
            return -1;
        }
        int first = Math.min(i, other);
        int last = Math.max(i, other);
        int front = Math.max(0, first - LABEL);
        int behind = Math.min(sentence.size(), last + LABEL);
        return isCounted(sentence, front, first) || isCounted(sentence, last + 1, behind) ? other : -1;
    }

    private static boolean isCounted(Sentence sentence, int from, int to) {
        return isLabel(sentence, from, to)
                && (sentence.after(from - 1, to - from, Words.PARAMETER) >= 0
                        || sentence.after(from - 1, to - from, SIZE) >= 0);
    }

    private static boolean isPair(Sentence sentence, int first, int last) {
        return sentence.holds(first)
                && sentence.holds(last)
                && isSize(sentence, first)
                && isSize(sentence, last)
                && (sentence.get(first + 1).is("/") || sentence.get(first + 1).is("("));
    }

    private static boolean isSize(Sentence sentence, int i) {
        return sentence.get(i).isNumber()
                && sentence.get(i).value() >= LEAST
                && !sentence.get(i).word().isEmpty();
    }
}
