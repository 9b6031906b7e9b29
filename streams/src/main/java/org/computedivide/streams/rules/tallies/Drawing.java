package org.computedivide.streams.rules.tallies;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.computedivide.avro.CountedRelease;
import org.computedivide.streams.rules.draws.Percentiles;
import org.computedivide.streams.rules.draws.Spread;
import org.computedivide.streams.rules.tallies.Concentration.Way;
import org.computedivide.streams.rules.tallies.Drawn.Intervals;
import org.computedivide.streams.rules.tallies.RowWriter.Place;

/**
 * Intervals of every row that rests on estimates: each release is drawn 200 times from its own interval, and in each draw
 * sums, shares, medians, concentration, counts over lines and selections are made anew. A picture of the releases at one
 * moment, so that another thread can draw while releases go on coming.
 */
final class Drawing {

    private static final int LARGEST = 15;
    private static final String TOTAL = "all";

    private final List<CountedRelease> releases;
    private final Map<Window, Long> versions;
    private final long today;

    /**
     * @param releases that have a figure with an interval, in the order of family ids
     * @param versions the windows asked for, and what they are like now
     * @param today days since 1970-01-01
     */
    Drawing(Collection<CountedRelease> releases, Map<Window, Long> versions, long today) {
        this.releases = List.copyOf(releases);
        this.versions = Map.copyOf(versions);
        this.today = today;
    }

    /** Seconds of work when there are many; ends with a CancellationException when its thread is interrupted. */
    Drawn draw() {
        var amounts = new EnumMap<Amount, Column>(Amount.class);
        for (Amount amount : Amount.values()) {
            amounts.put(amount, new Column(releases, amount::of, amount::spread));
        }
        var cumulative = new Column(releases, CountedRelease::getCumulative, Drawing::spread);
        var ranked = new RankedDraws(releases, today);
        var windows = new HashMap<Window, Intervals>();
        versions.forEach((window, version) -> {
            var rows = new InOneWindow(window);
            amounts.forEach(rows::sums);
            rows.medians(Medians.Of.COMPUTE, cumulative);
            rows.medians(Medians.Of.COST, amounts.getOrDefault(Amount.COST, cumulative));
            rows.lines(cumulative);
            rows.concentration(amounts.getOrDefault(Amount.COMPUTE, cumulative));
            ranked.in(window, today, rows.intervals);
            windows.put(window, new Intervals(version, rows.intervals));
        });
        return new Drawn(windows);
    }

    private static Spread spread(CountedRelease release, double flop) {
        return new Spread(release.getFamilyId(), flop, release.getSigma(), release.getMethod(), release.getDay());
    }

    /** Draws of all rows of one window. */
    private final class InOneWindow {

        private final Window window;
        private final Map<Place, Percentiles> intervals = new HashMap<>();

        InOneWindow(Window window) {
            this.window = window;
        }

        void sums(Amount amount, Column column) {
            Column.stopWhenAsked();
            Positions inside = column.in(window, today);
            double[] whole = column.sums(inside);
            for (Dimension dimension : Dimension.values()) {
                if (amount.isToldBy(dimension)) {
                    column.by(dimension, inside).forEach((value, group) -> {
                        double[] sums = column.sums(group);
                        put(amount.measure(), amount.selection(), dimension.label(), value, sums);
                        if (amount == Amount.COMPUTE && dimension != Dimension.TOTAL) {
                            put("computeShare", amount.selection(), dimension.label(), value, ratios(sums, whole));
                        }
                    });
                }
            }
        }

        void medians(Medians.Of of, Column column) {
            Positions inside = column.in(window, today);
            for (Dimension dimension : of.dimensions()) {
                SortedMap<String, double[]> medians = new TreeMap<>();
                column.by(dimension, inside).forEach((value, group) -> medians.put(value, column.medians(group)));
                medians.forEach((value, drawn) -> put(of.measure(), of.selection(), dimension.label(), value, drawn));
                double[] industry = medians.get("industry");
                double[] academia = medians.get("academia");
                if (of == Medians.Of.COMPUTE && industry != null && academia != null) {
                    put("divideRatio", of.selection(), "total", TOTAL, ratios(industry, academia));
                }
            }
        }

        void lines(Column cumulative) {
            Positions inside = cumulative.in(window, today);
            for (OverLines.Line line : OverLines.LINES) {
                var concerned = new Positions();
                for (int i = 0; i < inside.size(); i++) {
                    if (line.concerns(cumulative.release(inside.get(i)))) {
                        concerned.add(inside.get(i));
                    }
                }
                if (concerned.size() > 0) {
                    counts(line, cumulative.counts(concerned, line));
                }
            }
        }

        private void counts(OverLines.Line line, double[] counts) {
            for (String measure : LineRows.MEASURES) {
                put(measure, Selection.ALL.label(), line.dimension().label(), line.id(), counts);
            }
            if (line.dimension() == Dimension.TIER) {
                put("releases", Selection.ALL.label(), line.dimension().label(), line.id(), counts);
            }
        }

        void concentration(Column added) {
            Positions inside = added.in(window, today);
            for (Way way : Way.values()) {
                Column.stopWhenAsked();
                concentration(way, added, inside);
            }
        }

        private void concentration(Way way, Column added, Positions inside) {
            var held = new TreeMap<String, double[]>();
            for (int i = 0; i < inside.size(); i++) {
                int place = inside.get(i);
                List<String> holders = way.holders(added.release(place));
                for (String holder : holders) {
                    double[] sums = held.computeIfAbsent(holder, key -> new double[Column.DRAWS]);
                    for (int j = 0; j < Column.DRAWS; j++) {
                        sums[j] += added.draw(place, j) / holders.size();
                    }
                }
            }
            double[] whole = added.sums(inside);
            List<double[]> shares =
                    held.values().stream().map(sums -> ratios(sums, whole)).toList();
            if (!shares.isEmpty()) {
                put("hhi", "withCompute", ComputeRows.CONCENTRATION, way.label(), squares(shares));
                for (int top : ComputeRows.TOPS) {
                    put("top" + top + "Share", "withCompute", ComputeRows.CONCENTRATION, way.label(), top(shares, top));
                }
                largest(held).forEach(holder -> {
                    double[] part = ratios(holder.getValue(), whole);
                    put("computeShare", "withCompute", way.holderLabel(), holder.getKey(), part);
                });
            }
        }

        private List<Map.Entry<String, double[]>> largest(SortedMap<String, double[]> held) {
            return held.entrySet().stream()
                    .sorted(Comparator.comparingDouble((Map.Entry<String, double[]> entry) ->
                            -Arrays.stream(entry.getValue()).sum()))
                    .limit(LARGEST)
                    .toList();
        }

        private void put(String measure, String selection, String dimension, String value, double[] sample) {
            intervals.put(new Place(measure, selection, dimension, value), Percentiles.of(sample));
        }
    }

    private static double[] ratios(double[] part, double[] whole) {
        double[] ratios = new double[part.length];
        for (int j = 0; j < ratios.length; j++) {
            ratios[j] = part[j] / whole[j];
        }
        return ratios;
    }

    private static double[] squares(List<double[]> shares) {
        double[] sums = new double[Column.DRAWS];
        for (double[] share : shares) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += share[j] * share[j];
            }
        }
        return sums;
    }

    private static double[] top(List<double[]> shares, int most) {
        double[] sums = new double[Column.DRAWS];
        for (int j = 0; j < sums.length; j++) {
            int draw = j;
            sums[j] = shares.stream()
                    .map(share -> share[draw])
                    .sorted(Comparator.reverseOrder())
                    .limit(most)
                    .mapToDouble(Double::doubleValue)
                    .sum();
        }
        return sums;
    }
}
