package org.computedivide.streams.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Passage;

/**
 * What stands around the quotes of facts in the text, so that a sceptic can read each in its place. Where two of them meet they
 * are one, so no word is kept twice.
 */
final class Passages {

    /** Some sentences on either side. */
    private static final int AROUND = 280;

    /** How far the end of a word is looked for. */
    private static final int WORD = 40;

    private static final Comparator<Fact> BY_PLACE =
            Comparator.comparingInt(Fact::getStart).thenComparingInt(Fact::getEnd);

    private Passages() {}

    /** Passages in the order of the text. */
    static List<Passage> of(String text, List<Fact> facts) {
        List<Passage> passages = new ArrayList<>();
        int from = 0;
        int to = 0;
        for (Fact fact : quoted(text, facts)) {
            int nextFrom = wordBefore(text, fact.getStart() - AROUND);
            int nextTo = wordAfter(text, fact.getEnd() + AROUND);
            if (nextFrom > to) {
                add(text, from, to, passages);
                from = nextFrom;
            }
            to = Math.max(to, nextTo);
        }
        add(text, from, to, passages);
        return List.copyOf(passages);
    }

    private static List<Fact> quoted(String text, List<Fact> facts) {
        return facts.stream()
                .filter(fact ->
                        fact.getStart() >= 0 && fact.getStart() < fact.getEnd() && fact.getEnd() <= text.length())
                .sorted(BY_PLACE)
                .toList();
    }

    private static void add(String text, int from, int to, List<Passage> passages) {
        if (to > from) {
            passages.add(Passage.newBuilder()
                    .setStart(from)
                    .setText(text.substring(from, to))
                    .build());
        }
    }

    /** The beginning of a word at or shortly after the place; never inside a pair of surrogates. */
    private static int wordBefore(String text, int place) {
        int least = Math.max(0, place);
        for (int i = least; place > 0 && i < least + WORD; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return place > 0 && Character.isLowSurrogate(text.charAt(least)) ? least + 1 : least;
    }

    /** The end of a word at or shortly before the place. */
    private static int wordAfter(String text, int place) {
        int most = Math.min(text.length(), place);
        for (int i = most; most < text.length() && i > most - WORD; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return most < text.length() && Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
    }
}
