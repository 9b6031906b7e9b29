package org.computedivide.streams.rules.trends;

import java.util.Optional;

/**
 * Ordinary least squares of y on x.
 *
 * @param n points
 * @param slope Sxy/Sxx
 * @param intercept mean of y − slope · mean of x
 * @param r2 1 − SSE/Syy
 * @param slopeStdErr sqrt(SSE/(n − 2)/Sxx)
 */
record Regression(int n, double slope, double intercept, double r2, double slopeStdErr) {

    private static final double LOG10_2 = StrictMath.log10(2);

    /** Empty when fewer than three points, or points on one date or of one height, leave nothing to fit. */
    static Optional<Regression> of(double[] x, double[] y) {
        int n = x.length;
        double meanX = mean(x);
        double meanY = mean(y);
        double sxx = products(x, meanX, x, meanX);
        double sxy = products(x, meanX, y, meanY);
        double syy = products(y, meanY, y, meanY);
        if (n < 3 || !(sxx > 0) || !(syy > 0)) {
            return Optional.empty();
        }
        double slope = sxy / sxx;
        double intercept = meanY - slope * meanX;
        double sse = 0;
        for (int i = 0; i < n; i++) {
            double error = (y[i] - meanY) - slope * (x[i] - meanX);
            sse += error * error;
        }
        return Optional.of(new Regression(n, slope, intercept, 1 - sse / syy, StrictMath.sqrt(sse / (n - 2) / sxx)));
    }

    /** Factor of growth in a year. */
    double growthPerYear() {
        return StrictMath.pow(10, slope);
    }

    /** Months in which compute doubles. */
    double doublingMonths() {
        return doublingMonths(slope);
    }

    static double doublingMonths(double slope) {
        return 12 * LOG10_2 / slope;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double products(double[] a, double meanA, double[] b, double meanB) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum;
    }
}
