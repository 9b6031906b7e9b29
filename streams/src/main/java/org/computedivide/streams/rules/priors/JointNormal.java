package org.computedivide.streams.rules.priors;

import java.util.stream.IntStream;

/**
 * The quantities of a training as one normal distribution in log10, with means that are linear in the traits of a release.
 * Whatever is known of them narrows the others: this is one formula for chips without hours, parameters without tokens, and so
 * on.
 */
final class JointNormal {

    private final double[][] coefficients;
    private final double[][] covariance;

    /**
     * Takes the fitted arrays, which are not changed after.
     *
     * @param coefficients a row for each trait, a column for each quantity
     * @param covariance of the quantities around their means
     */
    JointNormal(double[][] coefficients, double[][] covariance) {
        this.coefficients = coefficients;
        this.covariance = covariance;
    }

    double[][] coefficients() {
        return coefficients;
    }

    double[][] covariance() {
        return covariance;
    }

    /** Mean and standard deviation of log10 compute. */
    record Expected(double mean, double sigma) {}

    /** Compute, given traits and whatever other quantity is not NaN. */
    Expected compute(double[] traits, double[] quantities) {
        double[] means = Matrices.times(traits, coefficients);
        int[] known = IntStream.range(1, quantities.length)
                .filter(q -> !Double.isNaN(quantities[q]))
                .toArray();
        if (known.length == 0) {
            return new Expected(means[0], StrictMath.sqrt(covariance[0][0]));
        }
        double[][] cross = Matrices.part(covariance, known, new int[] {0});
        double[][] gain = Matrices.solve(Matrices.part(covariance, known, known), cross);
        double mean = means[0];
        double variance = covariance[0][0];
        for (int i = 0; i < known.length; i++) {
            mean += gain[i][0] * (quantities[known[i]] - means[known[i]]);
            variance -= gain[i][0] * cross[i][0];
        }
        return new Expected(mean, StrictMath.sqrt(Math.max(variance, 1e-4)));
    }
}
