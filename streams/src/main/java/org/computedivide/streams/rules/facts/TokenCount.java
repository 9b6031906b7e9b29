package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/** Counts in front of which the word tokens stands: "tokens: 2T", "the number of tokens ranges from 2.0T to 2.6T", "tokens totalling 320B". */
final class TokenCount {

    private static final int LABEL = 6;
    private static final int CLAUSE = 18;
    private static final int KINDS = 3;
    private static final double MANY = 1e9;
    private static final Set<String> OF = WordSet.of("of");
    private static final Set<String> THE = WordSet.of("the", "its", "our", "all");
    private static final Set<String> BEFORE_ELIDED =
            Words.words("on only just for use uses used saw sees consumes consumed needs needed");
    private static final Set<String> CLAUSE_END = WordSet.of(",", ".", ";", ")");
    private static final Set<String> TRAINING = WordSet.of("training", "pretraining");
    private static final double FEWEST = 1e6;
    private static final Set<String> COUNT =
            Words.words("number amount count total volume budget totalling totaling amounting");
    private static final Set<String> LINK = Words.words("""
            is was were are around about approximately to totalling totaling ~ reaches reached roughly of nearly over""");
    private static final Set<String> GOES_ON = Words.words("for in and after with during , . ; ) / to or when while");

    private TokenCount() {}

    static boolean isOne(Sentence sentence, int i) {
        boolean large =
                sentence.get(i).value() >= FEWEST && !sentence.get(i).word().isEmpty();
        return i > 0
                && (isLabelled(sentence, i)
                        || isPartOf(sentence, i)
                        || isInParentheses(sentence, i)
                        || (large && (isSaid(sentence, i) || isElided(sentence, i))));
    }

    /** "the tokenizer was trained on 10 billion tokens, the model on 1.1 trillion", "X saw 15T tokens, ours needs only 1.8T". */
    private static boolean isElided(Sentence sentence, int i) {
        int tokens = sentence.before(i, CLAUSE, Words.TOKEN);
        return tokens > 0
                && sentence.get(i).value() >= MANY
                && !sentence.get(i).glued()
                && sentence.get(i - 1).in(BEFORE_ELIDED)
                && hasNumber(sentence, tokens)
                && (isClauseEnd(sentence, i + 1) || sentence.after(i + 1, 1, TRAINING) > 0);
    }

    /** The 4T of "4T of the 9T tokens": of what there is, what was used. */
    static boolean isPartOf(Sentence sentence, int i) {
        int whole = wholeOf(sentence, i);
        return whole > 0 && sentence.after(whole, KINDS, Words.TOKEN) > 0;
    }

    /** The 9T of "4T of the 9T tokens". */
    static boolean isWholeOfPart(Sentence sentence, int i) {
        int of = sentence.before(i, 2, OF);
        return of > 0 && sentence.get(of - 1).isNumber() && wholeOf(sentence, of - 1) == i;
    }

    private static int wholeOf(Sentence sentence, int i) {
        int of = sentence.after(i, 1, OF);
        int whole = of < 0 ? -1 : sentence.after(of, 1, THE) > 0 ? of + 2 : of + 1;
        boolean more = sentence.holds(whole)
                && sentence.get(whole).isNumber()
                && sentence.get(whole).value() > sentence.get(i).value();
        return more && sentence.get(i).value() >= MANY ? whole : -1;
    }

    private static boolean hasNumber(Sentence sentence, int tokens) {
        boolean number = false;
        for (int k = Math.max(0, tokens - 3); k < tokens; k++) {
            number |= sentence.get(k).isNumber();
        }
        return number;
    }

    private static boolean isClauseEnd(Sentence sentence, int next) {
        return !sentence.holds(next) || sentence.get(next).in(CLAUSE_END);
    }

    private static boolean isLabelled(Sentence sentence, int i) {
        Token count = sentence.get(i);
        boolean scaled = count.hasLetter() || count.value() >= MANY;
        boolean tokens = scaled && sentence.before(i, LABEL, Words.TOKEN) >= 0;
        return tokens && isMark(sentence, i - 1);
    }

    /** "| 2T", ": 2T", ":** 2T". */
    private static boolean isMark(Sentence sentence, int k) {
        int mark = k;
        while (mark > 0 && mark > k - 2 && sentence.get(mark).is("*")) {
            mark--;
        }
        return sentence.get(mark).is("|") || sentence.get(mark).is(":");
    }

    /** "four times as many tokens (3.6T)". */
    private static boolean isInParentheses(Sentence sentence, int i) {
        return i > 1
                && sentence.holds(i + 1)
                && sentence.get(i).hasLetter()
                && sentence.get(i - 1).is("(")
                && sentence.get(i + 1).is(")")
                && sentence.get(i - 2).in(Words.TOKEN);
    }

    private static boolean isSaid(Sentence sentence, int i) {
        int tokens = sentence.before(i, CLAUSE, Words.TOKEN);
        boolean counted =
                tokens >= 0 && (sentence.before(tokens, 3, COUNT) >= 0 || sentence.after(tokens, 1, COUNT) > 0);
        return counted && sentence.get(i - 1).in(LINK) && isEnd(sentence, i + 1);
    }

    private static boolean isEnd(Sentence sentence, int next) {
        Token token = sentence.holds(next) ? sentence.get(next) : null;
        return token == null || token.in(GOES_ON);
    }
}
