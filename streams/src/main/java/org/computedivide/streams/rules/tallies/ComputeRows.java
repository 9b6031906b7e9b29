package org.computedivide.streams.rules.tallies;

import org.computedivide.streams.rules.tallies.Concentration.Holding;
import org.computedivide.streams.rules.tallies.Concentration.Holdings;
import org.computedivide.streams.rules.tallies.Concentration.Way;
import org.computedivide.streams.rules.tallies.RowWriter.Figure;
import org.computedivide.streams.rules.tallies.RowWriter.Place;
import org.computedivide.streams.rules.tallies.RowWriter.Reckoning;

/** How concentrated compute is on few makers. */
final class ComputeRows {

    static final String CONCENTRATION = "concentration";
    static final int[] TOPS = {1, 3, 10};

    private static final int LARGEST = 10;

    private final Concentration concentration;
    private final Window window;
    private final RowWriter rows;
    private final Totals total;

    ComputeRows(Cells cells, Concentration concentration, Window window, RowWriter rows) {
        this.concentration = concentration;
        this.window = window;
        this.rows = rows;
        this.total = cells.total(Selection.ALL, window);
    }

    void write() {
        for (Way way : Way.values()) {
            concentration.in(way, window).ifPresent(holdings -> write(way, holdings));
        }
    }

    private void write(Way way, Holdings holdings) {
        long summed = total.known(Amount.COMPUTE);
        var all = new Reckoning(total.releases(), summed, total.releases() - summed, total.imputed());
        add("organizations", way, Figure.exact(holdings.size(), "organizations"), all);
        holdings.herfindahl().ifPresent(index -> {
            add("hhi", way, Figure.estimated(index, "index"), all);
            for (int top : TOPS) {
                add("top" + top + "Share", way, Figure.estimated(holdings.shareOfLargest(top), "fraction"), all);
            }
            holdings.largest(LARGEST).forEach(holding -> holder(way, holdings, holding));
        });
    }

    private void holder(Way way, Holdings holdings, Holding holding) {
        long unknown = total.releases() - total.known(Amount.COMPUTE);
        rows.add(
                new Place("computeShare", Selection.ALL.withCompute(), way.holderLabel(), holding.name()),
                Figure.estimated(holdings.share(holding), "fraction"),
                new Reckoning(total.releases(), holding.releases(), unknown, 0));
    }

    private void add(String measure, Way way, Figure figure, Reckoning of) {
        rows.add(new Place(measure, Selection.ALL.withCompute(), CONCENTRATION, way.label()), figure, of);
    }
}
