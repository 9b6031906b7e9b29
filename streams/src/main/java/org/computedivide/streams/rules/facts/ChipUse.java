package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.WordSet;

/** Whether chips that a sentence names were used in a run: trained on, not served, advised or shared out. */
final class ChipUse {

    private static final Set<String> BESIDE = WordSet.of(",", "/", "for");
    private static final Set<String> LONG_TIMES = Words.words("hours days weeks months day week hour month");
    private static final Set<String> FITS = WordSet.of("run", "fit", "execute", "operate");
    private static final int SPEED_AHEAD = 14;
    private static final Set<String> PER = WordSet.of("per", "/");
    private static final Set<String> SECOND = WordSet.of("second", "s", "sec");
    private static final Set<String> TUNED = WordSet.of("fine", "finetuned");
    private static final Set<String> SERVING = Words.words("""
            inference serving deploy deployed deployment evaluation latency throughput benchmark benchmarks fps speedup demo
            forecast forecasts minimum recommended deployable fit""");
    private static final Set<String> NOT_TRAINING = Words.words("""
            inference serving deploy deployed deployment evaluation latency throughput benchmark benchmarks fps speedup demo
            require requires required minimum recommended deployable fit""");
    private static final Set<String> SERVED =
            WordSet.of("served", "serve", "deployed", "deploy", "hosted", "inference", "serving");
    private static final Stems TRAINING = Stems.of(
            "train",
            "pretrain",
            "retrain",
            "run",
            "finetun",
            "tun",
            "took",
            "take",
            "optimi",
            "experiment",
            "parallel",
            "using",
            "use",
            "conduct",
            "perform",
            "distribut",
            "step",
            "batch",
            "cluster",
            "comput",
            "hardware",
            "epoch",
            "gpu");
    private static final Stems STRONG =
            Stems.of("train", "pretrain", "retrain", "finetun", "tun", "optimi", "batch", "epoch");
    private static final Stems SPLIT = Stems.of("shard");
    private static final Set<String> USING = WordSet.of("on", "using", "with");

    private ChipUse() {}

    /** Whether the chips at the place were used, by the words around them. */
    static boolean isUsed(Sentence sentence, int i) {
        boolean timed = isTimed(sentence, i);
        return (timed || sentence.nearStem(i, Sentence.WIDE, TRAINING))
                && !isAdvice(sentence, i)
                && !sentence.stemBefore(i, 4, SPLIT)
                && (sentence.before(i, 10, timed ? SERVING : NOT_TRAINING) < 0 || sentence.nearStem(i, 12, STRONG))
                && !isServing(sentence, i)
                && !isSpeed(sentence, i)
                && !Tuning.isOtherWork(sentence, i)
                && !Comparison.isOfOther(sentence, i)
                && !Comparison.isComparedRun(sentence, i);
    }

    /** "If you are training on a single GPU", "can be fine-tuned on one". */
    private static boolean isAdvice(Sentence sentence, int i) {
        int reader = sentence.before(i, 10, "you");
        int can = sentence.before(i, 8, "can");
        boolean may = can >= 0
                && (sentence.after(can, 1, FITS) > 0
                        || (sentence.after(can, 1, "be") > 0 && sentence.after(can, 3, TUNED) > 0));
        return may || (reader > 0 && sentence.get(reader - 1).is("if"));
    }

    /** "90 GPU-days on V100", "24 hours in total on a K80", "384 GPUs, 2 months". */
    private static boolean isTimed(Sentence sentence, int i) {
        if (sentence.after(i, 1, BESIDE) > 0
                && hasNumber(sentence, i + 2, i + 3)
                && sentence.after(i + 2, 1, LONG_TIMES) > 0) {
            return true;
        }
        if (ChipCount.isTime(sentence, i) || isBehindTime(sentence, i)) {
            return true;
        }
        int on = sentence.before(i, 4, USING);
        int time = on < 0 ? -1 : sentence.before(on, 3, LONG_TIMES);
        return time > 0 && sentence.after(time, on - time, Set.of(",", ";")) < 0 && hasNumber(sentence, time - 3, time);
    }

    /** "On 8 H100 GPUs, it generates 1,200 tokens per second". */
    private static boolean isSpeed(Sentence sentence, int i) {
        int per = sentence.after(i, SPEED_AHEAD, PER);
        return per > 0
                && sentence.after(per, 1, SECOND) > 0
                && sentence.before(per, per - i - 1, Words.TOKEN) > 0
                && !sentence.nearStem(i, SPEED_AHEAD, STRONG);
    }

    /** "7 days, 64 x MI300X". */
    private static boolean isBehindTime(Sentence sentence, int i) {
        int comma = sentence.before(i, 4, BESIDE);
        boolean counted = comma > 1 && sentence.get(comma).is(",") && hasNumber(sentence, comma + 1, i);
        return counted && sentence.get(comma - 1).in(LONG_TIMES) && hasNumber(sentence, comma - 2, comma - 1);
    }

    private static boolean hasNumber(Sentence sentence, int from, int to) {
        for (int k = Math.max(0, from); k < Math.min(to, sentence.size()); k++) {
            if (sentence.get(k).isNumber()) {
                return true;
            }
        }
        return false;
    }

    /** "can be served on a single H100; it was trained on": of the clause that it stands in. */
    private static boolean isServing(Sentence sentence, int i) {
        int serving = sentence.before(i, 6, SERVED);
        return serving >= 0
                && sentence.after(serving, i - serving, Set.of(",", ";", "and")) < 0
                && !sentence.stemBefore(i, 6, STRONG);
    }

    /** Beside a word of training, or "64 GPUs for 14 days". */
    static boolean isRun(Sentence sentence, int i) {
        return sentence.nearStem(i, Sentence.WIDE, STRONG)
                || (sentence.after(i, 8, TimeRule.UNITS) >= 0
                        && sentence.after(i, 8, Set.of("for", "over", "in")) >= 0);
    }

    /** The first in "from 1× A100 GPU to 4× RTX 3090 GPUs". */
    static boolean isFormer(Sentence sentence, int from, int to) {
        int then = sentence.after(to, 2, "to");
        return then > 0
                && sentence.holds(then + 1)
                && sentence.get(then + 1).isNumber()
                && sentence.before(from, 3, "from") >= 0;
    }
}
