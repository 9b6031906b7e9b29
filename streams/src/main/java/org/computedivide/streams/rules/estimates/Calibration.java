package org.computedivide.streams.rules.estimates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.computedivide.streams.rules.Enrich;

/** How often the intervals of training compute hold, on labelled cases. */
public final class Calibration {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FOLDS = 5;

    /**
     * One labelled case with an estimate.
     *
     * @param error log10 of estimate over truth
     * @param decades width of the interval
     * @param inside whether the truth lies in it
     * @param width id of the row of widths.csv; empty when imputed
     * @param fold one of five; all cases of a family are in the same
     * @param place where in the interval the truth lies, 0 at its low end and 1 at its high end, in decades
     */
    public record Trial(
            String method,
            String confidence,
            String width,
            int fold,
            double error,
            double decades,
            boolean inside,
            double place) {}

    /**
     * What the trials say of one row of widths.csv.
     *
     * @param sigma in the table
     * @param fitted the 90 %-equivalent one of these trials
     * @param held share of trials inside the interval of a width fitted on the other four folds
     */
    public record Fit(String width, int n, double sigma, double fitted, double held) {}

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
                    trials.add(trial(compute, truth, fold(node)));
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

    private static Trial trial(JsonNode compute, double truth, int fold) {
        double low = compute.path("low").asDouble();
        double high = compute.path("high").asDouble();
        double decades = StrictMath.log10(high / low);
        return new Trial(
                compute.path("method").asText(),
                compute.path("confidence").asText(),
                compute.path("method").asText().equals("imputed")
                        ? ""
                        : compute.path("width").asText(),
                fold,
                StrictMath.log10(compute.path("value").asDouble() / truth),
                decades,
                low <= truth && truth <= high,
                decades > 0 ? StrictMath.log10(truth / low) / decades : 0.5);
    }

    private static int fold(JsonNode node) {
        CRC32 crc = new CRC32();
        String name = node.path("expected").path("modelName").asText();
        crc.update(PriorRows.family(name).getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % FOLDS);
    }

    /** Each row of widths.csv that a trial rests on, in the order of ids: what it is and what these cases would make it. */
    public static List<Fit> fits(List<Trial> trials) {
        Map<String, List<Trial>> byWidth = trials.stream()
                .filter(trial -> !trial.width().isEmpty())
                .collect(Collectors.groupingBy(Trial::width, TreeMap::new, Collectors.toList()));
        return byWidth.entrySet().stream()
                .map(entry -> fit(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Fit fit(String width, List<Trial> trials) {
        long held = trials.stream()
                .filter(trial -> Math.abs(trial.error())
                        <= Widths.Z90
                                * sigma(trials.stream()
                                        .filter(other -> other.fold() != trial.fold())
                                        .toList()))
                .count();
        return new Fit(width, trials.size(), Widths.of(width).sigma(), sigma(trials), held / (double) trials.size());
    }

    /** Of nine in ten errors, the largest, over 1.645; NaN without trials. */
    private static double sigma(List<Trial> trials) {
        double[] errors = trials.stream()
                .mapToDouble(trial -> Math.abs(trial.error()))
                .sorted()
                .toArray();
        return errors.length == 0
                ? Double.NaN
                : errors[Math.min(errors.length - 1, (int) Math.ceil(0.9 * errors.length) - 1)] / Widths.Z90;
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
