package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.facts.Whose.Owner;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.WordSet;

/** Two numbers side by side in parentheses: "ours needs fewer parameters than X (7.9M versus 82.9M)". */
final class Versus {

    private static final int CLAUSE = 12;
    private static final Set<String> VERSUS = WordSet.of("versus", "vs", "v");
    private static final Set<String> THAN = WordSet.of("than");

    private Versus() {}

    /** Whether the number is one of such a pair and the pair counts parameters. */
    static boolean isOfParameters(Sentence sentence, int i) {
        int open = open(sentence, i);
        return open >= 0 && sentence.before(open, CLAUSE, Words.PARAMETER) >= 0;
    }

    /** Ours is the second number when we are named behind "than", else the first; unknown where there is no pair. */
    static Owner owner(Sentence sentence, int i, Subject subject) {
        int open = open(sentence, i);
        int than = open < 0 ? -1 : sentence.before(open, CLAUSE, THAN);
        if (than < 0) {
            return Owner.UNKNOWN;
        }
        boolean ours = false;
        for (int k = than + 1; k < open; k++) {
            ours |= sentence.get(k).in(Words.OURS)
                    || (sentence.get(k).capital() && subject.head(sentence.get(k)) == Owner.OURS);
        }
        boolean second = open < i - 1;
        return ours == second ? Owner.OURS : Owner.OTHERS;
    }

    /** The parenthesis in front of the pair that the number is of, or -1. */
    private static int open(Sentence sentence, int i) {
        if (isOpen(sentence, i - 1) && isVersus(sentence, i + 1)) {
            return i - 1;
        }
        int versus = i > 0 && sentence.get(i - 1).is(".") ? i - 2 : i - 1;
        return versus > 1 && isVersus(sentence, versus) && isOpen(sentence, versus - 2) ? versus - 2 : -1;
    }

    private static boolean isOpen(Sentence sentence, int k) {
        return sentence.holds(k) && sentence.get(k).is("(");
    }

    private static boolean isVersus(Sentence sentence, int k) {
        return sentence.holds(k) && sentence.get(k).in(VERSUS);
    }
}
