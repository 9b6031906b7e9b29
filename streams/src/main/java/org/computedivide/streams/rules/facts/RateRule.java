package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** Reads the stated utilisation: "MFU of 46.2%"; of a hardware utilisation (HFU) three quarters are taken. */
final class RateRule implements Rule {

    private static final Set<String> MODEL = WordSet.of("mfu");
    private static final Set<String> HARDWARE = WordSet.of("hfu");
    private static final Set<String> UTILIZATION = WordSet.of("utilization", "utilisation");
    private static final Set<String> TELLING = Words.union(List.of(MODEL, HARDWARE, UTILIZATION));
    private static final double RECOMPUTATION = 0.75;

    @Override
    public Set<String> telling() {
        return TELLING;
    }

    @Override
    public double least() {
        return 0;
    }

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        for (int i = 0; i + 1 < sentence.size(); i++) {
            Token token = sentence.get(i);
            boolean percent = sentence.get(i + 1).is("%") || sentence.get(i + 1).is("percent");
            if (token.isNumber() && percent && token.value() < 100) {
                read(sentence, i, token.value() / 100, into);
            }
        }
    }

    private static void read(Sentence sentence, int i, double share, List<Finding> into) {
        if (isUtilization(sentence, i, MODEL, "model")) {
            into.add(Finding.number("utilization", share, "fraction", sentence, i, i + 1, "utilization-model"));
        } else if (isUtilization(sentence, i, HARDWARE, "hardware")) {
            into.add(Finding.number(
                    "utilization", share * RECOMPUTATION, "fraction", sentence, i, i + 1, "utilization-hardware"));
        }
    }

    private static boolean isUtilization(Sentence sentence, int i, Set<String> letters, String word) {
        boolean named = sentence.before(i, 8, letters) >= 0 || sentence.after(i, 4, letters) >= 0;
        boolean spelled = sentence.before(i, 10, UTILIZATION) >= 0 || sentence.after(i, 6, UTILIZATION) >= 0;
        return named
                || (spelled && (sentence.before(i, 12, Set.of(word)) >= 0 || sentence.after(i, 6, Set.of(word)) >= 0));
    }
}
