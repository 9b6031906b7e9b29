package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.WordSet;

/** Whether a parameter count is of what is active per token, or of a part of the model. */
final class Activity {

    private static final Set<String> BREAK =
            WordSet.of(",", ";", "and", "with", "while", "but", "/", "out", "total-parameters");

    private static final int CLAUSE = 16;
    private static final Set<String> JOINING = WordSet.of("are", "is", "being", "*", "(", "of");
    private static final Set<String> ACTIVATES = WordSet.of("activates", "activating", "activate");
    private static final Set<String> ACTIVATION = WordSet.of("activation");
    private static final Set<String> RESPECTIVELY = WordSet.of("respectively");
    private static final Set<String> EACH = WordSet.of("each");
    private static final int OF_EACH = 7;
    private static final Set<String> OUT = WordSet.of("out");
    private static final Set<String> PER = WordSet.of("per", "for");
    private static final Set<String> USES = WordSet.of("uses", "use", "using", "activates", "activating", "only");
    private static final Set<String> UNIT_OF_USE = WordSet.of("token", "tokens", "input", "query", "step", "request");
    private static final Set<String> TOTAL = WordSet.of("total");
    private static final Set<String> ACTIVATED = WordSet.of("activated");
    private static final Set<String> OF = WordSet.of("of");
    private static final Set<String> WHICH = WordSet.of("which");
    private static final Set<String> FIRING = Words.words("""
            used fire fires engaged selected active activated invoked switched run runs""");
    private static final Set<String> PASSIVE = WordSet.of("active", "activated", "active-parameters");

    private Activity() {}

    /** "32B active parameters", "activates 3B parameters", "activated parameters: 37B", "only 1.4B are activated". */
    static boolean isActive(Sentence sentence, int i) {
        if (sentence.after(i, 1, TOTAL) > 0 || TotalActive.isTotal(sentence, i)) {
            return false;
        }
        if (TotalActive.isActive(sentence, i)) {
            return true;
        }
        int before = sentence.before(i, 5, Words.ACTIVE);
        if (before >= 0 && isJoined(sentence, before, i) && !isFollowedByOwnUnit(sentence, before)) {
            return true;
        }
        if (isSaidOf(sentence, i)) {
            return true;
        }
        int unit = sentence.after(i, 5, Words.PARAMETER);
        boolean joined = unit > 0 && isJoined(sentence, i + 1, unit);
        if (joined && sentence.after(i, unit - i, ACTIVATION) > 0) {
            return true;
        }
        int from = joined ? unit : i;
        int after = sentence.after(i, from - i + 4, PASSIVE);
        return after >= 0 && !isOfNext(sentence, after) && isJoined(sentence, i + 1, after);
    }

    /** "3.3 billion activated", "1.4B are activated", "1.9B of them active", "activates 50 billion", "only 1B per token". */
    static boolean isSaidOf(Sentence sentence, int i) {
        int active = sentence.after(i, 3, Words.ACTIVE);
        int behind = isOfNext(sentence, active) ? -1 : active;
        if (behind == i + 1) {
            return true;
        }
        if (behind > 0
                && sentence.get(i + 1).in(JOINING)
                && (behind == i + 2 || sentence.get(i + 1).is("of"))) {
            return true;
        }
        if (isOfTotal(sentence, i)) {
            return true;
        }
        boolean counted = sentence.before(i, CLAUSE, Words.PARAMETER) >= 0;
        if (counted && isOfWhich(sentence, i)) {
            return true;
        }
        return counted
                && (sentence.before(i, 3, ACTIVATES) >= 0
                        || sentence.before(i, 1, ACTIVATED) >= 0
                        || (sentence.before(i, 2, ACTIVATED) >= 0
                                && sentence.get(i - 1).is("only"))
                        || isPerToken(sentence, i));
    }

    /** "activates only 1.9B of its 28B parameters", "1.9B of 28B parameters per token". */
    private static boolean isOfTotal(Sentence sentence, int i) {
        int of = sentence.after(i, sentence.after(i, 1, OUT) > 0 ? 2 : 1, OF);
        int total = of < 0 ? -1 : of + 1;
        while (sentence.holds(total) && total < of + 3 && !sentence.get(total).isNumber()) {
            total++;
        }
        int unit = sentence.holds(total) && sentence.get(total).isNumber()
                ? sentence.after(total, 4, Words.PARAMETER)
                : -1;
        return unit > 0
                && sentence.get(i).value() < sentence.get(total).value()
                && (sentence.before(i, 3, USES) >= 0
                        || (sentence.after(unit, 4, PER) > 0 && sentence.after(unit, 6, UNIT_OF_USE) > 0));
    }

    /** The 47B of "47B (13B active)". */
    static boolean isWholeOfNext(Sentence sentence, int i) {
        return sentence.holds(i + 4)
                && sentence.get(i + 1).is("(")
                && sentence.get(i + 2).hasLetter()
                && sentence.get(i + 2).value() < sentence.get(i).value()
                && sentence.get(i + 3).in(PASSIVE);
    }

    /** The word of "72B (active 4.5B)" belongs to the 4.5B. */
    private static boolean isOfNext(Sentence sentence, int active) {
        return active > 0
                && sentence.get(active - 1).is("(")
                && sentence.holds(active + 1)
                && sentence.get(active + 1).isNumber();
    }

    /** "of which 0.4B are used for each frame", "3.3B of which fire for a token". */
    private static boolean isOfWhich(Sentence sentence, int i) {
        int before = sentence.before(i, 2, WHICH);
        int behind = sentence.after(i, 2, WHICH);
        boolean of = (before > 0 && sentence.get(before - 1).is("of"))
                || (behind > 0 && sentence.get(behind - 1).is("of"));
        return of && sentence.after(i, 5, FIRING) > 0;
    }

    /** "uses only 1B per input token". */
    private static boolean isPerToken(Sentence sentence, int i) {
        int per = sentence.after(i, 2, PER);
        return per > 0 && sentence.after(per, 2, Words.TOKEN) > 0 && sentence.before(i, 3, USES) >= 0;
    }

    /** In "3B activated parameters and 48B" the word belongs to the 3B. */
    private static boolean isFollowedByOwnUnit(Sentence sentence, int active) {
        return active > 0 && sentence.get(active - 1).isNumber();
    }

    /** The layer of "a 250-layer network". */
    private static boolean isCountOf(Sentence sentence, int part) {
        return part > 1
                && sentence.get(part - 1).is("-")
                && sentence.get(part - 2).isNumber();
    }

    /** "each token has access to 47B parameters": of the whole model. */
    private static boolean isEachToken(Sentence sentence, int each) {
        return sentence.get(each).in(EACH) && sentence.after(each, 2, UNIT_OF_USE) > 0;
    }

    private static boolean isJoined(Sentence sentence, int from, int to) {
        for (int k = from; k < to; k++) {
            if (sentence.get(k).isNumber()) {
                return false;
            }
        }
        return !isBroken(sentence, from, to);
    }

    private static boolean isBroken(Sentence sentence, int from, int to) {
        for (int k = from; k < to; k++) {
            if (sentence.get(k).in(BREAK)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word for a part stands within the given number of tokens before, or right behind the unit. */
    static boolean isPart(Sentence sentence, int i, int window) {
        int part = sentence.before(i, window, Words.PART);
        if (part >= 0
                && !isCountOf(sentence, part)
                && isJoined(sentence, part + 1, i)
                && !isEachToken(sentence, part)) {
            return true;
        }
        int each = sentence.before(i, OF_EACH, EACH);
        if (window > 2 && each >= 0 && !isBroken(sentence, each + 1, i) && !isEachToken(sentence, each)) {
            return true;
        }
        if (window < 3) {
            return false;
        }
        int unit = sentence.after(i, 4, Words.PARAMETER);
        int after = sentence.after(unit > 0 ? unit : i, 3, Words.PART);
        return after >= 0
                && sentence.after(after, 4, RESPECTIVELY) < 0
                && !sentence.get(after).in(Words.PART_ONLY_BEFORE)
                && sentence.after(i, after - i, ":") < 0
                && isJoined(sentence, i + 1, after);
    }
}
