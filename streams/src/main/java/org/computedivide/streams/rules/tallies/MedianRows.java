package org.computedivide.streams.rules.tallies;

import java.util.Optional;
import java.util.OptionalDouble;
import org.computedivide.streams.rules.tallies.Medians.Of;
import org.computedivide.streams.rules.tallies.RowWriter.Figure;
import org.computedivide.streams.rules.tallies.RowWriter.Place;
import org.computedivide.streams.rules.tallies.RowWriter.Reckoning;

/** Medians, and the ratios of two of them: industry's compute to academia's, hardware with companies to without. */
final class MedianRows {

    private static final String INDUSTRY = "industry";
    private static final String ACADEMIA = "academia";
    private static final String YES = "yes";
    private static final String NO = "no";

    private final Cells cells;
    private final Medians medians;
    private final Window window;
    private final RowWriter rows;
    private final Totals total;

    MedianRows(Cells cells, Medians medians, Window window, RowWriter rows) {
        this.cells = cells;
        this.medians = medians;
        this.window = window;
        this.rows = rows;
        this.total = cells.total(Selection.ALL, window);
    }

    void write() {
        for (Of of : Of.values()) {
            for (Dimension dimension : of.dimensions()) {
                for (String value : cells.values(Selection.ALL, dimension)) {
                    medians.in(of, dimension, value, window).ifPresent(bag -> median(of, dimension, value, bag));
                }
            }
        }
        ratio("divideRatio", Of.COMPUTE, Dimension.AFFILIATION, INDUSTRY, ACADEMIA);
        ratio("hardwareRatio", Of.FLEET, Dimension.INDUSTRY, YES, NO);
    }

    private void median(Of of, Dimension dimension, String value, CountedValues bag) {
        long unsaid = Unsaid.of(cells, Selection.ALL, dimension, value, window).releases();
        Totals here = cells.in(Selection.ALL, dimension, value, window);
        long imputed = of == Of.COMPUTE ? here.imputed() : 0;
        bag.median()
                .ifPresent(median -> rows.add(
                        new Place(of.measure(), of.selection(), dimension.label(), value),
                        figure(of, median, of.unit()),
                        new Reckoning(total.releases(), bag.size(), here.releases() - bag.size() + unsaid, imputed)));
    }

    private static Figure figure(Of of, double number, String unit) {
        return of.isEstimated() ? Figure.estimated(number, unit) : Figure.exact(number, unit);
    }

    private void ratio(String measure, Of of, Dimension dimension, String above, String below) {
        Optional<CountedValues> first = medians.in(of, dimension, above, window);
        Optional<CountedValues> second = medians.in(of, dimension, below, window);
        if (first.isEmpty() || second.isEmpty()) {
            return;
        }
        Totals both = cells.in(Selection.ALL, dimension, above, window)
                .plus(cells.in(Selection.ALL, dimension, below, window));
        long unsaid =
                cells.in(Selection.ALL, dimension, Dimension.UNKNOWN, window).releases();
        long members = (long) first.get().size() + second.get().size();
        double number = median(first.get()) / median(second.get());
        rows.add(
                new Place(measure, of.selection(), Dimension.TOTAL.label(), "all"),
                figure(of, number, "times"),
                new Reckoning(
                        total.releases(),
                        members,
                        both.releases() - members + unsaid,
                        of == Of.COMPUTE ? both.imputed() : 0));
    }

    private static double median(CountedValues bag) {
        OptionalDouble median = bag.median();
        return median.orElseThrow();
    }
}
