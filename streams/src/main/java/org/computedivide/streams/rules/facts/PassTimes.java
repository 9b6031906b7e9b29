package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.WordSet;
import org.jspecify.annotations.Nullable;

/**
 * Times of one pass over the data or one step: "each epoch takes 4 hours", "2 hours per epoch", "0.4 seconds per step". They are
 * a training's time only when the text says how many there were.
 */
final class PassTimes {

    private static final String RULE = "time-per-pass";
    private static final int CLAUSE = 7;
    private static final Set<String> EPOCH = WordSet.of("epoch", "epochs");
    private static final Set<String> STEP = Words.words("step steps iteration iterations iter iters update updates");
    private static final Set<String> EACH = Words.words("each every per one an a single /");
    static final Set<String> TAKES = Words.words("takes took take taking requires required lasts lasted needs");
    static final Set<String> SECOND = Words.words("s sec secs second seconds");
    private static final Set<String> TO = WordSet.of("-", "–", "to");
    private static final double SECONDS = 3600;

    private PassTimes() {}

    /** The time of one pass at a number whose unit of time stands at the place; null when it is of something else. */
    static @Nullable Finding at(Sentence sentence, int i, int unit, double hours) {
        String counted = counted(sentence, i, unit);
        return counted.isEmpty() ? null : Finding.number(counted, hours, "hours", sentence, i, unit, RULE);
    }

    /** The same in seconds, which no whole training is told in. */
    static @Nullable Finding inSeconds(Sentence sentence, int i) {
        boolean seconds = sentence.get(i).isNumber()
                && sentence.holds(i + 1)
                && sentence.get(i + 1).in(SECOND)
                && sentence.get(i).value() > 0;
        return seconds ? at(sentence, i, i + 1, sentence.get(i).value() / SECONDS) : null;
    }

    /** What one time is of: the field whose value multiplies it, or empty. */
    private static String counted(Sentence sentence, int i, int unit) {
        int per = sentence.after(unit, 1, EACH);
        String behind = per < 0 ? "" : pass(sentence, sentence.after(per, 2, EPOCH), sentence.after(per, 2, STEP));
        if (!behind.isEmpty()) {
            return behind;
        }
        int takes = sentence.before(i, 4, TAKES);
        int epoch = takes < 0 ? -1 : sentence.before(takes, 2, EPOCH);
        int step = takes < 0 ? -1 : sentence.before(takes, 2, STEP);
        int of = Math.max(epoch, step);
        boolean each = of > 0 && (sentence.before(of, Math.min(of, CLAUSE - 4), EACH) >= 0 || isOne(sentence, of - 1));
        return each ? pass(sentence, epoch, step) : "";
    }

    /** "One epoch takes": the word is a number. */
    private static boolean isOne(Sentence sentence, int i) {
        return sentence.get(i).isNumber() && sentence.get(i).value() == 1;
    }

    private static String pass(Sentence sentence, int epoch, int step) {
        boolean known = sentence.holds(epoch) || sentence.holds(step);
        return !known ? "" : sentence.holds(epoch) ? "epochs" : "trainingSteps";
    }

    /** Puts time × passes in the place of the time of one; drops it when their number is not told, or told twice. */
    static void multiply(List<Finding> findings) {
        List<Finding> times =
                findings.stream().filter(finding -> finding.rule().equals(RULE)).toList();
        findings.removeAll(times);
        for (Finding time : times) {
            double[] passes = passes(findings, time.field())
                    .distinct()
                    .mapToDouble(n -> n)
                    .toArray();
            if (passes.length == 1 && passes[0] >= 1 && !isRange(time)) {
                findings.add(Finding.number(
                        "trainingHours",
                        time.value() * passes[0],
                        "hours",
                        time.sentence(),
                        time.from(),
                        time.to(),
                        RULE));
            }
        }
    }

    /** "1-2 days": too wide to be multiplied. */
    private static boolean isRange(Finding time) {
        return isRange(time.sentence(), time.from() - 2) || isRange(time.sentence(), time.from());
    }

    private static boolean isRange(Sentence sentence, int low) {
        return sentence.holds(low)
                && sentence.holds(low + 2)
                && sentence.get(low).isNumber()
                && sentence.get(low + 1).in(TO)
                && sentence.get(low + 2).isNumber();
    }

    private static Stream<Double> passes(List<Finding> findings, String field) {
        return findings.stream()
                .filter(finding -> finding.field().equals(field))
                .map(Finding::value);
    }
}
