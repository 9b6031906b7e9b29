package org.computedivide.streams.rules.draws;

import java.util.Arrays;

/** The 5th and 95th percentile of a sample by linear interpolation (type 7 of Hyndman and Fan 1996, the default of R). */
public record Percentiles(double low, double high) {

    /** Of a sample that is not empty, in any order. */
    public static Percentiles of(double[] sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("percentiles of nothing");
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return new Percentiles(at(sorted, 0.05), at(sorted, 0.95));
    }

    /** A percentile of a sorted sample. */
    public static double at(double[] sorted, double p) {
        double rank = p * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
