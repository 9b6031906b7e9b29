package org.computedivide.streams.rules.priors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.computedivide.streams.rules.text.CsvTable;
import org.jspecify.annotations.Nullable;

/**
 * A fitted prior: a joint normal for language models and one for all others, and by how much the widths must be stretched,
 * by what is known, so that nine of ten held-out values lie inside. Kept as prior.csv, which fit-prior writes.
 */
public final class PriorTable {

    private static final String COVARIANCE = "covariance-";
    private static final String STRETCH = "stretch";
    private static final String SPREAD = "spread";

    private final Map<String, JointNormal> models;
    private final Spread spread;
    private final Map<String, Double> stretches;

    PriorTable(Map<String, JointNormal> models, Spread spread, Map<String, Double> stretches) {
        this.models = new TreeMap<>(models);
        this.spread = spread;
        this.stretches = new TreeMap<>(stretches);
    }

    /**
     * What a training usually took.
     *
     * @param mean of log10 FLOP
     * @param sigma 90 %-equivalent standard deviation of log10
     */
    public record Expected(double mean, double sigma) {}

    /** The table in the tree. */
    public static PriorTable load() {
        return of(CsvTable.read("prior.csv"));
    }

    /** Compute from traits and whatever else is known. */
    public Expected compute(Traits traits, Quantities seen) {
        JointNormal.Expected expected = raw(traits, seen);
        double widened = spread.factor(traits, seen) * stretches.getOrDefault(seen.known(), 1.0);
        return new Expected(expected.mean(), expected.sigma() * widened);
    }

    /** Without what was measured on held-out families. */
    JointNormal.Expected raw(Traits traits, Quantities seen) {
        JointNormal model = models.get(traits.group());
        if (model == null) {
            throw new IllegalArgumentException("prior.csv has no group " + traits.group());
        }
        return model.compute(traits.values(), seen.withoutCompute());
    }

    static PriorTable of(List<Map<String, String>> rows) {
        Map<String, List<Map<String, String>>> groups = rows.stream()
                .collect(
                        Collectors.groupingBy(row -> row.getOrDefault("group", ""), TreeMap::new, Collectors.toList()));
        Map<String, Double> stretches = new TreeMap<>();
        List<Map<String, String>> stretch = groups.remove(STRETCH);
        if (stretch != null) {
            stretch.forEach(row -> stretches.put(row.getOrDefault("term", ""), cell(row, "compute")));
        }
        Spread spread = spread(groups.remove(SPREAD));
        Map<String, JointNormal> models = new TreeMap<>();
        groups.forEach((group, list) -> models.put(group, model(list)));
        return new PriorTable(models, spread, stretches);
    }

    private static Spread spread(@Nullable List<Map<String, String>> rows) {
        Map<String, Double> byTerm = new TreeMap<>();
        if (rows != null) {
            rows.forEach(row -> byTerm.put(row.getOrDefault("term", ""), cell(row, "compute")));
        }
        return new Spread(Spread.TERMS.stream()
                .mapToDouble(term -> byTerm.getOrDefault(term, 0.0))
                .toArray());
    }

    private static JointNormal model(List<Map<String, String>> rows) {
        Map<String, Map<String, String>> byTerm = new TreeMap<>();
        rows.forEach(row -> byTerm.put(row.getOrDefault("term", ""), row));
        return new JointNormal(
                Traits.names().stream().map(term -> cells(byTerm, term)).toArray(double[][]::new),
                Quantities.NAMES.stream()
                        .map(name -> cells(byTerm, COVARIANCE + name))
                        .toArray(double[][]::new));
    }

    private static double[] cells(Map<String, Map<String, String>> byTerm, String term) {
        Map<String, String> row = byTerm.get(term);
        if (row == null) {
            throw new IllegalArgumentException("prior.csv has no row " + term + "; make it anew: divide fit-prior");
        }
        return Quantities.NAMES.stream().mapToDouble(name -> cell(row, name)).toArray();
    }

    private static double cell(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    /** The table as lines of CSV, under a remark for each line of its origin. */
    public List<String> lines(List<String> origin) {
        List<String> lines =
                new ArrayList<>(origin.stream().map(line -> "# " + line).toList());
        lines.add("group,term," + String.join(",", Quantities.NAMES));
        models.forEach((group, model) -> {
            List<String> names = Traits.names();
            for (int t = 0; t < names.size(); t++) {
                lines.add(line(group, names.get(t), model.coefficients()[t]));
            }
            for (int q = 0; q < Quantities.NAMES.size(); q++) {
                lines.add(line(group, COVARIANCE + Quantities.NAMES.get(q), model.covariance()[q]));
            }
        });
        for (int i = 0; i < Spread.TERMS.size(); i++) {
            lines.add(SPREAD + "," + Spread.TERMS.get(i) + "," + number(spread.coefficients()[i]) + ",,,,");
        }
        stretches.forEach((known, factor) -> lines.add(STRETCH + "," + known + "," + number(factor) + ",,,,"));
        return lines;
    }

    private static String line(String group, String term, double[] values) {
        StringBuilder line = new StringBuilder(group).append(',').append(term);
        for (double value : values) {
            line.append(',').append(number(value));
        }
        return line.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }
}
