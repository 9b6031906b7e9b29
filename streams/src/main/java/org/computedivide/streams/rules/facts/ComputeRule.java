package org.computedivide.streams.rules.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computedivide.streams.rules.facts.Whose.Owner;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** Reads stated training compute: "3.8 × 10^25 FLOPs", "3,640 petaflop/s-days", "2.5 zettaFLOPs", "1e24 MACs" (times 2). */
final class ComputeRule implements Rule {

    static final double PETAFLOPS_DAY = 8.64e19;
    private static final double FEWEST = 1e15;
    private static final String FLOATING = "floating";
    /** What one of each is in FLOP. */
    private static final Map<String, Double> UNITS = units();

    private static final Set<String> TELLING = Words.union(List.of(UNITS.keySet(), Set.of(FLOATING)));
    private static final Set<String> RATE = WordSet.of(
            "per", "second", "sec", "token", "sample", "image", "forward", "peak", "throughput", "inference", "pass");
    /** Written with a capital S these are what a machine does in a second. */
    private static final Set<String> PER_SECOND =
            WordSet.of("tflops", "teraflops", "pflops", "petaflops", "exaflops", "eflops");

    private static final Stems TRAINING = Stems.of("train", "pretrain", "comput", "budget", "total");

    private final Whose whose;

    ComputeRule(Whose whose) {
        this.whose = whose;
    }

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
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            if (token.isNumber()
                    && !token.glued()
                    && token.value() > 0
                    && !(i > 0 && sentence.get(i - 1).is("±"))) {
                int k = unit(sentence, i);
                if (isUnit(sentence, k) && whose.of(sentence, i) == Owner.OURS) {
                    read(sentence, i, k, into);
                }
            }
        }
    }

    /** Whether operations are counted there: asked before whose number it is, since hardly any number is one of operations. */
    private static boolean isUnit(Sentence sentence, int k) {
        return sentence.holds(k) && prefix(sentence.get(k).word(), sentence, k) > 0;
    }

    /** Where the unit of a number stands, past "total" and the like. */
    private static int unit(Sentence sentence, int i) {
        int k = sentence.holds(i + 2) && sentence.get(i + 1).is("±") ? i + 3 : i + 1;
        while (sentence.holds(k)
                && k - i <= 3
                && (sentence.get(k).is("-")
                        || sentence.get(k).is("total")
                        || sentence.get(k).is("training")
                        || sentence.get(k).is("of"))) {
            k++;
        }
        return k;
    }

    private static void read(Sentence sentence, int i, int k, List<Finding> into) {
        if (!sentence.nearStem(i, 25, TRAINING)) {
            return;
        }
        String unit = sentence.get(k).word();
        int days = days(sentence, k);
        if (days > 0) {
            add(
                    sentence,
                    i,
                    days,
                    sentence.get(i).value() * prefix(unit, sentence, k) / 1e15 * PETAFLOPS_DAY,
                    "compute-days",
                    into);
        } else if (!isRate(sentence, k)) {
            operations(sentence, i, k, unit, into);
        }
    }

    private static void operations(Sentence sentence, int i, int k, String unit, List<Finding> into) {
        double factor = prefix(unit, sentence, k);
        double value = sentence.get(i).value() * factor * (unit.startsWith("mac") ? 2 : 1);
        if (factor > 0 && value >= FEWEST) {
            add(sentence, i, k, value, "compute-stated", into);
        }
    }

    private static void add(Sentence sentence, int i, int to, double value, String rule, List<Finding> into) {
        if (value >= FEWEST) {
            into.add(Finding.number("trainingCompute", value, "FLOP", sentence, i, to, rule));
        }
    }

    private static Map<String, Double> units() {
        Map<String, Double> units = new HashMap<>();
        Words.words("flop flops macs mac").forEach(unit -> units.put(unit, 1.0));
        Words.words("gflop gflops gigaflop gigaflops").forEach(unit -> units.put(unit, 1e9));
        Words.words("tflop tflops teraflop teraflops tf").forEach(unit -> units.put(unit, 1e12));
        Words.words("pf pfs pflop pflops petaflop petaflops").forEach(unit -> units.put(unit, 1e15));
        Words.words("exaflop exaflops eflop eflops ef").forEach(unit -> units.put(unit, 1e18));
        Words.words("zettaflop zettaflops zflop zflops").forEach(unit -> units.put(unit, 1e21));
        Words.words("yottaflop yottaflops yflop yflops").forEach(unit -> units.put(unit, 1e24));
        return units;
    }

    /** What one unit is in FLOP (or in FLOP/s before days); 0 when the word is none. */
    private static double prefix(String unit, Sentence sentence, int k) {
        if (unit.equals(FLOATING)) {
            return sentence.after(k, 4, Set.of("operations", "operation")) >= 0 ? 1 : 0;
        }
        return UNITS.getOrDefault(unit, 0.0);
    }

    /** Position of "days" in petaflop/s-days and its spellings, or -1. */
    private static int days(Sentence sentence, int k) {
        if (prefix(sentence.get(k).word(), sentence, k) < 1e9) {
            return -1;
        }
        return sentence.after(k, 5, Set.of("days", "day"));
    }

    private static boolean isRate(Sentence sentence, int k) {
        String written = sentence.written(k);
        boolean plain =
                written.endsWith("FLOPS") && PER_SECOND.contains(sentence.get(k).word());
        boolean slash = sentence.holds(k + 2)
                && sentence.get(k + 1).is("/")
                && sentence.get(k + 2).word().startsWith("s");
        return plain || slash || sentence.after(k, 3, RATE) >= 0 || sentence.before(k, 5, RATE) >= 0;
    }
}
