package org.computedivide.monitor.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.computedivide.monitor.training.CrossValidation.Judged;
import org.jspecify.annotations.Nullable;

/**
 * Learns {@code post-model.csv}. Five-fold cross-validation, six times, over publishers tells how well it does on publishers it has
 * not seen, and sets the threshold: that with the best F1 on the
 * labelled posts and on our own, which were chosen for being hard, both alike. The weights are then learned from all cases.
 */
public final class PostTraining {

    private static final double PENALTY = 0.03;
    private static final int LEAST_CASES = 3;
    private static final int STEPS = 40;
    private static final double STEP = 0.05;
    /** What a higher threshold must gain; a missed release is worse than a post looked at in vain. */
    private static final double WORTH = 0.002;

    private final LogisticRegression regression = new LogisticRegression(PENALTY, LEAST_CASES);

    /**
     * Trains, writes the weights and prints the figures.
     *
     * @param labels folder with {@code detection/blog.jsonl}
     * @param feeds folder of recorded feeds with the posts of our own list, or null to leave that out
     * @param file where the weights go
     */
    public void run(Path labels, @Nullable Path feeds, Path file, PrintWriter out) throws IOException {
        var cases = new ArrayList<>(PostCases.labelled(labels));
        if (feeds != null) {
            cases.addAll(PostCases.own(feeds));
        }
        List<Judged> judged = new CrossValidation(regression).judged(cases);
        double threshold = threshold(judged);
        for (String origin : List.of(Example.READ, Example.CHOSEN)) {
            out.println(CrossValidation.figures(
                    "posts, " + origin,
                    judged.stream()
                            .filter(one -> one.example().origin().equals(origin))
                            .toList(),
                    threshold));
        }
        List<Example> alone = cases.stream().map(PostTraining::alone).toList();
        out.println(CrossValidation.figures(
                "posts, read, of publishers seen",
                new CrossValidation(regression)
                        .judged(alone).stream()
                                .filter(one -> one.example().origin().equals(Example.READ))
                                .toList(),
                threshold));
        Map<String, Double> weights = regression.weights(cases);
        String source = "logistic regression over %d labelled posts, five-fold over publishers; ./divide train"
                .formatted(cases.size());
        Files.writeString(
                file,
                "feature,weight,source\n"
                        + Weights.rows("", weights, threshold, "best F1 over publishers not seen", source),
                StandardCharsets.UTF_8);
        out.println("threshold %.3f; strongest for: %s".formatted(threshold, Weights.strongest(weights, 1)));
        out.println("strongest against: " + Weights.strongest(weights, -1));
        out.flush();
    }

    /** A family of its own: other posts of the same publisher may then be learned from. */
    private static Example alone(Example post) {
        return new Example(post.features().toString(), post.features(), post.label(), post.origin(), post.ruledOut());
    }

    private static double threshold(List<Judged> judged) {
        List<Judged> labelled = of(judged, Example.READ);
        List<Judged> chosen = of(judged, Example.CHOSEN);
        double best = 0;
        double bestF1 = 0;
        for (int i = -STEPS; i <= STEPS; i++) {
            double threshold = Weights.round(i * STEP);
            double f1 = f1(labelled, threshold) + f1(chosen, threshold);
            if (f1 > bestF1 + WORTH) {
                bestF1 = f1;
                best = threshold;
            }
        }
        return best;
    }

    private static List<Judged> of(List<Judged> judged, String origin) {
        return judged.stream()
                .filter(one -> one.example().origin().equals(origin))
                .toList();
    }

    private static double f1(List<Judged> judged, double threshold) {
        long right = judged.stream()
                .filter(one -> one.score() >= threshold && one.example().yes())
                .count();
        long said = judged.stream().filter(one -> one.score() >= threshold).count();
        long wanted = judged.stream().filter(one -> one.example().yes()).count();
        return 2.0 * right / Math.max(1, said + wanted);
    }
}
