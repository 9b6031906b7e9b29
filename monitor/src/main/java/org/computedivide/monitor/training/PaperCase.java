package org.computedivide.monitor.training;

import java.util.Set;

/**
 * A labelled paper.
 *
 * @param family what the fold of cross-validation is told by: cases of one family are never on both sides
 * @param features what {@code PaperFeatures} sees in it
 * @param release the label
 * @param origin {@code weak} labelled by a table, {@code read} by a reader and drawn at random, {@code chosen} by a
 *     reader and drawn because something spoke for a release
 */
record PaperCase(String family, Set<String> features, boolean release, String origin) {

    static final String WEAK = "weak";
    static final String READ = "read";
    static final String CHOSEN = "chosen";

    /** Cases that somebody read count three times as much. */
    int copies() {
        return origin.equals(WEAK) ? 1 : 3;
    }
}
