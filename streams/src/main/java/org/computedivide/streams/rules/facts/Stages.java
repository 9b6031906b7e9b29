package org.computedivide.streams.rules.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/**
 * Times of stages of one training, which add up: "6 days for the first stage and 3 days for the second stage", "Stage 1 took 3
 * days and Stage 2 took 1 day", "160 hours, and 40 hours to continue".
 */
final class Stages {

    private static final int BEHIND = 5;
    private static final int IN_FRONT = 16;
    private static final Set<String> STAGE =
            WordSet.of("stage", "phase", "process", "step", "stage1", "stage2", "stage3");
    private static final Set<String> STAGES = WordSet.of("stages", "phases");
    private static final Set<String> LISTED = WordSet.of(",", "and");
    private static final int MOST_STAGES = 6;
    private static final Set<String> ORDER =
            Words.words("first second third fourth initial final last stage1 stage2 stage3");
    /** "the first phase took 5 days and the second 2 days". */
    private static final Set<String> LATER = WordSet.of("second", "third", "fourth", "final");

    private static final Set<String> TRAINING_STAGE =
            Words.words("pretraining annealing sft rlhf dpo midtraining cooldown pretrain alignment");
    private static final Set<String> FURTHER =
            Words.words("continue continued continuing further additional another extra more");
    private static final Set<String> CLAUSE_END = WordSet.of(",", ";", "and", "while");
    private static final Set<String> OF = WordSet.of("for", "in", "on", "of", "during", "per");
    private static final Set<String> EACH = WordSet.of("each", "every", "per");
    private static final Set<String> OF_TUNING =
            Words.words("finetuning tuning sft rlhf alignment dpo finetune tune evaluation inference");

    private Stages() {}

    /** Puts one sum in the place of two or more times of stages, all of one sentence; leaves other findings alone. */
    static void join(List<Finding> times) {
        join(times, "trainingHours");
        join(times, "chipHours");
    }

    private static void join(List<Finding> times, String field) {
        List<Finding> all =
                times.stream().filter(time -> time.field().equals(field)).toList();
        List<Finding> stages = all.size() < 2 ? List.of() : stages(all);
        if (stages.size() > 1) {
            Finding first = stages.get(0);
            Finding last = stages.get(stages.size() - 1);
            double sum = stages.stream().mapToDouble(Finding::value).sum();
            times.removeAll(stages);
            times.add(Finding.number(field, sum, first.unit(), first.sentence(), first.from(), last.to(), first.rule())
                    .within(first.boundary()));
        }
    }

    /** What stands in front of the last of several times of stages: the 40 + 25 of "in three stages of 40, 25 and 10 hours"; else 0. */
    static double listedBefore(Sentence sentence, int i) {
        double sum = 0;
        int parts = 1;
        int k = i;
        while (parts < MOST_STAGES && isNextInList(sentence, k)) {
            k -= sentence.get(k - 2).isNumber() ? 2 : 3;
            sum += sentence.get(k).value();
            parts++;
        }
        int stages = parts > 1 ? sentence.before(k, IN_FRONT, STAGES) : -1;
        return stages > 0
                        && sentence.get(stages - 1).isNumber()
                        && sentence.get(stages - 1).value() == parts
                ? sum
                : 0;
    }

    /** "40, 25", "25 and 10", "25, and 10". */
    private static boolean isNextInList(Sentence sentence, int k) {
        if (k < 2 || !sentence.get(k - 1).in(LISTED)) {
            return false;
        }
        int before =
                sentence.get(k - 2).isNumber() || k < 3 || !sentence.get(k - 2).is(",") ? k - 2 : k - 3;
        return sentence.get(before).isNumber()
                && sentence.get(before).word().isEmpty()
                && !sentence.get(before).glued();
    }

    /** Those times that are each of another stage. */
    private static List<Finding> stages(List<Finding> times) {
        List<Finding> stages = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int n = 0; n < times.size(); n++) {
            Finding time = times.get(n);
            int from = n == 0 ? 0 : times.get(n - 1).to() + 1;
            int to = n + 1 < times.size()
                    ? times.get(n + 1).from()
                    : time.sentence().size();
            String stage = stage(time, from, to);
            boolean goesOn = n > 0 && stage.isEmpty() && isFurther(time, from);
            if (goesOn && stages.isEmpty()) {
                stages.add(times.get(n - 1));
            }
            if (goesOn || (!stage.isEmpty() && named.add(stage))) {
                stages.add(time);
            }
        }
        return stages;
    }

    /** What tells the stage of a time from another's; empty when no stage is named between its neighbours. */
    private static String stage(Finding time, int from, int to) {
        Sentence sentence = time.sentence();
        int reach = Math.min(BEHIND, to - time.to() - 1);
        int end = sentence.after(time.to(), reach, CLAUSE_END);
        int behind = sentence.after(time.to(), end < 0 ? reach : end - time.to(), STAGE);
        if (behind > 0 && sentence.after(time.to(), behind - time.to(), OF) > 0) {
            boolean own = sentence.after(time.to(), behind - time.to(), EACH) < 0
                    && sentence.after(time.to(), behind - time.to(), OF_TUNING) < 0;
            return own ? name(sentence, behind) : "";
        }
        int look = Math.min(IN_FRONT, time.from() - from);
        int front = sentence.before(time.from(), look, STAGE);
        if (front >= 0 && sentence.before(time.from(), look, EACH) < 0) {
            return name(sentence, front);
        }
        int work = sentence.before(time.from(), Math.min(4, look), TRAINING_STAGE);
        if (work >= 0) {
            return sentence.get(work).word();
        }
        int order = sentence.before(time.from(), Math.min(2, look), LATER);
        return order >= 0 ? sentence.get(order).word() : "";
    }

    /** "first", "2", or where the stage stands when it has no number. */
    private static String name(Sentence sentence, int stage) {
        int order = sentence.before(stage, 3, ORDER);
        Token next = sentence.holds(stage + 1) ? sentence.get(stage + 1) : sentence.get(stage);
        boolean numbered = next.isNumber() && next.value() < 10;
        return numbered ? "" + next.value() : order >= 0 ? sentence.get(order).word() : "" + stage;
    }

    /** "and 40 hours to continue training", "then an additional 2 days", but not for tuning. */
    private static boolean isFurther(Finding time, int from) {
        Sentence sentence = time.sentence();
        boolean before = sentence.before(time.from(), Math.min(3, time.from() - from), FURTHER) >= 0;
        boolean after = sentence.after(time.to(), 2, "to") >= 0 && sentence.after(time.to(), 3, FURTHER) >= 0;
        return (before || after) && sentence.after(time.to(), BEHIND, OF_TUNING) < 0;
    }
}
