package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;

/** Counts in front of which the word tokens stands: "tokens: 2T", "the number of tokens ranges from 2.0T to 2.6T", "tokens totalling 320B". */
final class TokenCount {

    private static final int LABEL = 6;
    private static final int CLAUSE = 18;
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
        return i > 0 && (isLabelled(sentence, i) || (large && isSaid(sentence, i)));
    }

    private static boolean isLabelled(Sentence sentence, int i) {
        boolean tokens =
                sentence.before(i, LABEL, Words.TOKEN) >= 0 && sentence.get(i).hasLetter();
        return tokens && (sentence.get(i - 1).is("|") || sentence.get(i - 1).is(":"));
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
