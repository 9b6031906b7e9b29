package org.computedivide.streams.rules.draws;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Standard normal deviates: the midpoints of 4,096 equally likely slices, so that a draw is one look into a table. The
 * largest is 3.67. Rounded to 2^-30, which takes away what platforms may do differently in the last bits.
 */
final class Normal {

    private static final int BITS = 12;
    private static final int SLICES = 1 << BITS;
    private static final double GRAIN = 1 << 30;
    private static final double[] QUANTILES = quantiles();

    private Normal() {}

    /** The j-th deviate of the seed. */
    static double z(Seed seed, int j) {
        return QUANTILES[(int) (seed.bits(j) >>> (Long.SIZE - BITS))];
    }

    private static double[] quantiles() {
        var normal = NormalDistribution.of(0, 1);
        double[] quantiles = new double[SLICES];
        for (int i = 0; i < SLICES; i++) {
            quantiles[i] = StrictMath.rint(normal.inverseCumulativeProbability((i + 0.5) / SLICES) * GRAIN) / GRAIN;
        }
        return quantiles;
    }
}
