package org.computedivide.streams.rules.priors;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits a joint normal to rows in which most quantities are unknown: expectation-maximisation with weights of Student's t, so
 * that single wild rows do not bend it, and a ridge on all terms but time. A fixed number of rounds and a fixed order: equal rows
 * give equal bits.
 */
final class JointFit {

    private static final int ROUNDS = 40;
    private static final double FREEDOM = 8;
    private static final double RIDGE = 4;
    private static final double RIDGE_OF_TIME = 0.01;

    private final double[][] x;
    private final double[][] y;
    private final int terms;
    private final int quantities = Quantities.NAMES.size();
    private double[][] coefficients;
    private double[][] covariance;
    private double[][] filled;
    private double[][] uncertain;
    private double[] weights;

    private JointFit(List<Row> rows) {
        this.x = rows.stream().map(row -> row.traits().values()).toArray(double[][]::new);
        this.y = rows.stream().map(row -> row.values().values()).toArray(double[][]::new);
        this.terms = Traits.names().size();
        this.coefficients = new double[terms][quantities];
        this.covariance = new double[quantities][quantities];
        this.filled = new double[y.length][quantities];
        this.uncertain = new double[quantities][quantities];
        this.weights = new double[y.length];
    }

    static JointNormal of(List<Row> rows) {
        JointFit fit = new JointFit(rows);
        fit.begin();
        for (int round = 0; round < ROUNDS; round++) {
            fit.expect();
            fit.maximise();
        }
        return new JointNormal(fit.coefficients, fit.covariance);
    }

    private void begin() {
        for (int q = 0; q < quantities; q++) {
            int column = q;
            double[] known = Arrays.stream(y)
                    .mapToDouble(row -> row[column])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            double mean = Arrays.stream(known).average().orElse(0);
            coefficients[0][q] = mean;
            covariance[q][q] = Arrays.stream(known)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(1);
        }
    }

    /** Fills what is unknown by what is expected of it, and keeps how uncertain that is. */
    private void expect() {
        uncertain = new double[quantities][quantities];
        for (int i = 0; i < y.length; i++) {
            expect(i);
        }
    }

    private void expect(int i) {
        int[] known = positions(i, false);
        double[] means = Matrices.times(x[i], coefficients);
        filled[i] = means.clone();
        weights[i] = 0;
        if (known.length == 0) {
            return;
        }
        double[][] errors = new double[known.length][1];
        for (int k = 0; k < known.length; k++) {
            errors[k][0] = y[i][known[k]] - means[known[k]];
            filled[i][known[k]] = y[i][known[k]];
        }
        double[][] among = Matrices.part(covariance, known, known);
        double[][] solved = Matrices.solve(among, errors);
        double distance = 0;
        for (int k = 0; k < known.length; k++) {
            distance += errors[k][0] * solved[k][0];
        }
        weights[i] = (FREEDOM + known.length) / (FREEDOM + distance);
        fill(i, known, among, solved);
    }

    private void fill(int i, int[] known, double[][] among, double[][] solved) {
        int[] unknown = positions(i, true);
        if (unknown.length == 0) {
            return;
        }
        double[][] cross = Matrices.part(covariance, known, unknown);
        double[][] gain = Matrices.solve(among, cross);
        for (int u = 0; u < unknown.length; u++) {
            for (int k = 0; k < known.length; k++) {
                filled[i][unknown[u]] += cross[k][u] * solved[k][0];
            }
            for (int v = 0; v < unknown.length; v++) {
                double explained = 0;
                for (int k = 0; k < known.length; k++) {
                    explained += cross[k][u] * gain[k][v];
                }
                uncertain[unknown[u]][unknown[v]] += covariance[unknown[u]][unknown[v]] - explained;
            }
        }
    }

    private int[] positions(int i, boolean unknown) {
        return IntStream.range(0, quantities)
                .filter(q -> Double.isNaN(y[i][q]) == unknown)
                .toArray();
    }

    private void maximise() {
        double[][] normal = new double[terms][terms];
        double[][] right = new double[terms][quantities];
        for (int t = 0; t < terms; t++) {
            normal[t][t] = t < Traits.TERMS_OF_TIME ? RIDGE_OF_TIME : RIDGE;
        }
        for (int i = 0; i < y.length; i++) {
            addTo(normal, right, i);
        }
        coefficients = Matrices.solve(normal, right);
        covariance = spread();
    }

    private void addTo(double[][] normal, double[][] right, int i) {
        for (int t = 0; t < terms; t++) {
            double weighted = weights[i] * x[i][t];
            if (weighted != 0) {
                for (int s = 0; s < terms; s++) {
                    normal[t][s] += weighted * x[i][s];
                }
                for (int q = 0; q < quantities; q++) {
                    right[t][q] += weighted * filled[i][q];
                }
            }
        }
    }

    private double[][] spread() {
        double[][] sum = new double[quantities][quantities];
        int used = 0;
        for (int i = 0; i < y.length; i++) {
            double[] means = Matrices.times(x[i], coefficients);
            used += weights[i] > 0 ? 1 : 0;
            for (int p = 0; p < quantities; p++) {
                for (int q = 0; q < quantities; q++) {
                    sum[p][q] += weights[i] * (filled[i][p] - means[p]) * (filled[i][q] - means[q]);
                }
            }
        }
        for (int p = 0; p < quantities; p++) {
            for (int q = 0; q < quantities; q++) {
                sum[p][q] = (sum[p][q] + uncertain[p][q]) / used + (p == q ? 1e-6 : 0);
            }
        }
        return sum;
    }
}
