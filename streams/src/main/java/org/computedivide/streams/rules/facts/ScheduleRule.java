package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.facts.Whose.Owner;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/**
 * Reads how a training was scheduled: "for 550k steps", "a batch size of 4M tokens", "batches of 256 sequences", "a sequence
 * length of 2,048". Steps × batch × sequence is the surest count of tokens seen.
 */
final class ScheduleRule implements Rule {

    private static final Set<String> STEP = Words.words("step steps iteration iterations updates");
    private static final Set<String> BETWEEN =
            Words.words("training gradient optimizer optimization total pretraining -");
    private static final Set<String> NO_TRAINING = Words.words("""
            warmup warm first last every each per decay decayed denoising sampling diffusion inference reasoning ablation
            ablations evaluation patience""");
    private static final Set<String> BATCH = WordSet.of("batch", "batches");
    private static final Set<String> ITEMS = Words.words("sequences examples samples images pairs");
    private static final Set<String> SEQUENCE = Words.words("sequence sequences context");
    private static final Set<String> TELLING = Words.union(List.of(STEP, BATCH, SEQUENCE));
    private static final Set<String> LENGTH = Words.words("length lengths window of");
    private static final Stems TUNING =
            Stems.of("finetun", "sft", "tune", "tuning", "rlhf", "dpo", "reinforcement", "align");
    private static final Stems TRAINING = Stems.of("train", "pretrain");

    private static final double FEWEST_STEPS = 1000;
    private static final double MOST_STEPS = 1e8;
    private static final double MOST_ITEMS = 1e6;
    private static final double LONGEST = 4e6;

    private final Whose whose;

    ScheduleRule(Whose whose) {
        this.whose = whose;
    }

    @Override
    public Set<String> telling() {
        return TELLING;
    }

    @Override
    public double least() {
        return 0;
    }

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            if (token.isNumber() && !token.glued()) {
                read(sentence, i, token.value(), into);
            }
        }
    }

    private void read(Sentence sentence, int i, double value, List<Finding> into) {
        boolean tokens = sentence.after(i, 2, Words.TOKEN) >= 0;
        if (isSteps(sentence, i, value)) {
            add("trainingSteps", value, "steps", sentence, i, into);
        } else if (tokens && value >= 1e4 && value <= 1e9 && isBatch(sentence, i)) {
            add("batchTokens", value, "tokens", sentence, i, into);
        } else if (!tokens && value >= 2 && value <= MOST_ITEMS && isBatchOfItems(sentence, i)) {
            add("batchSize", value, "sequences", sentence, i, into);
        } else if (value >= 64 && value <= LONGEST && isLength(sentence, i)) {
            add("sequenceLength", value, "tokens", sentence, i, into);
        }
    }

    private boolean isSteps(Sentence sentence, int i, double value) {
        int k = i + 1;
        while (sentence.holds(k) && k - i <= 2 && sentence.get(k).in(BETWEEN)) {
            k++;
        }
        return value >= FEWEST_STEPS
                && value <= MOST_STEPS
                && sentence.holds(k)
                && sentence.get(k).in(STEP)
                && sentence.before(i, 4, NO_TRAINING) < 0
                && sentence.after(i, 4, NO_TRAINING) < 0
                && sentence.nearStem(i, 20, TRAINING)
                && whose.of(sentence, i) == Owner.OURS;
    }

    private static boolean isBatch(Sentence sentence, int i) {
        return sentence.before(i, 6, BATCH) >= 0 || sentence.after(i, 5, BATCH) >= 0;
    }

    /** "batch size of 256", "256 sequences a batch". */
    private static boolean isBatchOfItems(Sentence sentence, int i) {
        boolean size = sentence.before(i, 4, BATCH) >= 0 && sentence.before(i, 3, Set.of("size", "sizes", "of")) >= 0;
        return size || (sentence.after(i, 1, ITEMS) >= 0 && sentence.after(i, 4, BATCH) >= 0);
    }

    private static boolean isLength(Sentence sentence, int i) {
        return sentence.before(i, 4, SEQUENCE) >= 0
                && sentence.before(i, 3, LENGTH) >= 0
                && (sentence.nearStem(i, 20, TRAINING) || sentence.before(i, 15, BATCH) >= 0);
    }

    private static void add(String field, double value, String unit, Sentence sentence, int i, List<Finding> into) {
        String stage = sentence.stemBefore(i, 15, TUNING) ? "supervised-tuning" : "pretraining";
        into.add(Finding.number(field, value, unit, sentence, i, i, "schedule").inStage(stage));
    }
}
