package org.computedivide.streams.rules.priors;

import java.util.Arrays;

/** The little linear algebra of the prior, in a fixed order of operations so that equal input gives equal bits. */
final class Matrices {

    private Matrices() {}

    /**
     * X of A X = B by Cholesky.
     *
     * @param a symmetric, positive definite
     */
    static double[][] solve(double[][] a, double[][] b) {
        double[][] l = cholesky(a);
        double[][] x = new double[b.length][];
        for (int i = 0; i < b.length; i++) {
            x[i] = Arrays.copyOf(b[i], b[i].length);
        }
        for (int c = 0; c < b[0].length; c++) {
            forward(l, x, c);
            backward(l, x, c);
        }
        return x;
    }

    private static void forward(double[][] l, double[][] x, int c) {
        for (int i = 0; i < l.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i][c] -= l[i][k] * x[k][c];
            }
            x[i][c] /= l[i][i];
        }
    }

    private static void backward(double[][] l, double[][] x, int c) {
        for (int i = l.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < l.length; k++) {
                x[i][c] -= l[k][i] * x[k][c];
            }
            x[i][c] /= l[i][i];
        }
    }

    private static double[][] cholesky(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j && sum <= 0) {
                    throw new IllegalArgumentException("matrix is not positive definite at row " + i);
                }
                l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
            }
        }
        return l;
    }

    /** The rows and columns named. */
    static double[][] part(double[][] a, int[] rows, int[] columns) {
        double[][] part = new double[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                part[i][j] = a[rows[i]][columns[j]];
            }
        }
        return part;
    }

    static double[] times(double[] row, double[][] a) {
        double[] product = new double[a[0].length];
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < product.length; j++) {
                product[j] += row[i] * a[i][j];
            }
        }
        return product;
    }
}
