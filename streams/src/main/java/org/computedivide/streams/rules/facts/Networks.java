package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.WordSet;

/** How many networks of a release were trained alike: "each of the four networks takes 16 days". */
final class Networks {

    private static final int CLAUSE = 24;
    private static final double MOST = 20;
    private static final Set<String> EACH = WordSet.of("each");

    private Networks() {}

    /** The number behind "each of the" in front of a time; 1 when it is not said. */
    static double number(Sentence sentence, int i) {
        for (int each = sentence.before(i, CLAUSE, EACH); each >= 0; each = sentence.before(each, CLAUSE, EACH)) {
            int k = each + 1;
            while (sentence.holds(k) && sentence.get(k).in(Set.of("of", "the", "these", "our"))) {
                k++;
            }
            boolean several = k > each + 1 && k < i && sentence.get(k).isNumber();
            if (several && sentence.get(k).value() <= MOST && sentence.after(k, 3, Words.MODEL) > 0) {
                return sentence.get(k).value();
            }
        }
        return 1;
    }
}
