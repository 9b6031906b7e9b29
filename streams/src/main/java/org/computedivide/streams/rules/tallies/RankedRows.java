package org.computedivide.streams.rules.tallies;

import org.computedivide.streams.rules.tallies.RowWriter.Figure;
import org.computedivide.streams.rules.tallies.RowWriter.Place;
import org.computedivide.streams.rules.tallies.RowWriter.Reckoning;

/**
 * The rows of selections of headline variants. Of a candidate without compute it cannot be said whether it belongs, so
 * it is unknown in every one of them.
 */
final class RankedRows {

    private final Cells cells;
    private final Window window;
    private final RowWriter rows;
    private final Totals candidates;

    RankedRows(Cells cells, Window window, RowWriter rows) {
        this.cells = cells;
        this.window = window;
        this.rows = rows;
        this.candidates = cells.total(Selection.CANDIDATES, window);
    }

    void write() {
        if (!candidates.isEmpty()) {
            add(Selection.CANDIDATES, Dimension.TOTAL, "all", candidates.releases(), 0);
        }
        Selection.RANKED.forEach(this::write);
    }

    private void write(Selection selection) {
        Totals total = cells.total(selection, window);
        for (Dimension dimension : selection.dimensions()) {
            for (String value : cells.values(selection, dimension)) {
                long members = cells.in(selection, dimension, value, window).releases();
                if (members > 0) {
                    write(selection, dimension, value, members, total.releases());
                }
            }
        }
    }

    private void write(Selection selection, Dimension dimension, String value, long members, long total) {
        boolean unknown = Unsaid.isIn(dimension, value);
        long unsaid = dimension == Dimension.TOTAL
                ? 0
                : cells.in(selection, dimension, Dimension.UNKNOWN, window).releases();
        long notRanked = candidates.releases() - candidates.withCompute();
        long maybe = notRanked + (unknown ? 0 : unsaid);
        add(selection, dimension, value, members, maybe);
        if (dimension != Dimension.TOTAL && !unknown) {
            rows.add(
                    new Place("releaseShare", selection.label(), dimension.label(), value),
                    Figure.share(members, total - unsaid, unsaid).selected(),
                    new Reckoning(candidates.releases(), members, maybe, 0));
        }
    }

    private void add(Selection selection, Dimension dimension, String value, long members, long unknown) {
        rows.add(
                new Place("releases", selection.label(), dimension.label(), value),
                selection.equals(Selection.CANDIDATES)
                        ? Figure.count(members)
                        : Figure.count(members).selected(),
                new Reckoning(candidates.releases(), members, unknown, 0));
    }
}
