package org.computedivide.streams.rules.tallies;

import java.util.Optional;
import java.util.OptionalDouble;
import org.computedivide.streams.rules.tallies.Concentration.Holding;
import org.computedivide.streams.rules.tallies.Concentration.Holdings;
import org.computedivide.streams.rules.tallies.Concentration.Way;
import org.computedivide.streams.rules.tallies.RowWriter.Figure;
import org.computedivide.streams.rules.tallies.RowWriter.Place;
import org.computedivide.streams.rules.tallies.RowWriter.Reckoning;

/** Medians, the ratio of industry's to academia's, and how concentrated compute is on few makers. */
final class ComputeRows {

    private static final String INDUSTRY = "industry";
    private static final String ACADEMIA = "academia";
    private static final int LARGEST = 10;
    private static final int[] TOPS = {1, 3, 10};

    private final Cells cells;
    private final Window window;
    private final RowWriter rows;
    private final Totals total;

    ComputeRows(Cells cells, Window window, RowWriter rows) {
        this.cells = cells;
        this.window = window;
        this.rows = rows;
        this.total = cells.total(Selection.ALL, window);
    }

    void write(Medians medians, Concentration concentration) {
        for (Dimension dimension : Medians.DIMENSIONS) {
            for (String value : cells.values(Selection.ALL, dimension)) {
                medians.in(dimension, value, window).ifPresent(bag -> median(dimension, value, bag));
            }
        }
        ratio(medians);
        for (Way way : Way.values()) {
            concentration.in(way, window).ifPresent(holdings -> concentration(way, holdings));
        }
    }

    private void median(Dimension dimension, String value, CountedValues bag) {
        long unsaid = Unsaid.of(cells, Selection.ALL, dimension, value, window).releases();
        Totals here = cells.in(Selection.ALL, dimension, value, window);
        bag.median()
                .ifPresent(median -> add(
                        "medianCompute",
                        dimension.label(),
                        value,
                        Figure.of(median, "FLOP", Optional.empty()),
                        new Reckoning(
                                total.releases(), bag.size(), here.releases() - bag.size() + unsaid, here.imputed())));
    }

    private void ratio(Medians medians) {
        OptionalDouble industry = median(medians, INDUSTRY);
        OptionalDouble academia = median(medians, ACADEMIA);
        if (industry.isEmpty() || academia.isEmpty()) {
            return;
        }
        Totals both = affiliation(INDUSTRY).plus(affiliation(ACADEMIA));
        long unsaid = affiliation(Dimension.UNKNOWN).releases();
        add(
                "divideRatio",
                Dimension.TOTAL.label(),
                "all",
                Figure.of(industry.getAsDouble() / academia.getAsDouble(), "times", Optional.empty()),
                new Reckoning(
                        total.releases(),
                        both.withCompute(),
                        both.releases() - both.withCompute() + unsaid,
                        both.imputed()));
    }

    private OptionalDouble median(Medians medians, String affiliation) {
        return medians.in(Dimension.AFFILIATION, affiliation, window)
                .map(CountedValues::median)
                .orElse(OptionalDouble.empty());
    }

    private Totals affiliation(String value) {
        return cells.in(Selection.ALL, Dimension.AFFILIATION, value, window);
    }

    private void concentration(Way way, Holdings holdings) {
        var all = new Reckoning(total.releases(), total.summed(), total.releases() - total.summed(), total.imputed());
        holdings.herfindahl()
                .ifPresent(index ->
                        add("hhi", "concentration", way.label(), Figure.of(index, "index", Optional.empty()), all));
        var makers = Figure.of((double) holdings.size(), "organizations", Optional.empty());
        add("organizations", "concentration", way.label(), makers, all);
        if (holdings.herfindahl().isEmpty()) {
            return;
        }
        for (int top : TOPS) {
            var share = Figure.of(holdings.shareOfLargest(top), "fraction", Optional.empty());
            add("top" + top + "Share", "concentration", way.label(), share, all);
        }
        holdings.largest(LARGEST).forEach(holding -> share(way, holdings, holding));
    }

    private void share(Way way, Holdings holdings, Holding holding) {
        var share = Figure.of(holdings.share(holding), "fraction", Optional.empty());
        String dimension = way == Way.EQUAL_SPLIT ? "organization" : "firstOrganization";
        long unknown = total.releases() - total.summed();
        var of = new Reckoning(total.releases(), holding.releases(), unknown, 0);
        add("computeShare", dimension, holding.name(), share, of);
    }

    private void add(String measure, String dimension, String value, Figure figure, Reckoning of) {
        rows.add(new Place(measure, Selection.ALL.withCompute(), dimension, value), figure, of);
    }
}
