package org.computedivide.streams.rules.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.WordSet;

/**
 * Owners of values in a sentence that names as many sizes as it gives values of one kind: "the 7B for 200B tokens and the 34B for
 * 50B tokens", "7B and 34B models took 12 and 35 days, respectively".
 */
final class Pairs {

    private static final int MOST_TOKENS = 200;
    private static final Set<String> FIELDS =
            WordSet.of("trainingTokens", "datasetTokens", "trainingHours", "chipHours", "acceleratorCount");

    private static final int RESPECTIVELY_AHEAD = 12;
    private static final int NAMES = 6;
    private static final Set<String> RESPECTIVELY = WordSet.of("respectively");
    private static final Set<String> AND = WordSet.of("and");

    private Pairs() {}

    /** Puts the size in place as the owner of each value that is one of such a pair; findings in the order of the text. */
    static void own(List<Finding> findings, Sizes sizes) {
        List<Finding> others = new ArrayList<>();
        for (int from = 0; from < findings.size(); ) {
            int to = from + 1;
            while (to < findings.size()
                    && findings.get(to).sentence() == findings.get(from).sentence()) {
                to++;
            }
            if (to - from > 1) {
                ownSentence(findings.subList(from, to), sizes, others);
            }
            from = to;
        }
        findings.removeAll(others);
    }

    private static void ownSentence(List<Finding> findings, Sizes sizes, List<Finding> others) {
        for (String field : FIELDS) {
            List<Finding> values = findings.stream()
                    .filter(finding -> finding.field().equals(field))
                    .sorted(Comparator.comparingInt(Finding::from))
                    .toList();
            if (values.size() > 1) {
                List<Integer> places = places(values.get(0).sentence(), sizes);
                if (places.size() == values.size() && isPaired(places, values)) {
                    pair(findings, values, places, sizes);
                } else if (values.size() == 2) {
                    int size = sizes.onlyPlace(values.get(0).sentence());
                    others.addAll(size < 0 ? List.of() : ofTheOther(values, size));
                }
            }
        }
    }

    /** "36 and 55 hours on X (11B) and Y, respectively": the value of the name that has none of our sizes. */
    private static List<Finding> ofTheOther(List<Finding> values, int size) {
        Finding first = values.get(0);
        Finding last = values.get(1);
        Sentence sentence = first.sentence();
        boolean respectively = sentence.after(Math.max(size, last.to()), RESPECTIVELY_AHEAD, RESPECTIVELY) > 0;
        boolean behind = size > last.to();
        if (!respectively || (!behind && size > first.from())) {
            return List.of();
        }
        int and = sentence.before(size, behind ? Math.min(NAMES, size - last.to() - 1) : NAMES, AND);
        return List.of(and < 0 ? last : first);
    }

    private static void pair(List<Finding> findings, List<Finding> values, List<Integer> places, Sizes sizes) {
        for (int n = 0; n < values.size(); n++) {
            Finding value = values.get(n);
            String size = sizes.labelAt(value.sentence(), places.get(n));
            findings.replaceAll(finding -> finding.equals(value) ? value.ownedBy(size) : finding);
        }
    }

    /** Where each of our sizes is named first. */
    private static List<Integer> places(Sentence sentence, Sizes sizes) {
        List<Integer> places = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < Math.min(sentence.size(), MOST_TOKENS); i++) {
            String label = sizes.labelAt(sentence, i);
            if (!label.isEmpty() && !seen.contains(label)) {
                seen.add(label);
                places.add(i);
            }
        }
        return places;
    }

    /** One list before the other, or by turns. */
    private static boolean isPaired(List<Integer> places, List<Finding> values) {
        int last = values.size() - 1;
        boolean sizesFirst = places.get(last) < values.get(0).from();
        boolean valuesFirst = values.get(last).from() < places.get(0);
        return sizesFirst || valuesFirst || isByTurns(places, values);
    }

    private static boolean isByTurns(List<Integer> places, List<Finding> values) {
        boolean sizeFirst = places.get(0) < values.get(0).from();
        for (int n = 0; n < values.size(); n++) {
            int before = sizeFirst ? places.get(n) : values.get(n).from();
            int behind = sizeFirst ? values.get(n).from() : places.get(n);
            boolean next = n + 1 == values.size()
                    || behind
                            < (sizeFirst ? places.get(n + 1) : values.get(n + 1).from());
            if (before >= behind || !next) {
                return false;
            }
        }
        return true;
    }
}
