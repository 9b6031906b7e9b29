package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/**
 * Reads what was computed beside the updates: the size of a teacher that labelled ("distilled from a 70B teacher") and the tokens
 * of rollouts of reinforcement learning ("2T tokens of rollouts were generated").
 */
final class GenerationRule implements Rule {

    private static final Set<String> TEACHER = WordSet.of("teacher", "teachers");
    private static final Set<String> TELLING = Words.union(List.of(TEACHER, Words.TOKEN));
    private static final Stems ROLLOUT = Stems.of("rollout");
    private static final double SMALLEST = 1e7;

    @Override
    public Set<String> telling() {
        return TELLING;
    }

    @Override
    public double least() {
        return SMALLEST;
    }

    @Override
    public void read(Sentence sentence, List<Finding> into) {
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            if (token.isNumber() && token.value() >= SMALLEST) {
                read(sentence, i, token, into);
            }
        }
    }

    private static void read(Sentence sentence, int i, Token token, List<Finding> into) {
        boolean tokens = sentence.after(i, 2, Words.TOKEN) > 0;
        if (tokens && sentence.nearStem(i, 8, ROLLOUT)) {
            into.add(Finding.number("rolloutTokens", token.value(), "tokens", sentence, i, i, "rollout-tokens")
                    .inStage("reinforcement-learning")
                    .within("with-data-generation"));
        } else if (!tokens && token.hasLetter() && sentence.after(i, 4, TEACHER) > 0) {
            into.add(Finding.number("teacherParameters", token.value(), "parameters", sentence, i, i, "teacher-size"));
        }
    }
}
