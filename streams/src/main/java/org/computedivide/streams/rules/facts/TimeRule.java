package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/**
 * Reads training time: "took 3 weeks", "for a month", "2 hours and 17 minutes"; where chips stand between number and unit it
 * is {@link ChipTime}. Of a range the longer end is taken.
 */
final class TimeRule implements Rule {

    static final Set<String> UNITS = Words.words("""
            hour hours day days week weeks month months hr hrs h d year years minute minutes min mins""");
    private static final Set<String> TELLING = Words.union(List.of(UNITS, PassTimes.SECOND));
    private static final Set<String> LONG_UNITS = Words.words("day week month year hour");
    private static final int EACH_BEFORE = 20;
    private static final Set<String> OTHERS =
            WordSet.of("conventional", "traditional", "existing", "previous", "prior");
    private static final Set<String> CLAUSE_END_OF_OTHERS = Words.words(", ; we our ours while whereas but");
    private static final int OTHERS_BEFORE = 8;
    private static final Set<String> BEFORE_ONE = Words.words(
            "for in within about over under just than took takes take only of approximately roughly around");
    private static final Set<String> BETWEEN =
            Words.words("- · additional further more nvidia full core of wall clock device chip sxm pcie total gb ( )");
    private static final Set<String> MONEY = WordSet.of("$", "€", "£");
    private static final Set<String> MEMORY = WordSet.of("gb", "g");
    private static final Set<String> FOR_OR_OVER = WordSet.of("for", "over");
    private static final Set<String> TRAINED = WordSet.of("trained", "pretrained", "pre-trained");
    private static final Set<String> THE = WordSet.of("the", "our", "final");
    private static final Set<String> BOUND = Words.words("under within < below less than");
    private static final Stems SHORTENED =
            Stems.of("reduc", "optimi", "decreas", "shorten", "cut", "accelerat", "improv", "drop");
    private static final int RESPECTIVELY_AHEAD = 14;
    private static final Set<String> RESPECTIVELY = WordSet.of("respectively");
    private static final double HALF = 0.5;

    private final Whose whose;
    private final Chips chips = Chips.all();

    TimeRule(Whose whose) {
        this.whose = whose;
    }

    @Override
    public Set<String> telling() {
        return TELLING;
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
        if (i > 0 && sentence.get(i - 1).in(MONEY)) {
            return i;
        }
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
        double hours = (Stages.listedBefore(sentence, i) + (isAndHalf(sentence, i) ? amount + HALF : amount))
                * hoursOf(sentence.get(unit).word());
        if (chip > 0 && whose.isNamedBehind(sentence, unit)) {
            return unit;
        }
        if (chip > 0) {
            ChipTime.read(sentence, i, unit, hours, into);
            return i;
        }
        int end = rest(sentence, unit);
        hours += isHalfMore(sentence, unit) ? HALF * hoursOf(sentence.get(unit).word()) : 0;
        double whole = Networks.number(sentence, i) * (end > unit ? hours + hoursAt(sentence, end) : hours);
        boolean listed = isFirstOfTwo(sentence, i);
        if (unit - i > 2 && !isAndHalf(sentence, i) && !listed) {
            return i;
        }
        if (TrainingTime.isOne(sentence, i, end) && !isFormer(sentence, i, unit)) {
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
            boolean ofSize = token.isNumber() && sentence.get(i).hasLetter() && sentence.after(k, 1, MEMORY) < 0;
            if (other || ofSize) {
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

    /** "the usual cost of conventional methods (e.g. 10 days)": before a comma, what others need. */
    private static boolean isOfOthers(Sentence sentence, int i) {
        int others = sentence.before(i, OTHERS_BEFORE, OTHERS);
        return others >= 0 && sentence.after(others, i - others, CLAUSE_END_OF_OTHERS) < 0;
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
