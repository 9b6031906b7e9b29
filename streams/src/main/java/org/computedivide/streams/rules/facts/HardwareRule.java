package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** Reads chips: their name, and how many: "2,048 H800 GPUs", "8xA100", "32 nodes of 8 GPUs", "TPU v3-512", "16K GPUs". */
final class HardwareRule implements Rule {

    private static final int AHEAD = 7;
    private static final int OF_WHICH = 6;
    private static final Set<String> BETWEEN = Words.words("""
            nvidia tesla google cloud amd instinct radeon intel aws amazon huawei geforce gtx rtx x × * - ( ampere hopper
            volta tensor core 80gb 40gb 32gb 16gb gb g of high end parallel dedicated the units synchronous pcie sxm sxm4 sxm5
            pieces commodity consumer state art distributed nodes' single physical , 80g 40g matrix gpus-of quadro titan
            dgx hgx 8x40g 8x80g topology node server machine interconnected
            desktop workstation gaming laptop datacenter modern""");
    private static final Set<String> BEFORE_TIME = Words.words("- · gpu gpus tpu core device chip sxm pcie 80gb");
    private static final Set<String> LONG_TIMES = Words.words("hours days weeks months day week hour month");
    private static final Set<String> SERVING = Words.words("""
            inference serving deploy deployed deployment evaluation latency throughput benchmark benchmarks fps speedup demo
            forecast forecasts minimum recommended deployable fit""");
    private static final Set<String> NOT_TRAINING = Words.words("""
            inference serving deploy deployed deployment evaluation latency throughput benchmark benchmarks fps speedup demo
            require requires required minimum recommended deployable fit""");
    private static final Set<String> SERVED =
            WordSet.of("served", "serve", "deployed", "deploy", "hosted", "inference", "serving");
    private static final Set<String> OWNED = Words.words("has have contains comprises consists equipped offers");
    private static final Set<String> CLUSTER = Words.words("cluster supercomputer partition datacenter system");
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
    private static final Set<String> WHOLE_NODES = WordSet.of("nodes", "machines", "servers", "instances", "pods");

    private static final Set<String> NODE =
            WordSet.of("node", "server", "machine", "pod", "instance", "cluster", "slice");
    private static final Set<String> CHIP_WORDS = Words.words("""
            gpu gpus tpu tpus npu npus chip chips accelerator accelerators nvidia tesla geforce card cards xpu xpus titan
            titans ascend device devices google instance instances""");
    private static final Set<String> CORES = WordSet.of("cores", "core");
    private static final Set<String> TPU = Words.words("tpu tpus tpuv2 tpuv3 tpuv4 tpuv5 tpuv5e tpuv5p tpuv6e tpuv4i");

    private static final Set<String> USING = WordSet.of("on", "using", "with");
    private static final Set<String> MEMORY = WordSet.of("gb", "g", "gib", "vram");

    private final Chips chips = Chips.all();

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        for (int i = 0; i < sentence.size(); i++) {
            Chips.Mention mention = chips.at(sentence, i);
            if (mention != null) {
                name(sentence, mention, into);
                slice(sentence, mention, into);
                i = mention.to();
            } else if (sentence.get(i).isNumber()) {
                count(sentence, i, into);
            }
        }
    }

    private void name(Sentence sentence, Chips.Mention mention, List<Finding> into) {
        if (isUsed(sentence, mention.from())
                && !isFormer(sentence, mention.from(), mention.to())
                && (!isWeak(sentence, mention) || isOfChips(sentence, mention))) {
            boolean tuning = Tuning.isFineTuning(sentence, mention.from());
            String rule = tuning ? "chip-tuning" : isRun(sentence, mention.from()) ? "chip-trained" : "chip-named";
            into.add(new Finding(
                    "accelerator",
                    null,
                    mention.chip().name(),
                    "",
                    sentence,
                    mention.from(),
                    mention.to(),
                    rule,
                    "unknown",
                    "unknown",
                    ""));
        }
    }

    /** Two letters, or a word without a digit, name other things as well: T4 a phage, Kunlun a company. */
    private static boolean isWeak(Sentence sentence, Chips.Mention mention) {
        String name = sentence.words(mention.from(), mention.to());
        return name.length() < 3 || name.chars().noneMatch(Character::isDigit);
    }

    private static boolean isOfChips(Sentence sentence, Chips.Mention mention) {
        return sentence.before(mention.from() + 1, 4, CHIP_WORDS) >= 0
                || sentence.after(mention.to() - 1, 4, CHIP_WORDS) >= 0;
    }

    /** Beside a word of training, or "64 GPUs for 14 days". */
    private static boolean isRun(Sentence sentence, int i) {
        return sentence.nearStem(i, Sentence.WIDE, STRONG)
                || (sentence.after(i, 8, TimeRule.UNITS) >= 0
                        && sentence.after(i, 8, Set.of("for", "over", "in")) >= 0);
    }

    /** "If you are training on a single GPU". */
    private static boolean isAdvice(Sentence sentence, int i) {
        int reader = sentence.before(i, 10, "you");
        return reader > 0 && sentence.get(reader - 1).is("if");
    }

    /** "90 GPU-days on V100", "24 hours in total on a K80". */
    private static boolean isTimed(Sentence sentence, int i) {
        int on = sentence.before(i, 4, USING);
        int time = on < 0 ? -1 : sentence.before(on, 3, LONG_TIMES);
        return time > 0 && sentence.after(time, on - time, Set.of(",", ";")) < 0 && hasNumber(sentence, time - 3, time);
    }

    private static boolean hasNumber(Sentence sentence, int from, int to) {
        for (int k = Math.max(0, from); k < to; k++) {
            if (sentence.get(k).isNumber()) {
                return true;
            }
        }
        return false;
    }

    private boolean isUsed(Sentence sentence, int i) {
        boolean timed = isTimed(sentence, i);
        return (timed || sentence.nearStem(i, Sentence.WIDE, TRAINING))
                && !isAdvice(sentence, i)
                && !sentence.stemBefore(i, 4, SPLIT)
                && (sentence.before(i, 10, timed ? SERVING : NOT_TRAINING) < 0 || sentence.nearStem(i, 12, STRONG))
                && !isServing(sentence, i)
                && !Tuning.isOtherWork(sentence, i)
                && !Comparison.isOfOther(sentence, i)
                && !Comparison.isComparedRun(sentence, i);
    }

    /** "can be served on a single H100; it was trained on": of the clause that it stands in. */
    private static boolean isServing(Sentence sentence, int i) {
        int serving = sentence.before(i, 6, SERVED);
        return serving >= 0
                && sentence.after(serving, i - serving, Set.of(",", ";", "and")) < 0
                && !sentence.stemBefore(i, 6, STRONG);
    }

    /** A slice counts cores, two of them a chip, on the TPUs that do: TPU v3-512 has 256 chips. */
    private static void slice(Sentence sentence, Chips.Mention mention, List<Finding> into) {
        int dash = mention.to() + 1;
        if (!mention.chip().isTpu()
                || !sentence.holds(dash + 1)
                || !sentence.get(dash).is("-")) {
            return;
        }
        Token size = sentence.get(dash + 1);
        if (size.isNumber() && size.value() >= 4 && size.word().isEmpty()) {
            double chips = mention.chip().sliceCountsCores() ? size.value() / 2 : size.value();
            into.add(Finding.number(
                    "acceleratorCount", chips, "chips", sentence, mention.from(), dash + 1, "chips-slice"));
        }
    }

    private void count(Sentence sentence, int i, List<Finding> into) {
        Token token = sentence.get(i);
        if (token.value() < 1 || token.value() % 1 != 0 || (token.glued() && !isTimes(sentence, i))) {
            return;
        }
        int unit = isMemory(sentence, i) ? -1 : isOfWhich(sentence, i) ? i : unit(sentence, i);
        boolean node = token.value() == 1 && unit > 0 && sentence.after(unit, 2, NODE) >= 0;
        if (unit < 0
                || node
                || isOneSlice(sentence, i, unit)
                || isTime(sentence, unit)
                || (isOfNodes(sentence, unit) && Groups.inServers(sentence, i, unit) == 1)
                || isFormer(sentence, i, unit)
                || !isUsed(sentence, unit)) {
            return;
        }
        double slice = Groups.slice(sentence, i);
        int first = slice > 0 ? i : Groups.first(sentence, i);
        double product = slice > 0 ? slice : Groups.product(sentence, first, i);
        double chips = product * Groups.inServers(sentence, i, unit) / coresPerChip(sentence, i, unit);
        String rule = isOwned(sentence, i)
                ? "chips-owned"
                : Tuning.isFineTuning(sentence, i)
                        ? "chips-tuning"
                        : isRun(sentence, i) ? "chips-trained" : "chips-stated";
        into.add(Finding.number("acceleratorCount", chips, "chips", sentence, first, i, rule));
    }

    /** "a single TPU v3-8": the slice says how many. */
    private static boolean isOneSlice(Sentence sentence, int i, int unit) {
        return sentence.get(i).value() == 1
                && sentence.holds(unit + 2)
                && sentence.get(unit + 1).is("-")
                && sentence.get(unit + 2).isNumber();
    }

    /** "Our cluster has 2,000 GPUs": not all of them need have been used. */
    private static boolean isOwned(Sentence sentence, int i) {
        boolean some = sentence.after(i, OF_WHICH, "which") > 0 && sentence.after(i, OF_WHICH - 1, "of") > 0;
        return sentence.before(i, 4, OWNED) >= 0
                && sentence.before(i, 8, CLUSTER) >= 0
                && (some || !sentence.nearStem(i, Sentence.WIDE, STRONG));
    }

    private static boolean isTimes(Sentence sentence, int i) {
        return i > 0 && sentence.get(i - 1).is("x");
    }

    /** The chip or the word GPUs that the number counts, or -1. */
    private int unit(Sentence sentence, int i) {
        int k = i + 1;
        while (sentence.holds(k) && k - i <= AHEAD) {
            Token token = sentence.get(k);
            Chips.Mention mention = chips.at(sentence, k);
            if (mention != null) {
                return mention.to();
            }
            if (token.in(Words.GPU)) {
                return k;
            }
            boolean memory = token.isNumber() && isMemory(sentence, k);
            boolean slice = k == i + 1 && Groups.slice(sentence, i) > 0;
            if (!token.in(BETWEEN) && !memory && !slice && !isAttachedTimes(token)) {
                return -1;
            }
            k++;
        }
        return -1;
    }

    /** "10,000 GPUs, of which 1,536 were used for training". */
    private static boolean isOfWhich(Sentence sentence, int i) {
        return i > 1
                && sentence.get(i - 1).is("which")
                && sentence.get(i - 2).is("of")
                && sentence.before(i, OF_WHICH, Words.GPU) >= 0
                && sentence.after(i, 3, Set.of("used", "trained", "ran", "run")) > 0;
    }

    private static boolean isMemory(Sentence sentence, int i) {
        return sentence.holds(i + 1) && sentence.get(i + 1).in(MEMORY);
    }

    private static boolean isAttachedTimes(Token token) {
        return token.is("x") || token.is("×");
    }

    /** The first in "from 1× A100 GPU to 4× RTX 3090 GPUs". */
    private static boolean isFormer(Sentence sentence, int from, int to) {
        int then = sentence.after(to, 2, "to");
        return then > 0
                && sentence.holds(then + 1)
                && sentence.get(then + 1).isNumber()
                && sentence.before(from, 3, "from") >= 0;
    }

    /** "32 H100 GPU nodes" counts nodes; an instance of a TPU is a chip. */
    private static boolean isOfNodes(Sentence sentence, int unit) {
        boolean tpu = sentence.before(unit + 1, 3, TPU) >= 0;
        if (tpu && sentence.after(unit, 1, "instances") >= 0) {
            return false;
        }
        return sentence.after(unit, 1, WHOLE_NODES) >= 0
                || (sentence.after(unit, 1, Words.GPU) >= 0 && sentence.after(unit, 2, WHOLE_NODES) >= 0);
    }

    /** "GPU hours", "TPUv3 core-hours" count time. */
    private static boolean isTime(Sentence sentence, int unit) {
        int k = unit + 1;
        while (sentence.holds(k) && k - unit <= 4 && sentence.get(k).in(BEFORE_TIME)) {
            k++;
        }
        return sentence.holds(k) && sentence.get(k).in(TimeRule.UNITS);
    }

    /** TPU cores: two a chip. */
    private double coresPerChip(Sentence sentence, int i, int unit) {
        boolean cores = sentence.get(unit).is("cores") || sentence.after(i, unit + 1 - i, CORES) >= 0;
        boolean tpu = sentence.before(unit + 1, 10, TPU) >= 0;
        return cores && tpu && sentence.get(i).value() > 1 ? 2 : 1;
    }
}
