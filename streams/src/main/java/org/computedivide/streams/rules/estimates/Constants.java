package org.computedivide.streams.rules.estimates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.computedivide.streams.rules.text.CsvTable;

/** The constants of compute (estimates.csv), of cost, energy and carbon (resources.csv), and of grids (grid.csv). */
final class Constants {

    /** A value with the ends of its 90 % interval; equal to the value when there is none. */
    record Constant(double value, double low, double high) {

        /** Standard deviation of log10. */
        double sigma() {
            return StrictMath.log10(high / low) / (2 * Widths.Z90);
        }
    }

    private static final Map<String, Constant> ALL = load();
    private static final Map<String, Double> GRID = grid();

    private Constants() {}

    static Constant of(String id) {
        Constant constant = ALL.get(id);
        if (constant == null) {
            throw new IllegalArgumentException("neither estimates.csv nor resources.csv has a row " + id);
        }
        return constant;
    }

    static double value(String id) {
        return of(id).value();
    }

    /** kg CO2e per kWh of a country (ISO alpha-2), when known. */
    static Optional<Double> grid(String country) {
        return Optional.ofNullable(GRID.get(country));
    }

    static double worldGrid() {
        return grid("world").orElseThrow();
    }

    private static Map<String, Constant> load() {
        Map<String, Constant> constants = new TreeMap<>();
        for (String file : List.of("estimates.csv", "resources.csv")) {
            for (Map<String, String> row : CsvTable.read(file)) {
                double value = Double.parseDouble(row.getOrDefault("value", ""));
                constants.put(
                        row.getOrDefault("id", ""), new Constant(value, or(row, "low", value), or(row, "high", value)));
            }
        }
        return constants;
    }

    private static double or(Map<String, String> row, String column, double otherwise) {
        String cell = row.getOrDefault(column, "");
        return cell.isEmpty() ? otherwise : Double.parseDouble(cell);
    }

    private static Map<String, Double> grid() {
        Map<String, Double> grid = new TreeMap<>();
        CsvTable.read("grid.csv")
                .forEach(row ->
                        grid.put(row.getOrDefault("country", ""), Double.valueOf(row.getOrDefault("intensity", ""))));
        return grid;
    }
}
