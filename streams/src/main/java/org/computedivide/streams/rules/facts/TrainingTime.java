package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.WordSet;

/** Tells the time of a training from other times: of recordings, forecasts, simulations, or of what others did. */
final class TrainingTime {

    private static final Chips CHIPS = Chips.all();
    private static final Set<String> NOT_TRAINING = Words.words("""
            audio speech video videos recordings footage music ago per every old inference forecast forecasts forecasting
            ahead lead data recording gameplay experience history resolution intervals later earlier
            notice human future trajectories horizon simulation simulated match video""");
    private static final Set<String> FOR_EACH = WordSet.of("each");
    private static final Set<String> CLAUSE_END = Words.words(", ; ( with while whereas but and");
    private static final Set<String> BESIDE = WordSet.of(",", "/", "·", ";");
    private static final Set<String> RUNS = WordSet.of("runs", "experiments");
    private static final int RUNS_BEFORE = 6;
    private static final Stems STRONG = Stems.of(
            "train",
            "pretrain",
            "retrain",
            "finetun",
            "took",
            "takes",
            "take",
            "converge",
            "consum",
            "last",
            "requir",
            "saw");
    private static final Set<String> TRAINING_BEFORE = Words.words("""
            training trained train trains took takes take pretraining for over in lasted requires required complete
            completed approximately about around roughly of last during ~ spent within used time times stopped ran""");
    private static final Set<String> OF_TRAINING = Words.words("""
            training compute computation wall total pretraining pre gpu continuous fine tuning finetuning real parallel tpu
            pure""");
    private static final Set<String> PRODUCING = Words.words("produce generate render infer predict forecast");
    private static final Set<String> LASTING = WordSet.of("for", "over", "took", "takes");
    private static final Set<String> LEARNED = WordSet.of("learn", "learned", "learns", "learnt");
    private static final int LEARNED_AHEAD = 36;
    private static final int MEMORY_BEFORE = 4;
    private static final int CHIP_AHEAD = 14;

    private TrainingTime() {}

    /** Whether the time at a number was spent on a training. */
    static boolean isOne(Sentence sentence, int i, int unit) {
        boolean onChips = isOnChips(sentence, i, unit);
        boolean listed = ListedHours.isListed(sentence, i);
        return !isOtherTime(sentence, unit)
                && !isOfRuns(sentence, i, unit)
                && sentence.after(unit, 2, FOR_EACH) < 0
                && !isAmount(sentence, unit)
                && ((onChips && sentence.before(i, 1, LASTING) >= 0) || !isOfOtherBefore(sentence, i))
                && !Tuning.isOtherWork(sentence, i)
                && sentence.after(unit, 9, PRODUCING) < 0
                && (listed || onChips || sentence.nearStem(i, 20, STRONG) || isLearned(sentence, i))
                && sentence.after(unit, 2, Words.GPU) < 0
                && (listed
                        || onChips
                        || isTimeOf(sentence, i)
                        || sentence.before(i, 8, TRAINING_BEFORE) >= 0
                        || sentence.after(unit, 4, TRAINING_BEFORE) >= 0);
    }

    /** "These training runs took about 270 hours in total": not of one of them. */
    private static boolean isOfRuns(Sentence sentence, int i, int unit) {
        return sentence.before(i, RUNS_BEFORE, RUNS) >= 0
                && (sentence.after(i, unit - i + 2, "total") > 0 || sentence.before(i, 2, "total") > 0);
    }

    /** "able to learn 2,000 bases in about 10 hours". */
    private static boolean isLearned(Sentence sentence, int i) {
        int in = sentence.before(i, 3, "in");
        return in > 0 && sentence.before(in, LEARNED_AHEAD, LEARNED) >= 0;
    }

    /** "5 days ahead", "30 hours of speech", but not "9 days, with no human". */
    private static boolean isOtherTime(Sentence sentence, int unit) {
        int other = sentence.after(unit, 4, NOT_TRAINING);
        return other > 0 && sentence.after(unit, other - unit, CLAUSE_END) < 0;
    }

    /** "The training time for the small and the base model is 5 and 12 days". */
    private static boolean isTimeOf(Sentence sentence, int i) {
        int is = sentence.before(i, 4, Set.of("is", "was"));
        int time = is < 0 ? -1 : sentence.before(is, 14, "time");
        return time > 0 && sentence.get(time - 1).is("training");
    }

    /** "audio 3 hours", but not "of simulated experience, 3 hours". */
    private static boolean isOfOtherBefore(Sentence sentence, int i) {
        int other = sentence.before(i, 3, NOT_TRAINING);
        return other >= 0 && sentence.after(other, i - other - 1, Set.of(",", ";")) < 0;
    }

    /** "4,700 hours of driving" measures data, "70 hours of training" time. */
    private static boolean isAmount(Sentence sentence, int unit) {
        return sentence.holds(unit + 2)
                && sentence.get(unit + 1).is("of")
                && sentence.after(unit + 1, 3, OF_TRAINING) < 0;
    }

    /** "1 week on 8 GPUs", "64 GPUs for 14 days". */
    private static boolean isOnChips(Sentence sentence, int i, int unit) {
        return isOnChip(sentence, unit)
                || sentence.after(unit, 12, Words.GPU) >= 0
                || sentence.before(i, 9, Words.GPU) >= 0
                || (sentence.before(i, 1, LASTING) >= 0 && isChipBefore(sentence, i))
                || isBesideChip(sentence, i)
                || isInFrontOfChip(sentence, unit);
    }

    /** "96 A100s, 14 days", "8xA100 (80GB), 52 hours". */
    private static boolean isBesideChip(Sentence sentence, int i) {
        int chip = i > 1 && sentence.get(i - 1).in(BESIDE) ? i - 2 : -1;
        int open = chip > 0 && sentence.get(chip).is(")") ? sentence.before(chip, MEMORY_BEFORE, "(") : -1;
        return chip > 0 && CHIPS.endsAt(sentence, open > 0 ? open - 1 : chip);
    }

    /** "7 days, 64 x MI300X". */
    private static boolean isInFrontOfChip(Sentence sentence, int unit) {
        boolean counted = sentence.after(unit, 1, ",") > 0
                && sentence.holds(unit + 3)
                && sentence.get(unit + 2).isNumber();
        return counted && (CHIPS.at(sentence, unit + 3) != null || isTimesChip(sentence, unit + 3));
    }

    private static boolean isTimesChip(Sentence sentence, int times) {
        boolean is = sentence.get(times).is("x") || sentence.get(times).is("×");
        return is && sentence.holds(times + 1) && CHIPS.at(sentence, times + 1) != null;
    }

    /** "24 hours total on a Tesla K80". */
    private static boolean isOnChip(Sentence sentence, int unit) {
        int on = sentence.after(unit, 4, "on");
        for (int k = on + 1; on > 0 && sentence.holds(k) && k <= on + 4; k++) {
            if (CHIPS.at(sentence, k) != null) {
                return true;
            }
        }
        return false;
    }

    /** "over 512 A100s, reaching 47% of peak FLOP/s over 23 days". */
    private static boolean isChipBefore(Sentence sentence, int i) {
        for (int k = i - 1; k >= Math.max(0, i - CHIP_AHEAD); k--) {
            if (CHIPS.at(sentence, k) != null) {
                return true;
            }
        }
        return false;
    }
}
