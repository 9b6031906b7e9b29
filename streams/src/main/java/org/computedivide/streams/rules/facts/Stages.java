package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;

/** Times of stages of one training, which add up: "6 days for the first stage and 3 days for the second stage". */
final class Stages {

    private static final int BEHIND = 5;
    private static final Set<String> STAGE = Set.of("stage", "phase", "step", "stage1", "stage2");
    private static final Set<String> EACH = Set.of("each", "every", "per");
    private static final Set<String> OF_TUNING = Set.of("finetuning", "tuning", "sft", "rlhf", "alignment");

    private Stages() {}

    /** Puts one sum in the place of two or more times of stages, all of one sentence; leaves other findings alone. */
    static void join(List<Finding> times) {
        List<Finding> stages = times.stream().filter(Stages::isOfStage).toList();
        if (stages.size() < 2) {
            return;
        }
        Finding first = stages.get(0);
        Finding last = stages.get(stages.size() - 1);
        double sum = stages.stream().mapToDouble(Finding::value).sum();
        times.removeAll(stages);
        times.add(Finding.number(
                first.field(), sum, first.unit(), first.sentence(), first.from(), last.to(), first.rule()));
    }

    private static boolean isOfStage(Finding time) {
        Sentence sentence = time.sentence();
        int stage = sentence.after(time.to(), BEHIND, STAGE);
        return time.field().equals("trainingHours")
                && stage > 0
                && sentence.after(time.to(), stage - time.to(), EACH) < 0
                && sentence.after(time.to(), stage - time.to(), OF_TUNING) < 0;
    }
}
