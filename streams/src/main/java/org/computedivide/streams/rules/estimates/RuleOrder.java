package org.computedivide.streams.rules.estimates;

/** How well a rule knows its value, least first, within one voice's rank. */
final class RuleOrder {

    private RuleOrder() {}

    static int of(String rule) {
        String plain = rule.endsWith("-title") ? rule.substring(0, rule.length() - 6) : rule;
        return switch (plain) {
            case "statement", "safetensors" -> 0;
            case "config" -> 1;
            case "parameters-stated",
                    "tokens-seen",
                    "chip-trained",
                    "table",
                    "epochs-stated",
                    "chips-trained",
                    "time-trained",
                    "compute-stated" -> 2;
            case "tokens-trained-corpus",
                    "chips-stated",
                    "time-stated",
                    "time-unsettled",
                    "chip-hours-stated",
                    "utilization-model" -> 3;
            case "tokens-corpus", "parameters-size", "chips-slice", "compute-days", "utilization-hardware" -> 4;
            case "tokens-plain", "name-size", "mixture-size", "chip-named" -> 5;
            case "base-size" -> 6;
            default -> plain.startsWith("part-") ? 8 : 7;
        };
    }
}
