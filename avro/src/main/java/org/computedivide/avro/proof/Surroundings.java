package org.computedivide.avro.proof;

import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Passage;

/**
 * The words of the source on both sides of a quote.
 *
 * @param before the words before it, at most 320 characters; empty when there are none or they are not known
 * @param after the words behind it, as many
 */
public record Surroundings(String before, String after) {

    private static final int MOST = 320;
    private static final Surroundings UNKNOWN = new Surroundings("", "");

    /** Of a fact in its evidence; empty on both sides for what is not from the text. */
    public static Surroundings of(Evidence evidence, Fact fact) {
        return evidence.getPassages().stream()
                .filter(passage -> holds(passage, fact))
                .findFirst()
                .map(passage -> in(passage, fact))
                .orElse(UNKNOWN);
    }

    private static boolean holds(Passage passage, Fact fact) {
        return fact.getStart() >= passage.getStart()
                && fact.getStart() < fact.getEnd()
                && fact.getEnd() <= passage.getStart() + passage.getText().length();
    }

    private static Surroundings in(Passage passage, Fact fact) {
        String text = passage.getText();
        int start = fact.getStart() - passage.getStart();
        int end = fact.getEnd() - passage.getStart();
        int from = Math.max(0, start - MOST);
        int to = Math.min(text.length(), end + MOST);
        boolean splitBefore = from > 0 && Character.isLowSurrogate(text.charAt(from));
        boolean splitAfter = to < text.length() && to > end && Character.isLowSurrogate(text.charAt(to));
        return new Surroundings(
                text.substring(splitBefore ? from + 1 : from, start), text.substring(end, splitAfter ? to - 1 : to));
    }
}
