package org.computedivide.streams.rules.tallies;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** What releases disclose is told by these. */
    private static final Set<Dimension> DISCLOSING = EnumSet.of(
            Dimension.TOTAL,
            Dimension.AFFILIATION,
            Dimension.AFFILIATION_BY_SHARE,
            Dimension.OPENNESS,
            Dimension.COUNTRY,
            Dimension.BLOC,
            Dimension.DOMAIN);

    private final Cells cells;
    private final Window window;
    private final RowWriter rows;

    /** @param intervals of the rows as they are now; none when they are still to be drawn */
    TallyRows(Cells cells, Window window, Map<Place, Percentiles> intervals) {
        this.cells = cells;
        this.window = window;
        this.rows = new RowWriter(window, intervals, cells.today());
    }

    /** Every row that has something to say. */
    List<Tally> all(Medians medians, Concentration concentration, OverLines overLines) {
        if (window.kind() == Window.Kind.WEEK) {
            ofReleases(Selection.ALL, List.of(Dimension.TOTAL));
            return rows.rows();
        }
        ofReleases(Selection.ALL, Selection.ALL.dimensions());
        ofReleases(Selection.NOTABLE, Selection.NOTABLE.dimensions());
        ofReleases(Selection.NOTABLE_LIKELY, Selection.NOTABLE_LIKELY.dimensions());
        new RankedRows(cells, window, rows).write();
        new MedianRows(cells, medians, window, rows).write();
        new ComputeRows(cells, concentration, window, rows).write();
        new LineRows(cells, overLines, window, rows).write();
        new OpenRows(cells, window, rows).write();
        return rows.rows();
    }

    private void ofReleases(Selection selection, List<Dimension> dimensions) {
        Totals total = cells.total(selection, window);
        for (Dimension dimension : dimensions) {
            Totals unsaid = Unsaid.any(cells, selection, dimension, window);
            for (String value : cells.values(selection, dimension)) {
                Totals here = cells.in(selection, dimension, value, window);
                if (!here.isEmpty() && !(dimension == Dimension.LEGAL_LINE && Unsaid.isIn(dimension, value))) {
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
            if (DISCLOSING.contains(dimension)) {
                disclosure();
            }
            if (!isTiered() && dimension != Dimension.LEGAL_LINE) {
                countWithCompute();
            }
            if (selection.equals(Selection.ALL) && window.kind() != Window.Kind.WEEK) {
                for (Amount amount : Amount.values()) {
                    if (amount.isToldBy(dimension) && here.known(amount) > 0) {
                        sum(amount);
                    }
                }
            }
        }

        private void countAll() {
            Reckoning of = reckoning(here.releases(), unsaid.releases(), 0);
            Figure count = Figure.count(here.releases());
            boolean byEstimate = dimension == Dimension.TIER && !Unsaid.isIn(dimension, value);
            add(selection.label(), "releases", byEstimate ? count.selected() : count, of);
            if (isShare()) {
                add(
                        selection.label(),
                        "releaseShare",
                        Figure.share(here.releases(), known.releases(), total.releases() - known.releases()),
                        of);
            }
            if (dimension.isDivided() && isShare()) {
                fractions(of);
            }
        }

        /** Shares of countries add up to one when a release of two countries is half of each. */
        private void fractions(Reckoning of) {
            double parts = (double) here.parts() / Totals.WHOLE;
            add(selection.label(), "releasesFractional", Figure.exact(parts, "releases"), of);
            add(selection.label(), "releaseShareFractional", Figure.part(parts, known.releases()), of);
        }

        private void disclosure() {
            discloses("computeKnown", here.withCompute());
            if (selection.equals(Selection.ALL)) {
                discloses("parametersKnown", here.parameters());
                discloses("dataKnown", here.data());
                discloses("hardwareKnown", here.hardware());
                if (here.derivatives() > 0) {
                    var number = Figure.exact((double) here.derivatives(), "derivatives");
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
            add(selection.withCompute(), "releases", Figure.count(here.withCompute()), of);
            if (isShare() && known.withCompute() > 0) {
                Figure share = Figure.part(here.withCompute(), known.withCompute());
                add(selection.withCompute(), "releaseShare", bounded(share, of), of);
            }
        }

        /** At worst all others that disclose nothing have compute too, at best those that may belong. */
        private Figure bounded(Figure share, Reckoning of) {
            double members = (double) of.members();
            return share.between(
                    members / total.releases(), (members + of.unknown()) / (known.withCompute() + of.unknown()));
        }

        private void sum(Amount amount) {
            Reckoning of = among(here.known(amount), amount == Amount.COMPUTE ? here.imputed() : 0);
            boolean exact = amount == Amount.COST_STATED || amount == Amount.CHIP_HOURS;
            double sum = here.sum(amount);
            Figure figure = exact ? Figure.exact(sum, amount.unit()) : Figure.estimated(sum, amount.unit());
            add(amount.selection(), amount.measure(), figure, of);
            if (amount == Amount.COMPUTE && dimension != Dimension.TOTAL) {
                add(amount.selection(), "computeShare", Figure.estimated(sum / total.sum(amount), "fraction"), of);
            }
        }

        /** Releases of the class whose compute does not count are as unknown as those whose class is unknown. */
        private Reckoning among(long members) {
            return among(members, here.imputed());
        }

        private Reckoning among(long members, long imputed) {
            return reckoning(members, here.releases() - members + unsaid.releases(), imputed);
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
            return dimension != Dimension.TOTAL
                    && dimension != Dimension.LEGAL_LINE
                    && !dimension.isCountedOnly()
                    && !Unsaid.isIn(dimension, value);
        }

        private void add(String among, String measure, Figure figure, Reckoning of) {
            rows.add(new Place(measure, among, dimension.label(), value), figure, of);
        }
    }
}
