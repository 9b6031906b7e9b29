package org.computedivide.monitor.training;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** Learned weights as a data file of the rules, and as words for people. */
final class Weights {

    private static final double LEAST = 0.01;
    private static final int STRONGEST = 25;

    private Weights() {}

    /**
     * The rows of a data file.
     *
     * @param prefix stands before each feature where one file holds several models; else empty
     * @param source what the weights were learned from
     */
    static String rows(String prefix, Map<String, Double> weights, double threshold, String why, String source) {
        var text = new StringBuilder();
        text.append("\"%s(threshold)\",%s,\"%s\"\n".formatted(prefix, threshold, why));
        weights.forEach((feature, weight) -> {
            if (Math.abs(weight) >= LEAST || feature.equals(LogisticRegression.BIAS)) {
                text.append(
                        "\"%s%s\",%s,\"%s\"\n".formatted(prefix, feature.replace("\"", "\"\""), round(weight), source));
            }
        });
        return text.toString();
    }

    static String strongest(Map<String, Double> weights, int sign) {
        return weights.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -sign * entry.getValue()))
                .limit(STRONGEST)
                .map(entry -> String.format(Locale.ROOT, "%s %.2f", entry.getKey(), entry.getValue()))
                .toList()
                .toString();
    }

    static double round(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
