package org.computedivide.streams.rules.facts;

import java.util.Map;

/** Facts that are impossible by themselves, whatever else is known. */
final class Sanity {

    /** What nothing trained by 2026 comes near, with room of two decades. */
    private static final Map<String, Double> MOST = Map.ofEntries(
            Map.entry("parameters", 1e15),
            Map.entry("activeParameters", 1e15),
            Map.entry("trainingTokens", 1e16),
            Map.entry("datasetTokens", 1e16),
            Map.entry("epochs", 1e5),
            Map.entry("acceleratorCount", 3e6),
            Map.entry("trainingHours", 26_280.0),
            Map.entry("chipHours", 2e10),
            Map.entry("utilization", 1.0),
            Map.entry("trainingCompute", 1e29),
            Map.entry("trainingCost", 1e11),
            Map.entry("energy", 1e12));

    private Sanity() {}

    /** Why the value cannot be true, or empty. */
    static String reason(String field, double value) {
        double most = MOST.getOrDefault(field, Double.POSITIVE_INFINITY);
        if (value > most) {
            return field + " " + value + " is above " + most + ", more than exists";
        }
        return value <= 0 ? field + " " + value + " is not above zero" : "";
    }
}
