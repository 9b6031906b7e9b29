package org.computedivide.streams.rules.facts;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;

/** Reads one kind of fact from a sentence; looks at a bounded number of tokens around each token. */
interface Rule {

    void read(Sentence sentence, List<Finding> into);

    /** Words of which a sentence must hold one for the rule to find anything; empty when it needs none. */
    default Set<String> telling() {
        return Set.of();
    }

    /** What the largest number of a sentence must at least be for the rule to find anything. */
    default double least() {
        return Double.NEGATIVE_INFINITY;
    }
}
