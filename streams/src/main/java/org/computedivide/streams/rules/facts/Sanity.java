package org.computedivide.streams.rules.facts;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.computedivide.streams.rules.DataFile;

/** Facts that are impossible by themselves, whatever else is known. */
final class Sanity {

    private record Limit(double most, String unit) {

        private static Limit of(Map<String, String> row) {
            return new Limit(Double.parseDouble(row.getOrDefault("most", "")), row.getOrDefault("unit", ""));
        }
    }

    private static final Map<String, Limit> LIMITS = DataFile.rows("limits.csv").stream()
            .collect(Collectors.toMap(row -> row.getOrDefault("field", ""), Limit::of));

    private static final double LARGE = 1e9;

    private Sanity() {}

    /** Why the value cannot be true, or empty. */
    static String reason(String field, double value) {
        Limit limit = LIMITS.get(field);
        if (limit != null && value > limit.most()) {
            return "%s %s is more than exists: the most that is believed is %s"
                    .formatted(written(value), limit.unit(), written(limit.most()));
        }
        return value <= 0 ? written(value) + " is not above zero" : "";
    }

    private static String written(double value) {
        String pattern = Math.abs(value) < LARGE ? "#,##0.###" : "0.##E0";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value)
                .replace("E", "e");
    }
}
