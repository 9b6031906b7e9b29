package org.computedivide.streams.rules.tallies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.computedivide.avro.CountedRelease;
import org.computedivide.streams.rules.draws.Percentiles;
import org.computedivide.streams.rules.draws.RunningTop;
import org.computedivide.streams.rules.draws.Spread;
import org.computedivide.streams.rules.tallies.RowWriter.Place;

/** Which headline variants are in which selection in each draw: records are made anew from what was drawn. */
final class RankedDraws {

    private static final int TEN = 10;

    private record Value(Dimension dimension, String value) {

        private Value unknown() {
            return new Value(dimension, Dimension.UNKNOWN);
        }
    }

    private static final Value WHOLE = new Value(Dimension.TOTAL, "all");

    private final List<Ranked> variants = new ArrayList<>();
    private final long[] days;
    private final List<Value> values = new ArrayList<>();
    private final Map<Value, Integer> numbers = new HashMap<>();
    private final int[][] valuesOf;
    private final Map<Selection, BitSet[]> kept = new HashMap<>();

    RankedDraws(List<CountedRelease> releases, long today) {
        for (CountedRelease release : releases) {
            if (release.getDated()) {
                release.getHeadlines().stream()
                        .filter(headline -> headline.getDay() <= today)
                        .forEach(headline -> variants.add(new Ranked(release, headline)));
            }
        }
        variants.sort(Ranked.BY_DAY);
        this.days = variants.stream().mapToLong(Ranked::day).toArray();
        this.valuesOf = valuesOf();
        Selection.RANKED.forEach(selection -> kept.put(selection, new BitSet[Column.DRAWS]));
        double[][] drawn = variants.stream().map(RankedDraws::draws).toArray(double[][]::new);
        for (int j = 0; j < Column.DRAWS; j++) {
            Column.stopWhenAsked();
            select(j, column(drawn, j));
        }
    }

    private int[][] valuesOf() {
        int[][] all = new int[variants.size()][];
        for (int i = 0; i < all.length; i++) {
            CountedRelease release = variants.get(i).release();
            all[i] = Selection.CLASSES.stream()
                    .flatMap(dimension -> dimension.values(release).stream().map(value -> new Value(dimension, value)))
                    .mapToInt(value -> numbers.computeIfAbsent(value, this::number))
                    .toArray();
        }
        return all;
    }

    private int number(Value value) {
        values.add(value);
        return values.size() - 1;
    }

    private static double[] draws(Ranked variant) {
        String id = variant.release().getFamilyId();
        String name = variant.headline().getVariant().isEmpty()
                ? id
                : id + " " + variant.headline().getVariant();
        return new Spread(
                        name,
                        variant.compute(),
                        variant.headline().getSigma(),
                        CountedReleases.method(variant.release(), variant.headline()),
                        variant.day())
                .draws(Column.DRAWS);
    }

    private static double[] column(double[][] drawn, int j) {
        double[] column = new double[drawn.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = drawn[i][j];
        }
        return column;
    }

    private void select(int j, double[] compute) {
        for (int k : RunningTops.SIZES) {
            boolean[] top = RunningTop.of(k, days, compute);
            keep(Selection.runningTop(k), j, i -> top[i]);
        }
        Selection.AT_LEAST.forEach((tier, selection) -> keep(selection, j, i -> compute[i] >= tier.line()));
        double[] tenth = tenthOfYear(compute);
        keep(Selection.TOP_10_PER_YEAR, j, i -> compute[i] >= tenth[i]);
    }

    private void keep(Selection selection, int j, IntPredicate passes) {
        var bits = new BitSet(days.length);
        for (int i = 0; i < days.length; i++) {
            bits.set(i, passes.test(i));
        }
        kept.getOrDefault(selection, new BitSet[Column.DRAWS])[j] = bits;
    }

    /** For each variant the tenth largest compute of its year; nothing when the year has fewer. */
    private double[] tenthOfYear(double[] compute) {
        double[] tenth = new double[compute.length];
        int begin = 0;
        while (begin < compute.length) {
            int end = place(LocalDate.of(LocalDate.ofEpochDay(days[begin]).getYear() + 1, 1, 1)
                    .toEpochDay());
            double[] year = Arrays.copyOfRange(compute, begin, end);
            Arrays.sort(year);
            Arrays.fill(tenth, begin, end, year.length < TEN ? 0 : year[year.length - TEN]);
            begin = end;
        }
        return tenth;
    }

    /** How many variants are dated before the day. */
    private int place(long day) {
        int low = 0;
        int high = days.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Adds the intervals of the counts and shares of a window. */
    void in(Window window, long today, Map<Place, Percentiles> intervals) {
        if (window.kind() == Window.Kind.UNDATED) {
            return;
        }
        int from = place(window.from(today));
        int to = place(window.to(today) + 1);
        for (Selection selection : Selection.RANKED) {
            Column.stopWhenAsked();
            count(selection, from, to, intervals);
        }
    }

    private void count(Selection selection, int from, int to, Map<Place, Percentiles> intervals) {
        BitSet[] draws = kept.getOrDefault(selection, new BitSet[0]);
        var counts = new TreeMap<Integer, double[]>();
        for (int j = 0; j < draws.length; j++) {
            for (int i = draws[j].nextSetBit(from); i >= 0 && i < to; i = draws[j].nextSetBit(i + 1)) {
                for (int value : valuesOf[i]) {
                    counts.computeIfAbsent(value, key -> new double[Column.DRAWS])[j]++;
                }
            }
        }
        counts.forEach((number, count) -> {
            Value value = values.get(number);
            intervals.put(place("releases", selection, value), Percentiles.of(count));
            if (value.dimension() != Dimension.TOTAL && !value.value().equals(Dimension.UNKNOWN)) {
                double[] shares = shares(count, counts(counts, WHOLE), counts(counts, value.unknown()));
                intervals.put(place("releaseShare", selection, value), Percentiles.of(shares));
            }
        });
    }

    private double[] counts(Map<Integer, double[]> counts, Value value) {
        return counts.getOrDefault(numbers.getOrDefault(value, -1), new double[Column.DRAWS]);
    }

    /** Of the known, in the draws in which there are any. */
    private static double[] shares(double[] part, double[] whole, double[] unknown) {
        return IntStream.range(0, part.length)
                .filter(j -> whole[j] > unknown[j])
                .mapToDouble(j -> part[j] / (whole[j] - unknown[j]))
                .toArray();
    }

    private static Place place(String measure, Selection selection, Value value) {
        return new Place(measure, selection.label(), value.dimension().label(), value.value());
    }
}
