package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;

/** Whether a parameter count is of what is active per token, or of a part of the model. */
final class Activity {

    private static final Set<String> BREAK =
            Set.of(",", ";", "and", "with", "while", "but", "/", "out", "total-parameters");

    private static final Set<String> PASSIVE = Set.of("active", "activated", "active-parameters");

    private Activity() {}

    /** "32B active parameters", "activates 3B parameters", "activated parameters: 37B", "only 1.4B are activated". */
    static boolean isActive(Sentence sentence, int i) {
        int before = sentence.before(i, 5, Words.ACTIVE);
        if (before >= 0 && isJoined(sentence, before, i) && !isFollowedByOwnUnit(sentence, before)) {
            return true;
        }
        int unit = sentence.after(i, 5, Words.PARAMETER);
        int from = unit > 0 && isJoined(sentence, i + 1, unit) ? unit : i;
        int after = sentence.after(i, from - i + 4, PASSIVE);
        return after >= 0 && isJoined(sentence, i + 1, after);
    }

    /** In "3B activated parameters and 48B" the word belongs to the 3B. */
    private static boolean isFollowedByOwnUnit(Sentence sentence, int active) {
        return active > 0 && sentence.get(active - 1).isNumber();
    }

    private static boolean isJoined(Sentence sentence, int from, int to) {
        for (int k = from; k < to; k++) {
            Token token = sentence.get(k);
            if (token.isNumber() || token.in(BREAK)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word for a part stands within the given number of tokens before, or right behind the unit. */
    static boolean isPart(Sentence sentence, int i, int window) {
        int part = sentence.before(i, window, Words.PART);
        if (part >= 0 && isJoined(sentence, part + 1, i)) {
            return true;
        }
        if (window < 3) {
            return false;
        }
        int unit = sentence.after(i, 4, Words.PARAMETER);
        int after = sentence.after(unit > 0 ? unit : i, 3, Words.PART);
        return after >= 0
                && !sentence.get(after).in(Words.PART_ONLY_BEFORE)
                && sentence.after(i, after - i, Set.of(":")) < 0
                && isJoined(sentence, i + 1, after);
    }
}
