package org.computedivide.streams.rules.literature;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computedivide.streams.rules.text.CsvTable;

/** Published arithmetic done again: products of the factors in a row of {@code literature-calculations.csv}. */
final class Calculations {

    private static final String FILE = "literature-calculations.csv";
    private static final String[] FACTORS = {"units", "per_unit", "hours", "overhead", "rate"};

    private static final Map<String, Row> ROWS = CsvTable.read(FILE).stream()
            .map(Calculations::row)
            .collect(Collectors.toUnmodifiableMap(Row::name, Function.identity()));

    private Calculations() {}

    /**
     * One product.
     *
     * @param value in the unit
     */
    record Row(String name, double value, String unit) {}

    static Row named(String name) {
        Row row = ROWS.get(name);
        if (row == null) {
            throw new IllegalArgumentException(FILE + " has no row " + name);
        }
        return row;
    }

    private static Row row(Map<String, String> cells) {
        double product = 1;
        for (String factor : FACTORS) {
            product *= Double.parseDouble(cells.getOrDefault(factor, ""));
        }
        return new Row(cells.getOrDefault("name", ""), product, cells.getOrDefault("unit", ""));
    }
}
