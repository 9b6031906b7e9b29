package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;

/** Reads chips: their name, and how many: "2,048 H800 GPUs", "8xA100", "32 nodes of 8 GPUs", "TPU v3-512", "16K GPUs". */
final class HardwareRule implements Rule {

    private static final Set<String> CHIP_WORDS = Words.words("""
            gpu gpus tpu tpus npu npus chip chips accelerator accelerators nvidia tesla geforce card cards xpu xpus titan
            titans ascend device devices google instance instances""");

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
                ChipCount.read(sentence, i, into);
            }
        }
    }

    private void name(Sentence sentence, Chips.Mention mention, List<Finding> into) {
        if (ChipUse.isUsed(sentence, mention.from())
                && !ChipUse.isFormer(sentence, mention.from(), mention.to())
                && (!isWeak(sentence, mention) || isOfChips(sentence, mention))) {
            boolean tuning = Tuning.isFineTuning(sentence, mention.from());
            String rule =
                    tuning ? "chip-tuning" : ChipUse.isRun(sentence, mention.from()) ? "chip-trained" : "chip-named";
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
}
