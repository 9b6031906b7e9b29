package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/**
 * Sizes whose unit stands beside an earlier number of the sentence: "X with 12 billion parameters and Y with 123 billion", "the medium
 * net has 24 million weights, the large one 66 million", "8B parameters and 1.2B of speech layers, 9.2B in total".
 */
final class Elided {

    private static final int CLAUSE = 16;
    private static final double FEWEST = 1e5;
    private static final double ROUNDED = 0.05;
    private static final Set<String> TOTAL = WordSet.of("total", "all", "together");
    private static final Set<String> OVERALL = WordSet.of("overall", "altogether");
    private static final Set<String> MAKES = WordSet.of("makes", "making", "totalling", "totaling", "giving");
    private static final Set<String> LINK = WordSet.of("with", "has", "had", "have", "about", "over", "roughly");
    private static final Set<String> ONE =
            WordSet.of("one", "version", "variant", "model", "largest", "biggest", "smallest", "larger", "smaller");
    private static final Set<String> ENDS = WordSet.of(",", ".", ";", ")", ":");

    private Elided() {}

    static boolean isSize(Sentence sentence, int i) {
        Token token = sentence.get(i);
        boolean large = !token.glued() && !token.word().isEmpty() && token.value() >= FEWEST;
        return large && (isSum(sentence, i) || isBehindUnit(sentence, i));
    }

    private static boolean isBehindUnit(Sentence sentence, int i) {
        return sentence.before(i, CLAUSE, Words.PARAMETER) >= 0
                && isOfNumber(sentence, sentence.before(i, CLAUSE, Words.PARAMETER))
                && (isTotal(sentence, i) || isOfTheNext(sentence, i));
    }

    private static boolean isOfNumber(Sentence sentence, int unit) {
        for (int k = unit - 1; k >= Math.max(0, unit - 4); k--) {
            if (sentence.get(k).isNumber()) {
                return true;
            }
        }
        return false;
    }

    /** "9.2B in total", "417M overall", "which makes 38M". */
    private static boolean isTotal(Sentence sentence, int i) {
        int total = sentence.after(i, 2, TOTAL);
        return sentence.before(i, 1, MAKES) >= 0
                || sentence.after(i, 1, OVERALL) > 0
                || (total == i + 2 && sentence.get(i + 1).is("in"));
    }

    /** "a 6B encoder and a 14B decoder, 20B in total": what the two sizes before it add up to. */
    private static boolean isSum(Sentence sentence, int i) {
        if (!sentence.get(i).hasLetter()
                || sentence.after(i, 2, TOTAL) != i + 2
                || !sentence.get(i + 1).is("in")) {
            return false;
        }
        double sum = 0;
        int parts = 0;
        for (int k = i - 1; k >= Math.max(0, i - CLAUSE); k--) {
            boolean part = sentence.get(k).hasLetter()
                    && sentence.get(k).value() >= FEWEST
                    && !OtherUnit.isBehind(sentence, k);
            sum += part ? sentence.get(k).value() : 0;
            parts += part ? 1 : 0;
        }
        return parts > 1 && Math.abs(sum / sentence.get(i).value() - 1) <= ROUNDED;
    }

    /** "and Y with 123 billion", "the large one 66 million", "one with 235M". */
    private static boolean isOfTheNext(Sentence sentence, int i) {
        boolean link = i > 1 && sentence.get(i - 1).in(LINK);
        int who = link ? i - 2 : i - 1;
        if (who < 1) {
            return false;
        }
        boolean one = isOne(sentence, who);
        boolean ends = !sentence.holds(i + 1) || sentence.get(i + 1).in(ENDS);
        return (one && (link || ends)) || (link && ends && sentence.get(who).capital());
    }

    /** "the large one", where the tokenizer has made a number of the word. */
    private static boolean isOne(Sentence sentence, int who) {
        Token token = sentence.get(who);
        boolean spelled = token.isNumber() && token.value() == 1 && token.word().equals("spelled");
        return spelled || token.in(ONE);
    }
}
