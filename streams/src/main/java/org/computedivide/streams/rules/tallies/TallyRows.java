package org.computedivide.streams.rules.tallies;

import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Tally;
import org.computedivide.streams.rules.draws.Percentiles;
import org.computedivide.streams.rules.tallies.RowWriter.Figure;
import org.computedivide.streams.rules.tallies.RowWriter.Place;
import org.computedivide.streams.rules.tallies.RowWriter.Reckoning;

/**
 * The rows of one window. Shares of releases divide by those whose value is known; shares of compute divide by all
 * compute of the window, so that what is unknown stays in sight.
 */
final class TallyRows {

    private final Cells cells;
    private final Intervals intervals;
    private final Window window;
    private final RowWriter rows;

    TallyRows(Cells cells, Intervals intervals, Window window) {
        this.cells = cells;
        this.intervals = intervals;
        this.window = window;
        this.rows = new RowWriter(window, cells.today());
    }

    /** Every row that has something to say. */
    List<Tally> all(Medians medians, Concentration concentration) {
        if (window.kind() == Window.Kind.WEEK) {
            ofReleases(Selection.ALL, List.of(Dimension.TOTAL));
            return rows.rows();
        }
        ofReleases(Selection.ALL, Selection.ALL.dimensions());
        ofReleases(Selection.NOTABLE, Selection.NOTABLE.dimensions());
        new RankedRows(cells, window, rows).write();
        new ComputeRows(cells, window, rows).write(medians, concentration);
        new OpenWeightsRows(cells, window, rows).write();
        return rows.rows();
    }

    private void ofReleases(Selection selection, List<Dimension> dimensions) {
        Totals total = cells.total(selection, window);
        for (Dimension dimension : dimensions) {
            Totals unsaid = Unsaid.any(cells, selection, dimension, window);
            for (String value : cells.values(selection, dimension)) {
                Totals here = cells.in(selection, dimension, value, window);
                if (!here.isEmpty()) {
                    new Row(selection, dimension, value, total, here, unsaid).write();
                }
            }
        }
    }

    /** The rows of one cell, as they are written. */
    private final class Row {
        private final Selection selection;
        private final Dimension dimension;
        private final String value;
        private final Totals total;
        private final Totals here;
        private final Totals unsaid;
        private final Totals known;

        Row(Selection selection, Dimension dimension, String value, Totals total, Totals here, Totals unsaidOfAny) {
            this.selection = selection;
            this.dimension = dimension;
            this.value = value;
            this.total = total;
            this.here = here;
            this.unsaid = Unsaid.of(cells, selection, dimension, value, window);
            this.known = total.minus(unsaidOfAny);
        }

        void write() {
            countAll();
            if (!isTiered()) {
                disclosure();
                countWithCompute();
            }
            if (here.summed() > 0 && selection.equals(Selection.ALL)) {
                sums();
            }
        }

        private void countAll() {
            Reckoning of = reckoning(here.releases(), unsaid.releases(), 0);
            var drawn = dimension == Dimension.TIER ? intervals.reached(value, window) : Optional.<Percentiles>empty();
            add(selection.label(), "releases", Figure.count(here.releases(), drawn), of);
            if (isShare()) {
                add(
                        selection.label(),
                        "releaseShare",
                        Figure.share(here.releases(), known.releases(), total.releases() - known.releases()),
                        of);
            }
            if (dimension == Dimension.COUNTRY && isShare()) {
                fractions(of);
            }
        }

        /** Shares of countries add up to one when a release of two countries is half of each. */
        private void fractions(Reckoning of) {
            double parts = (double) here.parts() / Totals.WHOLE;
            add(selection.label(), "releasesFractional", Figure.of(parts, "releases", Optional.empty()), of);
            add(selection.label(), "releaseShareFractional", Figure.part(parts, known.releases()), of);
        }

        private void disclosure() {
            discloses("computeKnown", here.withCompute());
            if (selection.equals(Selection.ALL)) {
                discloses("parametersKnown", here.parameters());
                discloses("dataKnown", here.data());
                discloses("hardwareKnown", here.hardware());
                if (here.derivatives() > 0) {
                    var number = Figure.of((double) here.derivatives(), "derivatives", Optional.empty());
                    add(selection.label(), "derivatives", number, reckoning(here.releases(), unsaid.releases(), 0));
                }
            }
        }

        private void discloses(String measure, long members) {
            add(
                    selection.label(),
                    measure,
                    Figure.part(members, here.releases()),
                    reckoning(members, unsaid.releases(), here.imputed()));
        }

        private void countWithCompute() {
            if (here.withCompute() == 0) {
                return;
            }
            Reckoning of = among(here.withCompute());
            add(selection.withCompute(), "releases", Figure.count(here.withCompute(), Optional.empty()), of);
            if (isShare() && known.withCompute() > 0) {
                add(
                        selection.withCompute(),
                        "releaseShare",
                        Figure.share(
                                here.withCompute(), known.withCompute(), total.withCompute() - known.withCompute()),
                        of);
            }
        }

        private void sums() {
            Reckoning of = among(here.summed());
            double sum = Flop.value(here.compute());
            var drawn = intervals.sum(dimension, value, window);
            add(selection.withCompute(), "compute", Figure.of(sum, "FLOP", drawn), of);
            if (dimension != Dimension.TOTAL) {
                double share = sum / Flop.value(total.compute());
                var drawnShare = intervals.share(dimension, value, window);
                add(selection.withCompute(), "computeShare", Figure.of(share, "fraction", drawnShare), of);
            }
        }

        /** Releases of the class whose compute does not count are as unknown as those whose class is unknown. */
        private Reckoning among(long members) {
            return reckoning(members, here.releases() - members + unsaid.releases(), here.imputed());
        }

        private Reckoning reckoning(long members, long unknown, long imputed) {
            return new Reckoning(total.releases(), members, unknown, imputed);
        }

        /** Whoever is in a tier has compute: who has compute among them is no question. */
        private boolean isTiered() {
            return dimension == Dimension.TIER || dimension.parts().contains(Dimension.TIER);
        }

        /** A class that says unknown has no share among the known. */
        private boolean isShare() {
            return dimension != Dimension.TOTAL && !Unsaid.isIn(dimension, value);
        }

        private void add(String among, String measure, Figure figure, Reckoning of) {
            rows.add(new Place(measure, among, dimension.label(), value), figure, of);
        }
    }
}
