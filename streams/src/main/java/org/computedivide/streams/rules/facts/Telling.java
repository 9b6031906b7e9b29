package org.computedivide.streams.rules.facts;

import java.util.List;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.WordBits;

/** Which rules can find something in a sentence, so that the others need not walk through it. */
final class Telling {

    private final WordBits words;
    private final double[] least;
    /** The rules that need no word. */
    private final long always;

    private Telling(List<Rule> rules) {
        this.words = WordBits.of(rules.stream().map(Rule::telling).toList());
        this.least = rules.stream().mapToDouble(Rule::least).toArray();
        long wordless = 0;
        for (int n = 0; n < least.length; n++) {
            wordless |= rules.get(n).telling().isEmpty() ? 1L << n : 0;
        }
        this.always = wordless;
    }

    static Telling of(List<Rule> rules) {
        return new Telling(rules);
    }

    /** The rules as bits, the first is bit 0. */
    long in(Sentence sentence) {
        long may = always;
        for (int i = 0; i < sentence.size(); i++) {
            may |= words.of(sentence.get(i).word());
        }
        for (int n = 0; n < least.length; n++) {
            may &= sentence.largest() >= least[n] ? -1L : ~(1L << n);
        }
        return may;
    }
}
