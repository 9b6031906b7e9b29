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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Learns {@code paper-model.csv}. Five-fold cross-validation over families tells how well it does on papers it has not
 * seen, and sets the threshold: the least with at most {@link #FALSE_ALARMS} per hundred of the papers that were drawn
 * at random and read. The weights are then learned from all cases.
 */
public final class PaperTraining {

    private static final int FOLDS = 5;
    private static final double FALSE_ALARMS = 4;
    private static final double PENALTY = 0.03;
    private static final int LEAST_CASES = 3;
    private static final double LEAST_WEIGHT = 0.01;
    private static final int STRONGEST = 25;

    private final LogisticRegression regression = new LogisticRegression(PENALTY, LEAST_CASES);

    private record Judged(PaperCase paper, double score) {}

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
        List<Judged> judged = validated(cases);
        double threshold = threshold(judged);
        print(
                out,
                "drawn at random and read",
                judged,
                threshold,
                paper -> paper.origin().equals(PaperCase.READ));
        print(out, "weak", judged, threshold, paper -> paper.origin().equals(PaperCase.WEAK));
        print(out, "chosen and read", judged, threshold, paper -> paper.origin().equals(PaperCase.CHOSEN));
        Map<String, Double> weights = regression.weights(cases);
        Files.writeString(file, csv(weights, threshold, cases.size()), StandardCharsets.UTF_8);
        out.println("threshold %.3f; strongest for: %s".formatted(threshold, strongest(weights, 1)));
        out.println("strongest against: " + strongest(weights, -1));
        out.flush();
    }

    private List<Judged> validated(List<PaperCase> cases) {
        var judged = new ArrayList<Judged>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            Predicate<PaperCase> out = paper -> Math.floorMod(paper.family().hashCode(), FOLDS) == held;
            Map<String, Double> weights =
                    regression.weights(cases.stream().filter(out.negate()).toList());
            cases.stream().filter(out).forEach(paper -> judged.add(new Judged(paper, score(weights, paper))));
        }
        return judged;
    }

    private static double score(Map<String, Double> weights, PaperCase paper) {
        return weights.getOrDefault(LogisticRegression.BIAS, 0.0)
                + paper.features().stream()
                        .mapToDouble(feature -> weights.getOrDefault(feature, 0.0))
                        .sum();
    }

    private static double threshold(List<Judged> judged) {
        List<Double> negatives = judged.stream()
                .filter(one -> one.paper().origin().equals(PaperCase.READ)
                        && !one.paper().release())
                .map(Judged::score)
                .sorted(Comparator.reverseOrder())
                .toList();
        int allowed = (int) (negatives.size() * FALSE_ALARMS / 100);
        return round(Math.nextUp(negatives.get(allowed)) + 0.001);
    }

    private static void print(
            PrintWriter out, String name, List<Judged> judged, double threshold, Predicate<PaperCase> of) {
        List<Judged> some = judged.stream().filter(one -> of.test(one.paper())).toList();
        long right = some.stream()
                .filter(one -> one.score() >= threshold && one.paper().release())
                .count();
        long said = some.stream().filter(one -> one.score() >= threshold).count();
        long wanted = some.stream().filter(one -> one.paper().release()).count();
        out.println("%s: %d papers, %d releases, precision %.3f, recall %.3f, F1 %.3f, false alarms per 100 %.1f"
                .formatted(
                        name,
                        some.size(),
                        wanted,
                        (double) right / Math.max(1, said),
                        (double) right / Math.max(1, wanted),
                        2.0 * right / Math.max(1, said + wanted),
                        100.0 * (said - right) / Math.max(1, some.size() - wanted)));
    }

    private static String csv(Map<String, Double> weights, double threshold, int cases) {
        String source = "logistic regression over %d labelled abstracts, five-fold over families; ./divide train"
                .formatted(cases);
        var text = new StringBuilder("feature,weight,source\n");
        text.append("(threshold),%s,%s\n"
                .formatted(threshold, "\"at most %d false alarms per hundred papers drawn at random\"".formatted((int)
                                FALSE_ALARMS)));
        weights.forEach((feature, weight) -> {
            if (Math.abs(weight) >= LEAST_WEIGHT || feature.equals(LogisticRegression.BIAS)) {
                text.append("\"%s\",%s,\"%s\"\n".formatted(feature, round(weight), source));
            }
        });
        return text.toString();
    }

    private static String strongest(Map<String, Double> weights, int sign) {
        return weights.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -sign * entry.getValue()))
                .limit(STRONGEST)
                .map(entry -> String.format(Locale.ROOT, "%s %.2f", entry.getKey(), entry.getValue()))
                .toList()
                .toString();
    }

    private static double round(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
