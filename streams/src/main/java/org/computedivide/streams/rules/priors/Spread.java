package org.computedivide.streams.rules.priors;

import java.util.List;

/**
 * How much wider or narrower than the joint normal says a prediction must be: some kinds of release scatter more than others around
 * what is usual. Log-linear in a few terms.
 */
final class Spread {

    /** Names of the terms, in the order of the coefficients. */
    static final List<String> TERMS = List.of(
            "constant",
            "base",
            "smaller",
            "other",
            "academia",
            "fleet",
            "hours",
            "cue-large",
            "cue-benchmark-language",
            "cue-recurrent",
            "earlier");

    private static final int ROUNDS = 60;
    private static final double FREEDOM = 6;
    private static final double RIDGE = 4;

    /** Sizes below this scatter the more the smaller they are, for three decades. */
    private static final double USUAL_SIZE = 10;

    private static final double DECADES = 3;
    private static final double USUAL_YEAR = 2018;

    private final double[] coefficients;

    /** Takes the fitted array, which is not changed after. */
    Spread(double[] coefficients) {
        this.coefficients = coefficients;
    }

    double[] coefficients() {
        return coefficients;
    }

    /** Everything as wide as the joint normal says. */
    static Spread none() {
        return new Spread(new double[TERMS.size()]);
    }

    /** By how much the standard deviation of a prediction is to be multiplied. */
    double factor(Traits traits, Quantities seen) {
        double[] terms = terms(traits, seen);
        double log = 0;
        for (int t = 0; t < terms.length; t++) {
            log += coefficients[t] * terms[t];
        }
        return StrictMath.exp(log);
    }

    private static double[] terms(Traits traits, Quantities seen) {
        double size = seen.parameters();
        return new double[] {
            1,
            one(traits.base()),
            Double.isNaN(size) ? 0 : Math.max(0, Math.min(DECADES, USUAL_SIZE - size)),
            one(!traits.isLanguage()),
            one(traits.affiliation().equals("academia")),
            one(!Double.isNaN(seen.fleet())),
            one(!Double.isNaN(seen.hours())),
            one(traits.cues().contains("large")),
            one(traits.cues().contains("benchmark-language")),
            one(traits.cues().contains("recurrent")),
            Math.max(0, USUAL_YEAR - traits.year()) / 10
        };
    }

    private static double one(boolean is) {
        return is ? 1 : 0;
    }

    /** A prediction for what had been held out: its error over the standard deviation that the joint normal gave it. */
    record Miss(Traits traits, Quantities seen, double ratio) {}

    /**
     * The likeliest scale of Student errors, with a ridge on all terms but the constant, by a fixed number of scoring steps: equal
     * misses give equal bits.
     */
    static Spread fit(List<Miss> misses) {
        double[][] x =
                misses.stream().map(miss -> terms(miss.traits(), miss.seen())).toArray(double[][]::new);
        double[][] information = information(x);
        double[] coefficients = new double[TERMS.size()];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] step = Matrices.solve(information, slope(x, misses, coefficients));
            for (int t = 0; t < coefficients.length; t++) {
                coefficients[t] -= step[t][0];
            }
        }
        return new Spread(coefficients);
    }

    private static double[][] information(double[][] x) {
        double each = 2 * FREEDOM / (FREEDOM + 3);
        double[][] sum = new double[TERMS.size()][TERMS.size()];
        for (int t = 0; t < sum.length; t++) {
            sum[t][t] = t == 0 ? 0 : RIDGE;
            for (double[] row : x) {
                for (int s = 0; s < sum.length; s++) {
                    sum[t][s] += each * row[t] * row[s];
                }
            }
        }
        return sum;
    }

    private static double[][] slope(double[][] x, List<Miss> misses, double[] coefficients) {
        Spread now = new Spread(coefficients);
        double[][] slope = new double[coefficients.length][1];
        for (int t = 1; t < slope.length; t++) {
            slope[t][0] = RIDGE * coefficients[t];
        }
        for (int i = 0; i < x.length; i++) {
            Miss miss = misses.get(i);
            double scaled = miss.ratio() / now.factor(miss.traits(), miss.seen());
            double square = scaled * scaled;
            double pull = 1 - (FREEDOM + 1) * square / (FREEDOM + square);
            for (int t = 0; t < slope.length; t++) {
                slope[t][0] += pull * x[i][t];
            }
        }
        return slope;
    }
}
