package org.computedivide.streams.rules.priors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Fits the prior, measures it on families that were held out, and stretches its widths to what was measured. */
public final class FitPrior {

    private static final int FOLDS = 5;
    private static final double COVERED = 0.89;
    private static final double Z90 = 1.645;

    /**
     * What a fit gives.
     *
     * @param held one for every row with known compute, predicted by a fit that had not seen its family
     */
    public record Result(PriorTable table, List<Held> held) {

        public Result {
            held = List.copyOf(held);
        }
    }

    /**
     * A prediction for a row that was held out.
     *
     * @param known nothing, parameters, hardware, both
     * @param error log10 of predicted over true
     * @param sigma of the prediction, stretched by factors that were measured on the other folds
     */
    public record Held(String group, String known, double error, double sigma) {

        /** Whether the truth lies in the 90 % interval. */
        public boolean isInside() {
            return Math.abs(error) <= Z90 * sigma;
        }
    }

    private record Trial(int fold, Row row, double error, double sigma) {

        String known() {
            return row.seen().known();
        }

        Spread.Miss miss() {
            return new Spread.Miss(row.traits(), row.seen(), error / sigma);
        }

        double sigma(Spread spread) {
            return sigma * spread.factor(row.traits(), row.seen());
        }
    }

    /** What widens the predictions: by kind of release, then by what is known of it. */
    private record Widening(Spread spread, Map<String, Double> stretches) {

        double sigma(Trial trial) {
            return trial.sigma(spread) * stretches.getOrDefault(trial.known(), 1.0);
        }
    }

    private FitPrior() {}

    /** Fits all rows; equal rows in equal order give equal bits. */
    public static Result of(List<Row> rows) {
        List<Trial> trials = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            trials.addAll(trials(rows, fold));
        }
        List<Held> held = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            Widening others = widening(without(trials, fold));
            for (Trial trial : trials) {
                if (trial.fold() == fold) {
                    String group = trial.row().traits().group();
                    held.add(new Held(group, trial.known(), trial.error(), others.sigma(trial)));
                }
            }
        }
        Widening all = widening(trials);
        return new Result(new PriorTable(models(rows), all.spread(), all.stretches()), held);
    }

    private static List<Trial> without(List<Trial> trials, int fold) {
        return trials.stream().filter(trial -> trial.fold() != fold).toList();
    }

    private static Widening widening(List<Trial> trials) {
        Spread spread = Spread.fit(trials.stream().map(Trial::miss).toList());
        return new Widening(spread, stretches(trials, spread));
    }

    private static List<Trial> trials(List<Row> rows, int fold) {
        PriorTable table = new PriorTable(
                models(rows.stream().filter(row -> fold(row) != fold).toList()), Spread.none(), Map.of());
        return rows.stream()
                .filter(row -> fold(row) == fold && !Double.isNaN(row.values().compute()))
                .map(row -> trial(table, row, fold))
                .toList();
    }

    private static Trial trial(PriorTable table, Row row, int fold) {
        JointNormal.Expected expected = table.raw(row.traits(), row.seen());
        return new Trial(fold, row, expected.mean() - row.values().compute(), expected.sigma());
    }

    private static Map<String, JointNormal> models(List<Row> rows) {
        return rows.stream()
                .filter(row -> !row.values().isEmpty())
                .collect(Collectors.groupingBy(
                        row -> row.traits().group(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), JointFit::of)));
    }

    /** By what is known: how much wider the intervals must be to hold 89 in 100, safely inside what is wanted, 85 to 95. */
    private static Map<String, Double> stretches(List<Trial> trials, Spread spread) {
        Map<String, List<Trial>> byKnown =
                trials.stream().collect(Collectors.groupingBy(Trial::known, TreeMap::new, Collectors.toList()));
        Map<String, Double> stretches = new TreeMap<>();
        byKnown.forEach((known, list) -> stretches.put(known, quantile(list, spread) / Z90));
        return stretches;
    }

    private static double quantile(List<Trial> trials, Spread spread) {
        double[] ratios = trials.stream()
                .mapToDouble(trial -> Math.abs(trial.error()) / trial.sigma(spread))
                .sorted()
                .toArray();
        return ratios[Math.min(ratios.length - 1, (int) Math.ceil(COVERED * (ratios.length + 1)) - 1)];
    }

    private static int fold(Row row) {
        CRC32 crc = new CRC32();
        crc.update(row.family().getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % FOLDS);
    }

    /** The median of absolute errors, or NaN when there are none. */
    public static double medianError(List<Held> held) {
        double[] errors =
                held.stream().mapToDouble(one -> Math.abs(one.error())).sorted().toArray();
        return errors.length == 0
                ? Double.NaN
                : Arrays.stream(errors).skip(errors.length / 2).findFirst().orElseThrow();
    }
}
