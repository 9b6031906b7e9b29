package org.computedivide.monitor.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Scores of examples by weights that were learned without their families, and without those of the same fold. The folds
 * are drawn several times, since a figure over few releases depends on which families fall together.
 */
final class CrossValidation {

    private static final int FOLDS = 5;
    private static final int DRAWS = 6;

    private final LogisticRegression regression;

    CrossValidation(LogisticRegression regression) {
        this.regression = regression;
    }

    /** An example and its log-odds. */
    record Judged(Example example, double score) {}

    /** Each example once a draw of the folds. */
    List<Judged> judged(List<Example> examples) {
        var judged = new ArrayList<Judged>();
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int fold = 0; fold < FOLDS; fold++) {
                addFold(judged, examples, draw, fold);
            }
        }
        return judged;
    }

    private void addFold(List<Judged> judged, List<Example> examples, int draw, int fold) {
        Predicate<Example> out = example -> fold(example, draw) == fold;
        Map<String, Double> weights =
                regression.weights(examples.stream().filter(out.negate()).toList());
        examples.stream().filter(out).forEach(example -> judged.add(new Judged(example, score(weights, example))));
    }

    private static int fold(Example example, int draw) {
        return new SplittableRandom(
                        ((long) draw << Integer.SIZE) + example.family().hashCode())
                .nextInt(FOLDS);
    }

    private static double score(Map<String, Double> weights, Example example) {
        if (example.ruledOut()) {
            return Double.NEGATIVE_INFINITY;
        }
        return weights.getOrDefault(LogisticRegression.BIAS, 0.0)
                + example.features().stream()
                        .mapToDouble(feature -> weights.getOrDefault(feature, 0.0))
                        .sum();
    }

    /** How often a release scores above what is none: the area under the curve, which no threshold moves. */
    private static double area(List<Judged> judged) {
        double above = 0;
        double pairs = 0;
        for (Judged yes : judged) {
            for (Judged no : judged) {
                if (yes.example().yes() && !no.example().yes()) {
                    pairs++;
                    above += yes.score() > no.score() ? 1 : yes.score() < no.score() ? 0 : 0.5;
                }
            }
        }
        return above / Math.max(1, pairs);
    }

    /** Precision, recall, F1, false alarms in a hundred and the area under the curve, as one line. */
    static String figures(String name, List<Judged> judged, double threshold) {
        long right = judged.stream()
                .filter(one -> one.score() >= threshold && one.example().yes())
                .count();
        long said = judged.stream().filter(one -> one.score() >= threshold).count();
        long wanted = judged.stream().filter(one -> one.example().yes()).count();
        return "%s: %d, of them releases %d, precision %.3f, recall %.3f, F1 %.3f, false alarms per 100 %.1f, area %.3f"
                .formatted(
                        name,
                        judged.size() / DRAWS,
                        wanted / DRAWS,
                        (double) right / Math.max(1, said),
                        (double) right / Math.max(1, wanted),
                        2.0 * right / Math.max(1, said + wanted),
                        100.0 * (said - right) / Math.max(1, judged.size() - wanted),
                        area(judged));
    }
}
