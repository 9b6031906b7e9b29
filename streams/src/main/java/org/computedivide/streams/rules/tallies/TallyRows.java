package org.computedivide.streams.rules.tallies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Tally;
import org.computedivide.streams.rules.Methods;
import org.computedivide.streams.rules.draws.Percentiles;

/**
 * The rows of one window. Shares of releases divide by those whose value is known; shares of compute divide by all
 * compute of the window, so that what is unknown stays in sight.
 */
final class TallyRows {

    private static final String ALL = "all";
    private static final String WITH_COMPUTE = "withCompute";

    private final Cells cells;
    private final Intervals intervals;
    private final Window window;
    private final Totals total;
    private final Span span;

    TallyRows(Cells cells, Intervals intervals, Window window) {
        this.cells = cells;
        this.intervals = intervals;
        this.window = window;
        this.total = cells.in(Dimension.TOTAL, ALL, window);
        this.span = Span.of(window, cells.today());
    }

    /** Every row that has something to say. */
    List<Tally> all() {
        var rows = new ArrayList<Tally>();
        for (Dimension dimension : Dimension.values()) {
            for (String value : cells.values(dimension)) {
                Totals here = cells.in(dimension, value, window);
                if (!here.isEmpty()) {
                    new Row(dimension, value, here, rows).write();
                }
            }
        }
        return rows;
    }

    /** The rows of one cell, as they are written. */
    private final class Row {
        private final Dimension dimension;
        private final String value;
        private final Totals here;
        private final Totals unsaid;
        private final Totals known;
        private final List<Tally> rows;

        Row(Dimension dimension, String value, Totals here, List<Tally> rows) {
            this.dimension = dimension;
            this.value = value;
            this.here = here;
            this.unsaid = Unsaid.of(cells, dimension, value, window);
            this.known = total.plus(Unsaid.any(cells, dimension, window).negated());
            this.rows = rows;
        }

        void write() {
            countAll();
            if (!isTiered()) {
                disclosure();
            }
            if (here.withCompute() > 0 && !isTiered()) {
                countWithCompute();
            }
            if (here.summed() > 0) {
                sums();
            }
        }

        private void countAll() {
            var of = new Reckoning(here.releases(), unsaid.releases(), 0);
            var drawn = dimension == Dimension.TIER ? intervals.reached(value, window) : Optional.<Percentiles>empty();
            add(ALL, "releases", Figure.count(here.releases(), drawn), of);
            if (isShare()) {
                add(ALL, "releaseShare", Figure.part(here.releases(), known.releases()), of);
            }
        }

        private void disclosure() {
            var disclosed = new Reckoning(here.withCompute(), unsaid.releases(), here.imputed());
            add(ALL, "computeKnown", Figure.part(here.withCompute(), here.releases()), disclosed);
        }

        private void countWithCompute() {
            Reckoning of = among(here.withCompute());
            add(WITH_COMPUTE, "releases", Figure.count(here.withCompute(), Optional.empty()), of);
            if (isShare()) {
                add(WITH_COMPUTE, "releaseShare", Figure.part(here.withCompute(), known.withCompute()), of);
            }
        }

        private void sums() {
            Reckoning of = among(here.summed());
            double sum = Flop.value(here.compute());
            add(WITH_COMPUTE, "compute", new Figure(sum, "FLOP", intervals.sum(dimension, value, window)), of);
            if (dimension != Dimension.TOTAL) {
                double share = sum / Flop.value(total.compute());
                var drawn = intervals.share(dimension, value, window);
                add(WITH_COMPUTE, "computeShare", new Figure(share, "fraction", drawn), of);
            }
        }

        /** Releases of the class whose compute does not count are as unknown as those whose class is unknown. */
        private Reckoning among(long members) {
            return new Reckoning(members, here.releases() - members + unsaid.releases(), here.imputed());
        }

        /** Whoever is in a tier has compute: who has compute among them is no question. */
        private boolean isTiered() {
            return dimension == Dimension.TIER || dimension.parts().contains(Dimension.TIER);
        }

        /** A class that says unknown has no share among the known. */
        private boolean isShare() {
            return dimension != Dimension.TOTAL && !Unsaid.isIn(dimension, value);
        }

        private void add(String selection, String measure, Figure figure, Reckoning of) {
            rows.add(new Tally(
                    measure,
                    selection,
                    dimension.label(),
                    value,
                    span.label(),
                    span.from(),
                    span.to(),
                    span.to(),
                    figure.number(),
                    figure.interval().map(Percentiles::low).orElse(null),
                    figure.interval().map(Percentiles::high).orElse(null),
                    figure.interval().isEmpty(),
                    figure.unit(),
                    of.members(),
                    total.releases() - of.members() - of.unknown(),
                    of.unknown(),
                    of.imputed(),
                    span.provisional(),
                    Methods.version()));
        }
    }

    /** The window in words. The day of a row is the last of its window, so that years that are over stay as they are. */
    private record Span(String label, String from, String to, boolean provisional) {

        static Span of(Window window, long today) {
            boolean begins = window.kind() != Window.Kind.ALL;
            return new Span(
                    window.label(),
                    begins ? LocalDate.ofEpochDay(window.from(today)).toString() : "",
                    LocalDate.ofEpochDay(window.to(today)).toString(),
                    window.provisional(today));
        }
    }

    /** The number of a row. */
    private record Figure(double number, String unit, Optional<Percentiles> interval) {

        static Figure count(long releases, Optional<Percentiles> interval) {
            return new Figure((double) releases, "releases", interval);
        }

        static Figure part(long part, long whole) {
            return new Figure((double) part / (double) whole, "fraction", Optional.empty());
        }
    }

    /** Who is in a number; all others of the window are known not to be. */
    private record Reckoning(long members, long unknown, long imputed) {}
}
