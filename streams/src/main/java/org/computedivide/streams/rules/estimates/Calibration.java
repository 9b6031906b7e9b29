package org.computedivide.streams.rules.estimates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computedivide.streams.rules.Enrich;

/** How often the intervals of training compute hold, on labelled cases. */
public final class Calibration {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One labelled case with an estimate.
     *
     * @param error log10 of estimate over truth
     * @param decades width of the interval
     * @param inside whether the truth lies in it
     * @param place where in the interval the truth lies, 0 at its low end and 1 at its high end, in decades
     */
    public record Trial(String method, String confidence, double error, double decades, boolean inside, double place) {}

    /**
     * What the trials of one kind come to.
     *
     * @param inside share of truths in the interval; 0.85 to 0.95 is wanted
     * @param medianError median of the absolute error in decades
     * @param medianDecades median width of the interval in decades
     */
    public record Group(String name, int n, double inside, double medianError, double medianDecades) {}

    private Calibration() {}

    /**
     * Runs the rules over labelled cases, JSON lines {@code {"observation", "expected": {"trainingCompute": {"value"}}}}; lines
     * without a truth or without an estimate are left out.
     *
     * @throws IllegalArgumentException when a line is no case; the message names the line
     */
    public static List<Trial> of(BufferedReader cases) throws IOException {
        Enrich enrich = new Enrich();
        List<Trial> trials = new ArrayList<>();
        int number = 0;
        for (String line = cases.readLine(); line != null; line = cases.readLine()) {
            number++;
            if (!line.isBlank()) {
                JsonNode node = read(line, number);
                double truth = node.path("expected")
                        .path("trainingCompute")
                        .path("value")
                        .asDouble();
                JsonNode compute = truth > 0 ? enrich.enrich(node).path("trainingCompute") : node.path("none");
                if (compute.path("value").asDouble() > 0) {
                    trials.add(trial(compute, truth));
                }
            }
        }
        return trials;
    }

    private static JsonNode read(String line, int number) {
        try {
            JsonNode node = JSON.readTree(line);
            if (!node.path("observation").isObject()) {
                throw new IllegalArgumentException("line %d has no observation".formatted(number));
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("line %d is not JSON: %s".formatted(number, e.getOriginalMessage()), e);
        }
    }

    private static Trial trial(JsonNode compute, double truth) {
        double low = compute.path("low").asDouble();
        double high = compute.path("high").asDouble();
        double decades = StrictMath.log10(high / low);
        return new Trial(
                compute.path("method").asText(),
                compute.path("confidence").asText(),
                StrictMath.log10(compute.path("value").asDouble() / truth),
                decades,
                low <= truth && truth <= high,
                decades > 0 ? StrictMath.log10(truth / low) / decades : 0.5);
    }

    /** By method, by confidence, and all together, in this order. */
    public static List<Group> groups(List<Trial> trials) {
        List<Group> groups = new ArrayList<>(by(trials, Trial::method));
        groups.addAll(by(trials, trial -> "confidence " + trial.confidence()));
        groups.add(group("all", trials));
        return groups;
    }

    private static List<Group> by(List<Trial> trials, Function<Trial, String> name) {
        Map<String, List<Trial>> groups =
                trials.stream().collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Group group(String name, List<Trial> trials) {
        double inside = trials.stream().filter(Trial::inside).count() / (double) Math.max(1, trials.size());
        return new Group(
                name,
                trials.size(),
                inside,
                median(trials.stream()
                        .mapToDouble(trial -> Math.abs(trial.error()))
                        .toArray()),
                median(trials.stream().mapToDouble(Trial::decades).toArray()));
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
