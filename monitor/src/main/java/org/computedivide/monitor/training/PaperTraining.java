package org.computedivide.monitor.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.computedivide.monitor.training.CrossValidation.Judged;
import org.jspecify.annotations.Nullable;

/**
 * Learns {@code paper-model.csv}. Five-fold cross-validation, six times, over families tells how well it does on papers it has not
 * seen, and sets the threshold: the least with at most {@link #FALSE_ALARMS} per hundred of the papers that were drawn
 * at random and read. The weights are then learned from all cases.
 */
public final class PaperTraining {

    /** Fewer would lose a quarter of the releases; more are mostly methods that are called models. */
    private static final double FALSE_ALARMS = 2.5;

    private static final double PENALTY = 0.05;
    private static final int LEAST_CASES = 5;

    private final LogisticRegression regression = new LogisticRegression(PENALTY, LEAST_CASES);

    /**
     * Trains, writes the weights and prints the figures.
     *
     * @param labels folder with {@code detection/arxiv-weak.jsonl} and {@code detection/arxiv-read.jsonl}
     * @param recorded folder of gzipped arXiv entries with the texts of our own list, or null to leave that out
     * @param file where the weights go
     */
    public void run(Path labels, @Nullable Path recorded, Path file, PrintWriter out) throws IOException {
        var cases = new ArrayList<>(PaperCases.labelled(labels));
        if (recorded != null) {
            cases.addAll(PaperCases.own(recorded));
        }
        List<Judged> judged = new CrossValidation(regression).judged(cases);
        double threshold = threshold(judged);
        for (String origin : List.of(Example.READ, Example.WEAK, Example.CHOSEN, Example.DOUBTFUL)) {
            out.println(CrossValidation.figures(
                    "papers, " + origin,
                    judged.stream()
                            .filter(one -> one.example().origin().equals(origin))
                            .toList(),
                    threshold));
        }
        Map<String, Double> weights = regression.weights(cases);
        String source = "logistic regression over %d labelled abstracts, five-fold over families; ./divide train"
                .formatted(cases.size());
        String why = String.format(
                Locale.ROOT, "at most %.1f false alarms per hundred papers drawn at random", FALSE_ALARMS);
        Files.writeString(
                file,
                "feature,weight,source\n" + Weights.rows("", weights, threshold, why, source),
                StandardCharsets.UTF_8);
        out.println("threshold %.3f; strongest for: %s".formatted(threshold, Weights.strongest(weights, 1)));
        out.println("strongest against: " + Weights.strongest(weights, -1));
        out.flush();
    }

    private static double threshold(List<Judged> judged) {
        List<Double> negatives = judged.stream()
                .filter(one -> one.example().origin().equals(Example.READ)
                        && !one.example().yes())
                .map(Judged::score)
                .sorted(Comparator.reverseOrder())
                .toList();
        int allowed = (int) (negatives.size() * FALSE_ALARMS / 100);
        return Weights.round(Math.nextUp(Objects.requireNonNull(negatives.get(allowed))) + 0.001);
    }
}
