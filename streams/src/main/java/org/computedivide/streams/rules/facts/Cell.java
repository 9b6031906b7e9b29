package org.computedivide.streams.rules.facts;

import java.util.Set;
import org.computedivide.streams.rules.text.Sentence;

/** Tokens of a row of a table from one mark to the next, the first included, the last not. */
record Cell(Sentence row, int from, int to) {

    /** The number of a cell that holds one and no other; -1 otherwise. */
    int onlyNumber() {
        int found = nextNumber(from);
        return found < 0 || nextNumber(found + 1) >= 0 ? -1 : found;
    }

    /** The first number at or behind a token; -1 when there is none. */
    int nextNumber(int first) {
        for (int i = first; i < to; i++) {
            if (row.get(i).isNumber()) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the cell is one of the words and no more. */
    boolean isOnly(Set<String> words) {
        return to == from + 1 && row.get(from).in(words);
    }

    boolean has(Set<String> words) {
        for (int i = from; i < to; i++) {
            if (row.get(i).in(words)) {
                return true;
            }
        }
        return false;
    }
}
