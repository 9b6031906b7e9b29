package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** How many chips a number counts: of chips, of nodes and servers that hold several, of cores of which two make a chip. */
final class ChipCount {

    private static final Chips CHIPS = Chips.all();
    private static final int AHEAD = 7;
    private static final int OF_WHICH = 6;
    private static final int LABEL_END = 4;
    private static final Set<String> NUMBER = WordSet.of("number", "num", "count", "#");
    private static final Set<String> BETWEEN = Words.words("""
            nvidia tesla google cloud amd instinct radeon intel aws amazon huawei geforce gtx rtx x × * - ( ampere hopper
            volta tensor core 80gb 40gb 32gb 16gb gb g of high end ' s parallel dedicated the units synchronous pcie sxm sxm4 sxm5
            pieces commodity consumer state art distributed nodes' single physical , 80g 40g matrix gpus-of quadro titan
            dgx hgx 8x40g 8x80g topology node server machine interconnected
            desktop workstation gaming laptop datacenter modern""");
    private static final Set<String> BEFORE_TIME = Words.words("- · gpu gpus tpu core device chip sxm pcie 80gb");
    private static final Set<String> OWNED = Words.words("has have contains comprises consists equipped offers");
    private static final Set<String> CLUSTER = Words.words("cluster supercomputer partition datacenter system");
    private static final Stems STRONG =
            Stems.of("train", "pretrain", "retrain", "finetun", "tun", "optimi", "batch", "epoch");
    private static final Set<String> WHOLE_NODES = WordSet.of("nodes", "machines", "servers", "instances", "pods");
    private static final Set<String> NODE =
            WordSet.of("node", "server", "machine", "pod", "instance", "cluster", "slice");
    private static final Set<String> CORES = WordSet.of("cores", "core");
    private static final Set<String> TPU = Words.words("tpu tpus tpuv2 tpuv3 tpuv4 tpuv5 tpuv5e tpuv5p tpuv6e tpuv4i");
    private static final Set<String> MEMORY = WordSet.of("gb", "g", "gib", "vram");

    private ChipCount() {}

    /** Adds the chips that the number at the place counts; nothing where it counts something else. */
    static void read(Sentence sentence, int i, List<Finding> into) {
        Token token = sentence.get(i);
        if (token.value() < 1 || token.value() % 1 != 0 || (token.glued() && !isTimes(sentence, i))) {
            return;
        }
        if (isListed(sentence, i)) {
            into.add(Finding.number("acceleratorCount", token.value(), "chips", sentence, i, i, "chips-stated"));
            return;
        }
        boolean unitBefore = isOfWhich(sentence, i) || isBehindChip(sentence, i);
        int unit = isMemory(sentence, i) ? -1 : unitBefore ? i : unit(sentence, i);
        boolean node = token.value() == 1 && unit > 0 && sentence.after(unit, 2, NODE) >= 0;
        if (unit < 0
                || node
                || isOneSlice(sentence, i, unit)
                || isTime(sentence, unit)
                || (isOfNodes(sentence, unit) && Groups.inServers(sentence, i, unit) == 1)
                || ChipUse.isFormer(sentence, i, unit)
                || !ChipUse.isUsed(sentence, unit)) {
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
                        : ChipUse.isRun(sentence, i) ? "chips-trained" : "chips-stated";
        into.add(Finding.number("acceleratorCount", chips, "chips", sentence, first, i, rule));
    }

    /** The line "Number of GPUs: 24" of a card. */
    private static boolean isListed(Sentence sentence, int i) {
        int gpus = i == sentence.size() - 1 ? sentence.before(i, LABEL_END, Words.GPU) : -1;
        return gpus > 0
                && sentence.after(gpus, i - gpus, ":") > 0
                && sentence.before(gpus, LABEL_END, NUMBER) >= 0
                && sentence.before(gpus, LABEL_END, ":") < 0;
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
        boolean has = sentence.before(i, 4, OWNED) >= 0 && !sentence.nearStem(i, Sentence.WIDE, STRONG);
        return sentence.before(i, 8, CLUSTER) >= 0 && (some || has);
    }

    private static boolean isTimes(Sentence sentence, int i) {
        return i > 0 && sentence.get(i - 1).is("x");
    }

    /** The chip or the word GPUs that the number counts, or -1. */
    private static int unit(Sentence sentence, int i) {
        int k = i + 1;
        while (sentence.holds(k) && k - i <= AHEAD) {
            Token token = sentence.get(k);
            Chips.Mention mention = CHIPS.at(sentence, k);
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
                && (sentence.before(i, OF_WHICH, Words.GPU) >= 0 || isChipBefore(sentence, i - 2))
                && sentence.after(i, 3, Set.of("used", "trained", "ran", "run")) > 0;
    }

    private static boolean isChipBefore(Sentence sentence, int of) {
        return CHIPS.endsAt(sentence, of - 1) || (of > 1 && CHIPS.endsAt(sentence, of - 2));
    }

    /** The 16 of "A100 x 16". */
    private static boolean isBehindChip(Sentence sentence, int i) {
        boolean times = i > 1 && isAttachedTimes(sentence.get(i - 1));
        boolean factor = !sentence.holds(i + 1) || !isAttachedTimes(sentence.get(i + 1));
        return times && factor && CHIPS.endsAt(sentence, i - 2);
    }

    private static boolean isMemory(Sentence sentence, int i) {
        return sentence.holds(i + 1) && sentence.get(i + 1).in(MEMORY);
    }

    private static boolean isAttachedTimes(Token token) {
        return token.is("x") || token.is("×");
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
    static boolean isTime(Sentence sentence, int unit) {
        int k = unit + 1;
        while (sentence.holds(k) && k - unit <= 4 && sentence.get(k).in(BEFORE_TIME)) {
            k++;
        }
        return sentence.holds(k) && sentence.get(k).in(TimeRule.UNITS);
    }

    /** TPU cores: two a chip. */
    private static double coresPerChip(Sentence sentence, int i, int unit) {
        boolean cores = sentence.get(unit).is("cores") || sentence.after(i, unit + 1 - i, CORES) >= 0;
        boolean tpu = sentence.before(unit + 1, 10, TPU) >= 0;
        return cores && tpu && sentence.get(i).value() > 1 ? 2 : 1;
    }
}
