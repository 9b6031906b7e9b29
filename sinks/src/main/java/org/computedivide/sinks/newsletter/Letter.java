package org.computedivide.sinks.newsletter;

import java.util.List;

/**
 * A letter before it is set in a format.
 *
 * @param title name and week
 * @param dates the span it covers
 * @param headline the finding of the week, one sentence
 * @param standfirst what else the week held, two or three sentences
 */
record Letter(String title, String dates, Prose headline, Prose standfirst, List<Block> blocks) {
    Letter {
        blocks = List.copyOf(blocks);
    }
}
