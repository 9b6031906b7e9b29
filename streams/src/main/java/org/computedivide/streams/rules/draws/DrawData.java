package org.computedivide.streams.rules.draws;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.computedivide.streams.rules.text.CsvTable;

/** What the draws take from data files. */
final class DrawData {

    private static final NavigableMap<Long, Double> LIMITS = limits();
    private static final Map<String, Double> SHARED = shared();

    private DrawData() {}

    /** The line that no draw of a release of that day exceeds, FLOP. */
    static double limit(long day) {
        var line = LIMITS.floorEntry(day);
        return line == null ? Double.POSITIVE_INFINITY : line.getValue();
    }

    /** Which part of the variance all estimates of the method have in common. */
    static double sharedError(String method) {
        return SHARED.getOrDefault(method, SHARED.getOrDefault("*", 0.0));
    }

    private static NavigableMap<Long, Double> limits() {
        var limits = new TreeMap<Long, Double>();
        CsvTable.read("draw-limits.csv")
                .forEach(row -> limits.put(
                        LocalDate.parse(row.getOrDefault("from", "")).toEpochDay(),
                        Double.valueOf(row.getOrDefault("flop", ""))));
        return limits;
    }

    private static Map<String, Double> shared() {
        var shared = new TreeMap<String, Double>();
        CsvTable.read("draw-shared-errors.csv")
                .forEach(row ->
                        shared.put(row.getOrDefault("method", ""), Double.valueOf(row.getOrDefault("shared", ""))));
        return shared;
    }
}
