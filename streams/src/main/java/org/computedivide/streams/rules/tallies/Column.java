package org.computedivide.streams.rules.tallies;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.computedivide.avro.CountedRelease;
import org.computedivide.streams.rules.draws.Spread;
import org.jspecify.annotations.Nullable;

/**
 * The draws of one figure of all releases that have it, in the order of their family ids: sums of doubles are the same
 * to the last bit whatever order the releases came in.
 */
final class Column {

    static final int DRAWS = 200;

    private final List<CountedRelease> releases = new ArrayList<>();
    private final List<double[]> draws = new ArrayList<>();

    /**
     * @param all in the order of family ids
     * @param value the figure; null of a release that has none
     * @param spread how it is drawn
     */
    Column(
            List<CountedRelease> all,
            Function<CountedRelease, @Nullable Double> value,
            BiFunction<CountedRelease, Double, Spread> spread) {
        for (CountedRelease release : all) {
            Double figure = value.apply(release);
            if (figure != null) {
                stopWhenAsked();
                releases.add(release);
                draws.add(spread.apply(release, figure).draws(DRAWS));
            }
        }
    }

    /** Long work ends when its thread is to end. */
    static void stopWhenAsked() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }

    CountedRelease release(int place) {
        return releases.get(place);
    }

    /** The j-th draw. */
    double draw(int place, int j) {
        return draws.get(place)[j];
    }

    /** Those in a window. */
    Positions in(Window window, long today) {
        var inside = new Positions();
        for (int place = 0; place < releases.size(); place++) {
            if (window.holds(releases.get(place), today)) {
                inside.add(place);
            }
        }
        return inside;
    }

    /** The same by value of a dimension. */
    SortedMap<String, Positions> by(Dimension dimension, Positions inside) {
        var groups = new TreeMap<String, Positions>();
        for (int i = 0; i < inside.size(); i++) {
            int place = inside.get(i);
            for (String value : dimension.values(releases.get(place))) {
                groups.computeIfAbsent(value, key -> new Positions()).add(place);
            }
        }
        return groups;
    }

    /** The sum of a group in each draw. */
    double[] sums(Positions group) {
        double[] sums = new double[DRAWS];
        for (int i = 0; i < group.size(); i++) {
            double[] drawn = draws.get(group.get(i));
            for (int j = 0; j < DRAWS; j++) {
                sums[j] += drawn[j];
            }
        }
        return sums;
    }

    /** The median of a group in each draw. */
    double[] medians(Positions group) {
        stopWhenAsked();
        double[] medians = new double[DRAWS];
        double[] values = new double[group.size()];
        for (int j = 0; j < DRAWS; j++) {
            for (int i = 0; i < values.length; i++) {
                values[i] = draws.get(group.get(i))[j];
            }
            medians[j] = Median.of(values);
        }
        return medians;
    }

    /** In how many of a group a draw is on the far side of a line, in each draw. */
    double[] counts(Positions group, OverLines.Line line) {
        double[] counts = new double[DRAWS];
        for (int i = 0; i < group.size(); i++) {
            double[] drawn = draws.get(group.get(i));
            for (int j = 0; j < DRAWS; j++) {
                counts[j] += line.isReached(drawn[j]) ? 1 : 0;
            }
        }
        return counts;
    }
}
