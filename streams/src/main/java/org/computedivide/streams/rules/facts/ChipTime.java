package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.WordSet;

/** Chip-hours: "30.84M GPU hours", "1,000 A100-days". */
final class ChipTime {

    private static final Set<String> PROJECT = Words.words("""
            project experiments cumulative ablations study studies analyses sweep sweeps""");
    private static final Set<String> FURTHER = WordSet.of("another", "additional", "further");
    private static final Set<String> POSSIBLE =
            WordSet.of("can", "could", "would", "may", "might", "typically", "often");
    private static final Set<String> SAVED = Words.words("save saves saved saving savings");
    private static final Set<String> PER = WordSet.of("per", "for", "/");
    private static final double THOUSAND = 1000;

    private ChipTime() {}

    /** Adds the chip-hours of a number whose unit of time stands at the place; none when they were not spent on a training of ours. */
    static void read(Sentence sentence, int i, int unit, double hours, List<Finding> into) {
        if (sentence.before(i, 5, POSSIBLE) >= 0
                || sentence.before(i, 3, SAVED) >= 0
                || isRate(sentence, unit)
                || Tuning.isOtherWork(sentence, i)) {
            return;
        }
        boolean cores = sentence.after(i, unit - i, "core") >= 0;
        String boundary = isOfProject(sentence, i, unit) ? "project" : "unknown";
        double scale = isEuropeanThousand(sentence, i) ? THOUSAND : 1;
        into.add(Finding.number(
                        "chipHours",
                        scale * (cores ? hours / 2 : hours),
                        "chip-hours",
                        sentence,
                        i,
                        unit,
                        "chip-hours-stated")
                .within(boundary));
    }

    /** "300k GPU hours over all ablations", but not "300k GPU hours and another 40k for ablations". */
    private static boolean isOfProject(Sentence sentence, int i, int unit) {
        int further = sentence.after(unit, Sentence.WIDE, FURTHER);
        boolean apart = further > 0
                && sentence.holds(further + 1)
                && sentence.get(further + 1).isNumber();
        return sentence.before(i, Sentence.WIDE, PROJECT) >= 0
                || sentence.after(i, apart ? further - i : Sentence.WIDE, PROJECT) >= 0;
    }

    /** "180K GPU hours per trillion tokens": not of a whole training. */
    private static boolean isRate(Sentence sentence, int unit) {
        return sentence.after(unit, 1, PER) > 0
                && (sentence.after(unit, 2, Words.TOKEN) > 0 || sentence.after(unit, 4, Words.TOKEN) > 0);
    }

    /** "58.000 GPU-hours": nobody counts chip-hours to the third decimal. */
    private static boolean isEuropeanThousand(Sentence sentence, int i) {
        String written = sentence.written(i);
        return sentence.get(i).word().isEmpty() && written.endsWith(".000") && written.charAt(0) != '0';
    }
}
