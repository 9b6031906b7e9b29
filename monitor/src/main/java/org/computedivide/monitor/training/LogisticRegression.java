package org.computedivide.monitor.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Logistic regression with a quadratic penalty, by liblinear; the same cases give the same weights. */
final class LogisticRegression {

    static final String BIAS = "(bias)";
    private static final double TOLERANCE = 1e-9;

    private final double penalty;
    private final int leastFamilies;

    /**
     * @param penalty liblinear's C: smaller is flatter
     * @param leastFamilies in how many families a feature must stand to get a weight
     */
    LogisticRegression(double penalty, int leastFamilies) {
        this.penalty = penalty;
        this.leastFamilies = leastFamilies;
    }

    /** The weight of each feature, by name, and of the bias. */
    Map<String, Double> weights(List<Example> all) {
        List<Example> cases =
                all.stream().filter(example -> !example.ruledOut()).toList();
        List<String> names = names(cases);
        Map<String, Integer> index = new TreeMap<>();
        names.forEach(name -> index.put(name, index.size() + 1));
        Linear.disableDebugOutput();
        Model model = Linear.train(problem(cases, index), new Parameter(SolverType.L2R_LR, penalty, TOLERANCE));
        double sign = model.getLabels()[0] == 1 ? 1 : -1;
        Map<String, Double> weights = new TreeMap<>();
        names.forEach(name -> weights.put(name, sign * model.getFeatureWeights()[index.getOrDefault(name, 0) - 1]));
        weights.put(BIAS, sign * model.getFeatureWeights()[names.size()]);
        return weights;
    }

    private List<String> names(List<Example> cases) {
        Map<String, Set<String>> seen = new TreeMap<>();
        cases.forEach(one -> one.features()
                .forEach(feature ->
                        seen.computeIfAbsent(feature, key -> new HashSet<>()).add(one.family())));
        return seen.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= leastFamilies)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Problem problem(List<Example> cases, Map<String, Integer> index) {
        var rows = new ArrayList<Feature[]>();
        var labels = new ArrayList<Double>();
        for (Example paper : cases) {
            Feature[] row = row(paper.features(), index);
            for (int copy = 0; copy < paper.copies(); copy++) {
                rows.add(row);
                labels.add(paper.yes() ? 1.0 : 0.0);
            }
        }
        var problem = new Problem();
        problem.l = rows.size();
        problem.n = index.size() + 1;
        problem.bias = 1;
        problem.x = rows.toArray(Feature[][]::new);
        problem.y = labels.stream().mapToDouble(Double::doubleValue).toArray();
        return problem;
    }

    /** Features in the order of their numbers, as liblinear asks, and the bias behind them. */
    private static Feature[] row(Set<String> features, Map<String, Integer> index) {
        var nodes = new ArrayList<Feature>();
        features.stream()
                .map(feature -> index.getOrDefault(feature, 0))
                .filter(number -> number > 0)
                .sorted()
                .forEach(number -> nodes.add(new FeatureNode(number, 1)));
        nodes.add(new FeatureNode(index.size() + 1, 1));
        return nodes.toArray(Feature[]::new);
    }
}
