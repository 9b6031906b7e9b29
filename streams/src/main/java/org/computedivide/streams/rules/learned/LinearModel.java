package org.computedivide.streams.rules.learned;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computedivide.streams.rules.DataFile;

/**
 * A linear model over features that are there or not: the sum of the weights of those that are. The weights stand in a
 * data file with the columns feature, weight and source; the row {@link #BIAS} is always there, the row
 * {@link #THRESHOLD} is the least sum that counts as yes.
 */
public final class LinearModel {

    public static final String BIAS = "(bias)";
    public static final String THRESHOLD = "(threshold)";

    private final Map<String, Double> weights;
    private final double bias;
    private final double threshold;

    private LinearModel(Map<String, Double> weights) {
        this.weights = new HashMap<>(weights);
        this.bias = take(BIAS);
        this.threshold = take(THRESHOLD);
    }

    /** The model of a data file. */
    public static LinearModel of(String file) {
        Map<String, Double> weights = new HashMap<>();
        DataFile.rows(file)
                .forEach(row ->
                        weights.put(row.getOrDefault("feature", ""), Double.valueOf(row.getOrDefault("weight", "0"))));
        return new LinearModel(weights);
    }

    public boolean says(Set<String> features) {
        return score(features) >= threshold;
    }

    /** Bias and weights of the features, summed in the order of the set: log-odds where it was learned as a logistic regression. */
    public double score(Set<String> features) {
        return bias + sum(features);
    }

    /** The weights of the features alone. */
    public double sum(Set<String> features) {
        double sum = 0;
        for (String feature : features) {
            sum += weights.getOrDefault(feature, 0.0);
        }
        return sum;
    }

    /** The features of a set that weighed most for yes, the strongest first. */
    public List<String> strongest(Set<String> features, int most) {
        return features.stream()
                .filter(feature -> weights.getOrDefault(feature, 0.0) > 0)
                .sorted(Comparator.comparingDouble((String feature) -> -weights.getOrDefault(feature, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    private double take(String row) {
        Double value = weights.remove(row);
        if (value == null) {
            throw new IllegalStateException("the model has no row '%s'".formatted(row));
        }
        return value;
    }
}
