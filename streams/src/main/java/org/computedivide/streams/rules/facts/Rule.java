package org.computedivide.streams.rules.facts;

import java.util.List;
import org.computedivide.streams.rules.text.Sentence;

/** Reads one kind of fact from a sentence; looks at a bounded number of tokens around each token. */
interface Rule {

    void read(Sentence sentence, List<Finding> into);

    /** Whether it finds nothing in a sentence without a number. */
    default boolean needsNumber() {
        return false;
    }
}
