package org.computedivide.monitor.commands;

import java.util.Map;
import java.util.TreeMap;
import org.computedivide.avro.Statement;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.settings.Nearest;

/** The fields that an operator can give by hand, with their units. */
final class CorrectedField {

    private static final Map<String, String> UNITS = new TreeMap<>(Map.ofEntries(
            Map.entry("parameters", "parameters"),
            Map.entry("activeParameters", "parameters"),
            Map.entry("trainingTokens", "tokens"),
            Map.entry("datasetTokens", "tokens"),
            Map.entry("epochs", "epochs"),
            Map.entry("acceleratorCount", "chips"),
            Map.entry("trainingHours", "hours"),
            Map.entry("chipHours", "chip-hours"),
            Map.entry("utilization", "fraction"),
            Map.entry("trainingCompute", "FLOP"),
            Map.entry("accelerator", "")));

    private CorrectedField() {}

    /**
     * The value as a statement.
     *
     * @throws CannotRun when the field is none of these, or the value no number above zero
     */
    static Statement statement(String field, String value) {
        String unit = UNITS.get(field);
        if (unit == null) {
            String hint = Nearest.to(field, UNITS.keySet())
                    .map(nearest -> "did you mean " + nearest + "?")
                    .orElse("known are " + String.join(", ", UNITS.keySet()));
            throw new CannotRun("%s is no field that can be given by hand; %s".formatted(field, hint));
        }
        var statement = Statement.newBuilder().setField(field).setText(value).setUnit(unit);
        return unit.isEmpty()
                ? statement.build()
                : statement.setNumber(number(field, value)).build();
    }

    private static double number(String field, String value) {
        try {
            double number = Double.parseDouble(value);
            if (number > 0 && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new CannotRun("%s is no number for %s; write it plainly, for example 7e9".formatted(value, field), e);
        }
        throw new CannotRun("%s must be above zero, not %s".formatted(field, value));
    }
}
