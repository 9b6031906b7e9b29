package org.computedivide.streams.rules.estimates;

import java.util.Map;
import java.util.TreeMap;
import org.computedivide.streams.rules.text.CsvTable;

/** Centre and width of each method and condition, from widths.csv. */
final class Widths {

    /** log10 shift, and the 90 %-equivalent standard deviation of log10. */
    record Width(String id, double centre, double sigma) {}

    /** A 90 % interval reaches this many standard deviations to either side. */
    static final double Z90 = 1.645;

    private static final Map<String, Width> ALL = load();

    private Widths() {}

    static Width of(String id) {
        Width width = ALL.get(id);
        if (width == null) {
            throw new IllegalArgumentException("widths.csv has no row " + id);
        }
        return width;
    }

    private static Map<String, Width> load() {
        Map<String, Width> widths = new TreeMap<>();
        for (Map<String, String> row : CsvTable.read("widths.csv")) {
            String id = row.getOrDefault("id", "");
            widths.put(id, new Width(id, number(row, "centre"), number(row, "sigma")));
        }
        return widths;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }
}
