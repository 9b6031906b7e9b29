package org.computedivide.monitor.training;

import java.util.Set;

/**
 * Something labelled to learn from.
 *
 * @param family what the fold of cross-validation is told by: examples of one family are never on both sides
 * @param features what the rules see in it
 * @param label what it is; {@code true} and {@code false} where the question is yes or no
 * @param origin {@code weak} labelled by a table, {@code read} by a reader, {@code chosen} by a reader and drawn because
 *     something spoke for it, {@code doubtful} by a reader and drawn by the score of an earlier model
 * @param ruledOut whether a rule says no before the model is asked; such an example is judged and not learned from
 */
record Example(String family, Set<String> features, String label, String origin, boolean ruledOut) {

    static final String WEAK = "weak";
    static final String READ = "read";
    static final String CHOSEN = "chosen";
    static final String DOUBTFUL = "doubtful";

    static Example yesOrNo(String family, Set<String> features, boolean yes, String origin) {
        return new Example(family, features, String.valueOf(yes), origin, false);
    }

    Example ruledOutIf(boolean ruledOut) {
        return new Example(family, features, label, origin, ruledOut);
    }

    boolean yes() {
        return label.equals("true");
    }

    /** The same example with a question of its own: is it of this class? */
    Example asked(String wanted) {
        return yesOrNo(family, features, label.equals(wanted), origin);
    }

    /** Examples that somebody read count three times as much, twice where they were drawn because they are hard. */
    int copies() {
        return switch (origin) {
            case WEAK -> 1;
            case DOUBTFUL -> 2;
            default -> 3;
        };
    }
}
