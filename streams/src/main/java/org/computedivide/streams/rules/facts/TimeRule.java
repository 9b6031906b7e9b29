package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/**
 * Reads training time: "took 3 weeks", "for a month", "2 hours and 17 minutes", and chip-hours: "30.84M GPU hours", "1,000
 * A100-days". Of a range the longer end is taken.
 */
final class TimeRule implements Rule {

    static final Set<String> UNITS = Words.words("""
            hour hours day days week weeks month months hr hrs h d year years minute minutes min mins""");
    private static final Set<String> LONG_UNITS = Words.words("day week month year hour");
    private static final Set<String> NOT_TRAINING = Words.words("""
            audio speech video videos recordings footage music ago per every old inference forecast forecasts forecasting
            ahead lead data recording gameplay experience history resolution intervals later earlier
            notice human future trajectories horizon simulation simulated match video""");
    private static final Set<String> FOR_EACH = WordSet.of("each");
    private static final Set<String> CLAUSE_END = Words.words(", ; ( with while whereas but and");
    private static final Set<String> RUNS = WordSet.of("runs", "experiments");
    private static final int RUNS_BEFORE = 6;
    private static final int EACH_BEFORE = 20;
    private static final Set<String> OTHERS =
            WordSet.of("conventional", "traditional", "existing", "previous", "prior");
    private static final Set<String> CLAUSE_END_OF_OTHERS = Words.words(", ; we our ours while whereas but");
    private static final int OTHERS_BEFORE = 8;
    private static final Set<String> PROJECT = Words.words("""
            project experiments cumulative ablations study studies analyses sweep sweeps""");
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
    private static final Set<String> BEFORE_ONE = Words.words(
            "for in within about over under just than took takes take only of approximately roughly around");
    private static final Set<String> BETWEEN =
            Words.words("- · additional further more nvidia full core of wall clock device chip sxm pcie total gb ( )");
    private static final Set<String> OF_TRAINING = Words.words("""
            training compute computation wall total pretraining pre gpu continuous fine tuning finetuning real parallel tpu
            pure""");
    private static final Set<String> PRODUCING = Words.words("produce generate render infer predict forecast");
    private static final Set<String> FOR_OR_OVER = WordSet.of("for", "over");
    private static final Set<String> TRAINED = WordSet.of("trained", "pretrained", "pre-trained");
    private static final Set<String> THE = WordSet.of("the", "our", "final");
    private static final Set<String> LASTING = WordSet.of("for", "over", "took", "takes");
    private static final Set<String> POSSIBLE =
            WordSet.of("can", "could", "would", "may", "might", "typically", "often");
    private static final Set<String> SAVED = Words.words("save saves saved saving savings");
    private static final Set<String> BOUND = Words.words("under within < below less than");
    private static final Stems SHORTENED =
            Stems.of("reduc", "optimi", "decreas", "shorten", "cut", "accelerat", "improv", "drop");
    private static final Set<String> LEARNED = WordSet.of("learn", "learned", "learns", "learnt");
    private static final int LEARNED_AHEAD = 36;
    private static final int CHIP_AHEAD = 14;
    private static final int RESPECTIVELY_AHEAD = 14;
    private static final Set<String> RESPECTIVELY = WordSet.of("respectively");
    private static final Set<String> PER = WordSet.of("per", "for", "/");
    private static final double THOUSAND = 1000;
    private static final double HALF = 0.5;

    private final Whose whose;
    private final Chips chips = Chips.all();

    TimeRule(Whose whose) {
        this.whose = whose;
    }

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        int before = into.size();
        each(sentence, into);
        if (into.size() - before > 1) {
            List<Finding> times = into.subList(before, into.size());
            Stages.join(times);
            SeveralTimes.settle(times);
        }
    }

    private void each(Sentence sentence, List<Finding> into) {
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            if (ListedHours.isBare(sentence, i)) {
                into.add(ListedHours.finding(sentence, i));
            } else if (token.isNumber() && token.value() > 0 && !token.glued()) {
                i = read(sentence, i, token.value(), into);
            } else if (isOne(sentence, i)) {
                read(sentence, i, 1, into);
            } else if (sentence.get(i).is("half")
                    && i > 0
                    && !sentence.get(i - 1).is("a")) {
                read(sentence, sentence.after(i, 1, Set.of("a", "an")) > 0 ? i + 1 : i, HALF, into);
            }
        }
    }

    /** "for a month". */
    private static boolean isOne(Sentence sentence, int i) {
        return sentence.get(i).is("a")
                && sentence.holds(i + 1)
                && sentence.get(i + 1).in(LONG_UNITS)
                && i > 0
                && sentence.get(i - 1).in(BEFORE_ONE);
    }

    /** Returns the last token that was used up. */
    private int read(Sentence sentence, int i, double amount, List<Finding> into) {
        int unit = unit(sentence, i);
        Finding pass = unit < 0
                ? PassTimes.inSeconds(sentence, i)
                : PassTimes.at(
                        sentence, i, unit, amount * hoursOf(sentence.get(unit).word()));
        if (pass != null) {
            into.add(pass);
            return pass.to();
        }
        if (unit < 0 || !whose.isOurRun(sentence, i) || isOfOthers(sentence, i)) {
            return i;
        }
        int chip = chipBetween(sentence, i, unit);
        double hours = (isAndHalf(sentence, i) ? amount + HALF : amount)
                * hoursOf(sentence.get(unit).word());
        if (chip > 0) {
            chipHours(sentence, i, unit, hours, into);
            return i;
        }
        int end = rest(sentence, unit);
        hours += isHalfMore(sentence, unit) ? HALF * hoursOf(sentence.get(unit).word()) : 0;
        double whole = Networks.number(sentence, i) * (end > unit ? hours + hoursAt(sentence, end) : hours);
        boolean listed = isFirstOfTwo(sentence, i);
        if (unit - i > 2 && !isAndHalf(sentence, i) && !listed) {
            return i;
        }
        if (isTraining(sentence, i, end) && !isFormer(sentence, i, unit)) {
            into.add(Finding.number("trainingHours", whole, "hours", sentence, i, end, rule(sentence, i, unit)));
        }
        return listed ? i : end;
    }

    private static String rule(Sentence sentence, int i, int unit) {
        if (sentence.after(unit, 3, "depending") > 0 && sentence.before(i, EACH_BEFORE, "each") >= 0) {
            return SeveralTimes.UNSETTLED;
        }
        if (Tuning.isTuning(sentence, i)) {
            return "time-tuning";
        }
        if (sentence.before(i, 2, BOUND) >= 0) {
            return "time-bounded";
        }
        return isTrainedFor(sentence, i) ? "time-trained" : "time-stated";
    }

    /** "The model was trained for 12 hours" says it outright; "results are obtained in 2 days" may be of any run. */
    private static boolean isTrainedFor(Sentence sentence, int i) {
        return i > 4
                && sentence.get(i - 1).in(FOR_OR_OVER)
                && sentence.get(i - 2).in(TRAINED)
                && sentence.get(i - 3).is("was")
                && sentence.get(i - 4).is("model")
                && sentence.get(i - 5).in(THE);
    }

    /** The first in "reduced from 11 days to 5 days", the second in "8 hours instead of 24". */
    private static boolean isFormer(Sentence sentence, int i, int unit) {
        if (i > 1 && sentence.get(i - 1).is("of") && sentence.get(i - 2).is("instead")) {
            return true;
        }
        boolean first = i > 0 && sentence.get(i - 1).is("from") && sentence.after(unit, 1, "to") > 0;
        return first && (sentence.stemBefore(i, 5, SHORTENED) || isLonger(sentence, i, unit));
    }

    /** "from 29 hours to 4 hours" goes down, whatever the verb; a range goes up. */
    private static boolean isLonger(Sentence sentence, int i, int unit) {
        int k = unit + 2;
        boolean time = sentence.holds(k + 1)
                && sentence.get(k).isNumber()
                && sentence.get(k + 1).in(UNITS);
        return time
                && sentence.get(i).value() * hoursOf(sentence.get(unit).word())
                        > sentence.get(k).value() * hoursOf(sentence.get(k + 1).word());
    }

    /** The unit of the smaller part in "2 hours and 17 minutes" or "27h 40min"; the unit itself when there is none. */
    private static int rest(Sentence sentence, int unit) {
        int k = unit + 1;
        if (sentence.holds(k) && (sentence.get(k).is("and") || sentence.get(k).is(","))) {
            k++;
        }
        boolean part = sentence.holds(k + 1)
                && sentence.get(k).isNumber()
                && sentence.get(k + 1).in(UNITS)
                && hoursOf(sentence.get(k + 1).word())
                        < hoursOf(sentence.get(unit).word())
                && sentence.get(k).value() < 60;
        return part ? k + 1 : unit;
    }

    private static double hoursAt(Sentence sentence, int unit) {
        return sentence.get(unit - 1).value() * hoursOf(sentence.get(unit).word());
    }

    private static void chipHours(Sentence sentence, int i, int unit, double hours, List<Finding> into) {
        if (sentence.before(i, 5, POSSIBLE) >= 0
                || sentence.before(i, 3, SAVED) >= 0
                || isRate(sentence, unit)
                || Tuning.isOtherWork(sentence, i)) {
            return;
        }
        boolean cores = sentence.after(i, unit - i, "core") >= 0;
        String boundary = sentence.near(i, PROJECT) ? "project" : "unknown";
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

    /** Position of the unit of time behind a number, at most six tokens on with only chips between; else -1. */
    private int unit(Sentence sentence, int i) {
        if (isFirstOfTwo(sentence, i)) {
            return i + 3;
        }
        int k = isAndHalf(sentence, i) ? i + 4 : i + 1;
        while (sentence.holds(k) && k - i <= 6) {
            Token token = sentence.get(k);
            if (token.in(UNITS)) {
                return isDimension(sentence, k) ? -1 : k;
            }
            Chips.Mention mention = chips.at(sentence, k);
            boolean other = token.isNumber()
                    && sentence.holds(k + 1)
                    && sentence.get(k + 1).in(UNITS)
                    && !isDimension(sentence, k + 1)
                    && chipBetween(sentence, i, k) > 0;
            if (other) {
                return -1;
            }
            if (mention != null) {
                k = mention.to();
            } else if (!token.in(Words.GPU) && !token.in(BETWEEN) && !token.isNumber()) {
                return -1;
            }
            k++;
        }
        return -1;
    }

    /** The 36 of "36 and 55 hours, on X and Y, respectively". */
    private static boolean isFirstOfTwo(Sentence sentence, int i) {
        return sentence.holds(i + 3)
                && sentence.get(i + 1).is("and")
                && sentence.get(i + 2).isNumber()
                && sentence.get(i + 3).in(UNITS)
                && sentence.after(i + 3, RESPECTIVELY_AHEAD, RESPECTIVELY) > 0;
    }

    /** "one and a half days". */
    private static boolean isAndHalf(Sentence sentence, int i) {
        return sentence.holds(i + 4)
                && sentence.get(i + 1).is("and")
                && sentence.get(i + 2).is("a")
                && sentence.get(i + 3).is("half");
    }

    /** "a week and a half". */
    private static boolean isHalfMore(Sentence sentence, int unit) {
        return sentence.holds(unit + 3)
                && sentence.get(unit + 1).is("and")
                && sentence.get(unit + 2).is("a")
                && sentence.get(unit + 3).is("half");
    }

    /** The D of 3D and the M of 5M. */
    private static boolean isDimension(Sentence sentence, int unit) {
        return sentence.get(unit).capital()
                && sentence.get(unit).end() - sentence.get(unit).start() == 1;
    }

    private int chipBetween(Sentence sentence, int i, int unit) {
        for (int k = i + 1; k < unit; k++) {
            if (sentence.get(k).in(Words.GPU) || sentence.get(k).is("device") || chips.at(sentence, k) != null) {
                return k;
            }
        }
        return -1;
    }

    /** "24 hours total on a Tesla K80". */
    private boolean isOnChip(Sentence sentence, int unit) {
        int on = sentence.after(unit, 4, "on");
        for (int k = on + 1; on > 0 && sentence.holds(k) && k <= on + 4; k++) {
            if (chips.at(sentence, k) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean isTraining(Sentence sentence, int i, int unit) {
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

    /** "the usual cost of conventional methods (e.g. 10 days)": before a comma, what others need. */
    private static boolean isOfOthers(Sentence sentence, int i) {
        int others = sentence.before(i, OTHERS_BEFORE, OTHERS);
        return others >= 0 && sentence.after(others, i - others, CLAUSE_END_OF_OTHERS) < 0;
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
    private boolean isOnChips(Sentence sentence, int i, int unit) {
        return isOnChip(sentence, unit)
                || sentence.after(unit, 12, Words.GPU) >= 0
                || sentence.before(i, 9, Words.GPU) >= 0
                || (sentence.before(i, 1, LASTING) >= 0 && isChipBefore(sentence, i));
    }

    /** "over 512 A100s, reaching 47% of peak FLOP/s over 23 days". */
    private boolean isChipBefore(Sentence sentence, int i) {
        for (int k = i - 1; k >= Math.max(0, i - CHIP_AHEAD); k--) {
            if (chips.at(sentence, k) != null) {
                return true;
            }
        }
        return false;
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
