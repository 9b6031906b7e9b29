package org.computedivide.streams.rules.tallies;

import java.util.Map;
import org.computedivide.streams.rules.draws.Percentiles;
import org.computedivide.streams.rules.tallies.RowWriter.Place;

/**
 * What was drawn: the intervals of the rows of windows, each with the version of the window that they are of.
 *
 * @param windows by window
 */
record Drawn(Map<Window, Intervals> windows) {

    Drawn {
        windows = Map.copyOf(windows);
    }

    /**
     * The intervals of one window.
     *
     * @param version what the window was like
     * @param byPlace by where the row stands
     */
    record Intervals(long version, Map<Place, Percentiles> byPlace) {

        static final Intervals NONE = new Intervals(-1, Map.of());

        Intervals {
            byPlace = Map.copyOf(byPlace);
        }
    }
}
