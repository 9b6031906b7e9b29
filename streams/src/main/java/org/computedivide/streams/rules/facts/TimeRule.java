package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.facts.Whose.Owner;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;

/** Reads training time: "took 3 weeks", and chip-hours: "30.84M GPU hours", "1,000 A100-days", "180 GPU-days". */
final class TimeRule implements Rule {

    static final Set<String> UNITS = Set.of(
            "hour", "hours", "day", "days", "week", "weeks", "month", "months", "hr", "hrs", "h", "d", "year", "years",
            "minutes", "mins");
    private static final Set<String> NOT_TRAINING = Words.words("""
            audio speech video videos recordings footage music ago per every old inference forecast forecasts forecasting
            ahead lead data recording gameplay experience history resolution intervals later earlier each within
            notice human future trajectories horizon simulation simulated match""");
    private static final List<String> STRONG = List.of(
            "train", "pretrain", "retrain", "finetun", "took", "takes", "take", "converge", "consum", "last", "requir");
    private static final Set<String> TRAINING_BEFORE = Words.words(
            "training trained train trains took takes take pretraining for over in lasted requires required complete completed approximately about around roughly of last during ~ spent");

    private static final Set<String> BETWEEN =
            Words.words("- · nvidia full core of wall clock device chip sxm pcie total gb ( )");
    private static final Set<String> OF_TRAINING = Words.words(
            "training compute computation wall total pretraining pre gpu continuous fine tuning finetuning real parallel tpu");

    private final Whose whose;
    private final Chips chips = Chips.all();

    TimeRule(Whose whose) {
        this.whose = whose;
    }

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            if (token.isNumber() && token.value() > 0 && !token.glued()) {
                read(sentence, i, into);
            }
        }
    }

    private void read(Sentence sentence, int i, List<Finding> into) {
        int unit = unit(sentence, i);
        int chip = chipBetween(sentence, i, unit);
        if (unit < 0 || whose.of(sentence, i) != Owner.OURS) {
            return;
        }
        double hours = sentence.get(i).value() * hoursOf(sentence.get(unit).word());
        if (chip > 0) {
            chipHours(sentence, i, unit, hours, into);
        } else if (unit - i <= 2 && isTraining(sentence, i, unit)) {
            into.add(Finding.number("trainingHours", hours, "hours", sentence, i, unit, "time-stated"));
        }
    }

    private static void chipHours(Sentence sentence, int i, int unit, double hours, List<Finding> into) {
        boolean cores = sentence.after(i, unit - i, Set.of("core")) >= 0;
        String boundary =
                sentence.near(i, Set.of("project", "experiments", "cumulative", "ablations")) ? "project" : "unknown";
        into.add(Finding.number(
                        "chipHours", cores ? hours / 2 : hours, "chip-hours", sentence, i, unit, "chip-hours-stated")
                .within(boundary));
    }

    /** Position of the unit of time behind a number, at most six tokens on with only chips between; else -1. */
    private int unit(Sentence sentence, int i) {
        int k = i + 1;
        while (sentence.holds(k) && k - i <= 6) {
            Token token = sentence.get(k);
            if (token.in(UNITS)) {
                return k;
            }
            Chips.Mention mention = chips.at(sentence, k);
            if (mention != null) {
                k = mention.to();
            } else if (!token.in(Words.GPU) && !token.in(BETWEEN) && !token.isNumber()) {
                return -1;
            }
            k++;
        }
        return -1;
    }

    private int chipBetween(Sentence sentence, int i, int unit) {
        for (int k = i + 1; k < unit; k++) {
            if (sentence.get(k).in(Words.GPU) || sentence.get(k).is("device") || chips.at(sentence, k) != null) {
                return k;
            }
        }
        return -1;
    }

    private static boolean isTraining(Sentence sentence, int i, int unit) {
        return sentence.after(unit, 4, NOT_TRAINING) < 0
                && !isAmount(sentence, unit)
                && sentence.before(i, 3, NOT_TRAINING) < 0
                && (sentence.nearStem(i, 20, STRONG) || isOnChips(sentence, i, unit))
                && sentence.after(unit, 2, Words.GPU) < 0
                && (sentence.before(i, 5, TRAINING_BEFORE) >= 0
                        || sentence.after(unit, 4, TRAINING_BEFORE) >= 0
                        || isOnChips(sentence, i, unit));
    }

    /** "4,700 hours of driving" measures data, "70 hours of training" time. */
    private static boolean isAmount(Sentence sentence, int unit) {
        return sentence.holds(unit + 2)
                && sentence.get(unit + 1).is("of")
                && sentence.after(unit + 1, 3, OF_TRAINING) < 0;
    }

    /** "1 week on 8 GPUs", "64 GPUs for 14 days". */
    private static boolean isOnChips(Sentence sentence, int i, int unit) {
        return sentence.after(unit, 9, Words.GPU) >= 0 || sentence.before(i, 9, Words.GPU) >= 0;
    }

    static double hoursOf(String unit) {
        return switch (unit.charAt(0)) {
            case 'd' -> 24;
            case 'w' -> 168;
            case 'y' -> 8766;
            case 'm' -> unit.startsWith("mi") ? 1 / 60.0 : 730.5;
            default -> 1;
        };
    }
}
