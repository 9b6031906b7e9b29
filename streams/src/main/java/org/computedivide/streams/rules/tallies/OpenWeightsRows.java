package org.computedivide.streams.rules.tallies;

import java.util.List;
import org.computedivide.streams.rules.tallies.RowWriter.Figure;
import org.computedivide.streams.rules.tallies.RowWriter.Place;
import org.computedivide.streams.rules.tallies.RowWriter.Reckoning;

/** The share of releases whose weights may be downloaded, under whatever licence, among those that say how open they are. */
final class OpenWeightsRows {

    private static final List<String> OPEN = List.of("unrestricted", "restricted-use", "non-commercial");

    private final Cells cells;
    private final Window window;
    private final RowWriter rows;
    private final long all;

    OpenWeightsRows(Cells cells, Window window, RowWriter rows) {
        this.cells = cells;
        this.window = window;
        this.rows = rows;
        this.all = cells.total(Selection.ALL, window).releases();
    }

    void write() {
        long open = OPEN.stream()
                .mapToLong(weights -> in(Dimension.OPENNESS, weights))
                .sum();
        write(Dimension.TOTAL, "all", open, all, in(Dimension.OPENNESS, Dimension.UNKNOWN), 0);
        for (String affiliation : cells.values(Selection.ALL, Dimension.AFFILIATION)) {
            write(affiliation);
        }
    }

    private void write(String affiliation) {
        long open =
                OPEN.stream().mapToLong(weights -> pair(affiliation, weights)).sum();
        boolean isUnknown = affiliation.equals(Dimension.UNKNOWN);
        write(
                Dimension.AFFILIATION,
                affiliation,
                open,
                in(Dimension.AFFILIATION, affiliation),
                pair(affiliation, Dimension.UNKNOWN),
                isUnknown ? 0 : in(Dimension.AFFILIATION, Dimension.UNKNOWN));
    }

    private void write(Dimension dimension, String value, long open, long here, long silent, long classless) {
        if (here > silent) {
            rows.add(
                    new Place("openWeightsShare", Selection.ALL.label(), dimension.label(), value),
                    Figure.share(open, here - silent, silent),
                    new Reckoning(all, open, silent + classless, 0));
        }
    }

    private long pair(String affiliation, String weights) {
        return in(Dimension.AFFILIATION_OPENNESS, affiliation + Dimension.TIMES + weights);
    }

    private long in(Dimension dimension, String value) {
        return cells.in(Selection.ALL, dimension, value, window).releases();
    }
}
