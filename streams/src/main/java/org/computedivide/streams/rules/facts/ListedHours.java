package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.WordSet;

/** The line of a card that gives the hours of a training: "Hours used: 350", "- **Training time (hours):** 72". */
final class ListedHours {

    private static final int LABEL = 9;

    /** More than a quarter of a year is the sum over many chips: the calculator of emissions asks for either. */
    private static final double LONGEST = 2191.5;

    private static final Set<String> HOURS = WordSet.of("hours", "time", "duration");
    private static final Set<String> OF_TRAINING = WordSet.of("used", "training", "wall", "duration");

    private ListedHours() {}

    /** Whether a label of hours of training ends in front of the number. */
    static boolean isListed(Sentence sentence, int i) {
        return i > 0
                && sentence.get(i - 1).isMark()
                && !sentence.get(i - 1).is("(")
                && sentence.before(i, LABEL, OF_TRAINING) >= 0
                && isLabel(sentence, i);
    }

    /** Such a number that has no unit behind it. */
    static boolean isBare(Sentence sentence, int i) {
        return sentence.get(i).isNumber()
                && i == sentence.size() - 1
                && (isChipHours(sentence, i) || (isListed(sentence, i) && sentence.before(i, LABEL, "hours") >= 0));
    }

    /** "Cumulative GPU hours: 7.7M". */
    private static boolean isChipHours(Sentence sentence, int i) {
        int colon = colon(sentence, i);
        int hours = colon > 1 ? sentence.before(colon, 2, "hours") : -1;
        return hours > 0
                && sentence.before(hours, 2, Words.GPU) >= 0
                && sentence.get(i).value() >= 1;
    }

    /** The colon of ": 5" and ":** 5"; -1 when there is none. */
    private static int colon(Sentence sentence, int i) {
        int k = i - 1;
        while (k > 0 && k > i - 3 && sentence.get(k).is("*")) {
            k--;
        }
        return k > 0 && sentence.get(k).is(":") ? k : -1;
    }

    static Finding finding(Sentence sentence, int i) {
        double hours = sentence.get(i).value();
        boolean chips = hours > LONGEST || sentence.before(i, LABEL, Words.GPU) >= 0;
        return chips
                ? Finding.number("chipHours", hours, "chip-hours", sentence, i, i, "chip-hours-stated")
                : Finding.number("trainingHours", hours, "hours", sentence, i, i, "time-stated");
    }

    /** Words and marks back to the beginning of the line, the label's the first. */
    private static boolean isLabel(Sentence sentence, int i) {
        int label = sentence.before(i, LABEL, HOURS);
        int words = 0;
        for (int k = 0; k < i; k++) {
            words += sentence.get(k).isMark() ? 0 : 1;
        }
        return label >= 0 && words <= 4;
    }
}
