package org.computedivide.streams.rules.thresholds;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.computedivide.avro.Compute;

/** The probability that a log-normal estimate exceeds a line. */
public final class Exceedance {

    /** Curated tables mark values by their last digits (1.92000001e21): such a difference is none. */
    private static final double SAME = 1e-6;

    private static final double Z90 = 1.6448536269514722;
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Exceedance() {}

    /** Probability in [0, 1]; an exact value on the line exceeds it only when {@code atLeast}. */
    public static double probability(Compute compute, double line, boolean atLeast) {
        return probability(compute.getValue(), sigma(compute), line, atLeast);
    }

    /** The same, of a value with the standard deviation of its log10. */
    public static double probability(double value, double sigma, double line, boolean atLeast) {
        double distance = StrictMath.log10(value / line);
        if (sigma > 0) {
            return STANDARD.survivalProbability(-distance / sigma);
        }
        boolean same = Math.abs(value / line - 1) <= SAME;
        return (same ? atLeast : distance > 0) ? 1 : 0;
    }

    private static double sigma(Compute compute) {
        boolean fromInterval = compute.getSigma() <= 0 && compute.getLow() > 0 && compute.getHigh() > compute.getLow();
        return fromInterval ? StrictMath.log10(compute.getHigh() / compute.getLow()) / (2 * Z90) : compute.getSigma();
    }
}
