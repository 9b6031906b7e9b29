package org.computedivide.streams.rules.trends;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Points in order, with the columns that fits are made from. */
final class Points {

    private final List<Dated> points;
    private final long[] days;
    private final double[] x;

    Points(Collection<Dated> points) {
        this.points = new ArrayList<>(points);
        this.points.sort(Dated.ORDER);
        this.days = this.points.stream().mapToLong(Dated::day).toArray();
        this.x = this.points.stream()
                .mapToDouble(point -> DecimalDate.of(point.day()))
                .toArray();
    }

    int size() {
        return points.size();
    }

    Dated get(int i) {
        return points.get(i);
    }

    /** Days since 1970-01-01, in order. */
    long[] days() {
        return days;
    }

    double x(int i) {
        return x[i];
    }

    /** Compute as it stands, FLOP. */
    double[] stated() {
        return points.stream().mapToDouble(Dated::compute).toArray();
    }

    /** The j-th draw of every compute, FLOP. */
    double[] drawn(int j) {
        return points.stream().mapToDouble(point -> point.spread().draw(j)).toArray();
    }

    /** The points that pass. */
    int[] where(IntPredicate passes) {
        return IntStream.range(0, points.size()).filter(passes).toArray();
    }
}
