package org.computedivide.streams.rules.tallies;

import java.util.List;

/** The releases of a window for which it cannot be said whether they belong to a value. */
final class Unsaid {

    private Unsaid() {}

    /** Whether the value itself says unknown, in one of its parts at least. */
    static boolean isIn(Dimension dimension, String value) {
        if (dimension == Dimension.LEGAL_LINE) {
            return LinesInLaw.isMaybe(value);
        }
        return dimension.parts().isEmpty()
                ? value.equals(Dimension.UNKNOWN)
                : split(value).contains(Dimension.UNKNOWN);
    }

    /** Those that may or may not belong to this value; for the value unknown there are none. */
    static Totals of(Cells cells, Selection selection, Dimension dimension, String value, Window window) {
        if (dimension.parts().isEmpty()) {
            return isIn(dimension, value)
                    ? Totals.NONE
                    : cells.in(selection, dimension, unknown(dimension, value), window);
        }
        List<String> parts = split(value);
        return List.of(
                        Dimension.UNKNOWN + Dimension.TIMES + parts.get(1),
                        parts.get(0) + Dimension.TIMES + Dimension.UNKNOWN,
                        Dimension.UNKNOWN + Dimension.TIMES + Dimension.UNKNOWN)
                .stream()
                .distinct()
                .filter(other -> !other.equals(value))
                .map(other -> cells.in(selection, dimension, other, window))
                .reduce(Totals.NONE, Totals::plus);
    }

    /** Each line in law speaks of other releases, so each has unknowns of its own. */
    private static String unknown(Dimension dimension, String value) {
        return dimension == Dimension.LEGAL_LINE ? LinesInLaw.maybe(value) : Dimension.UNKNOWN;
    }

    /** Those for which no value of the dimension can be said. */
    static Totals any(Cells cells, Selection selection, Dimension dimension, Window window) {
        if (dimension.parts().isEmpty()) {
            return cells.in(selection, dimension, Dimension.UNKNOWN, window);
        }
        Totals both = cells.in(selection, dimension, Dimension.UNKNOWN + Dimension.TIMES + Dimension.UNKNOWN, window);
        return dimension.parts().stream()
                .map(part -> cells.in(selection, part, Dimension.UNKNOWN, window))
                .reduce(both.negated(), Totals::plus);
    }

    private static List<String> split(String value) {
        return List.of(value.split(Dimension.TIMES, 2));
    }
}
