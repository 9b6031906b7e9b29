package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** Tokens that no model was trained on as a whole: of a context, a price, a schedule, a sweep, a tokenizer. */
final class OtherTokens {

    private static final double SWEEP = 10;
    private static final Set<String> NOT_TRAINING = Words.words("""
            context window length lengths sequence sequences batch per vocabulary vocab throughput output input second
            generate generates generated inference cache max maximum prompt prompts speed price cost limit contexts batches
            horizon requests processed serving daily day month users every each warmup database""");
    private static final Set<String> NOT_TRAINING_BEHIND =
            WordSet.of("context", "per", "window", "length", "database", "warmup");
    private static final Set<String> EACH = WordSet.of("a", "an", "each", "every");
    private static final Set<String> TOKENIZER = WordSet.of("tokenizer", "tokenizers", "tokeniser");
    private static final Set<String> CLAUSE_END = WordSet.of(",", ";", "and", "we", "which", "with");
    private static final Set<String> SCHEDULE = Words.words("cosine decay decayed warmup schedule annealed suggests");
    private static final Set<String> STAGE = WordSet.of("stage", "phase", "extension", "adaptation");

    private OtherTokens() {}

    /** @param unit where the word tokens stands */
    static boolean isOne(Sentence sentence, int i, int unit) {
        return sentence.after(unit, 2, NOT_TRAINING_BEHIND) >= 0
                || isOtherUse(sentence, i)
                || isOfSchedule(sentence, i)
                || isSweep(sentence, i)
                || isRate(sentence, unit)
                || isOfTokenizer(sentence, i);
    }

    /** "a context of 1M", but not "at a context length of 2048 for 1 trillion". */
    private static boolean isOtherUse(Sentence sentence, int i) {
        for (int k = i - 1; k >= Math.max(0, i - 5); k--) {
            Token token = sentence.get(k);
            if (token.isNumber() || token.is(",") || token.is("(") || isLabelEnd(sentence, k)) {
                return false;
            }
            if (token.in(NOT_TRAINING) && !isOfStage(sentence, k) && !isEachTrained(sentence, k)) {
                return true;
            }
        }
        return false;
    }

    /** "Stage 3 (long context): 200B tokens". */
    private static boolean isLabelEnd(Sentence sentence, int k) {
        return k > 0 && sentence.get(k).is(":") && sentence.get(k - 1).is(")");
    }

    /** "1B, 4B and 12B, each trained on 8T tokens". */
    private static boolean isEachTrained(Sentence sentence, int k) {
        return sentence.get(k).is("each")
                && sentence.holds(k + 1)
                && Words.TRAIN.begin(sentence.get(k + 1).word());
    }

    /** "the rate is annealed over 100B tokens", but not "then annealed on 100B tokens". */
    private static boolean isOfSchedule(Sentence sentence, int i) {
        int schedule = sentence.before(i, 15, SCHEDULE);
        return schedule >= 0 && !(sentence.get(schedule).is("annealed") && sentence.after(schedule, 1, "on") > 0);
    }

    /** "the second stage", "the long-context extension". */
    private static boolean isOfStage(Sentence sentence, int k) {
        return sentence.after(k, 2, STAGE) > 0;
    }

    /** "500 billion tokens a month". */
    private static boolean isRate(Sentence sentence, int unit) {
        return sentence.after(unit, 1, EACH) > 0 && sentence.after(unit, 2, TimeRule.UNITS) > 0;
    }

    /** "The tokenizer was trained on 10B tokens". */
    private static boolean isOfTokenizer(Sentence sentence, int i) {
        int tokenizer = sentence.before(i, 10, TOKENIZER);
        return tokenizer >= 0
                && sentence.after(tokenizer, i - tokenizer, CLAUSE_END) < 0
                && sentence.stemBefore(i, i - tokenizer, Words.TRAIN);
    }

    /** "on 5 to 500 billion tokens": the ends of a sweep of many small runs are no run's tokens. */
    private static boolean isSweep(Sentence sentence, int i) {
        if (i < 2 || !sentence.get(i - 1).is("to") || !sentence.get(i - 2).isNumber()) {
            return false;
        }
        double low = SizeList.value(sentence, i - 2, i);
        return low > 0 && sentence.get(i).value() / low >= SWEEP;
    }
}
