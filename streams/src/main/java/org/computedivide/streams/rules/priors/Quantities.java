package org.computedivide.streams.rules.priors;

import java.util.Arrays;
import java.util.List;

/** log10 of compute, parameters, fleet (chips × dense peak), peak of one chip, and hours; NaN where unknown. */
public record Quantities(double compute, double parameters, double fleet, double peak, double hours) {

    static final List<String> NAMES = List.of("compute", "parameters", "fleet", "peak", "hours");

    /** Larger sizes are totals of mixtures and tell no more: the 32 rows above it were read half a decade too high. */
    private static final double LARGEST = 11;

    /** Of values in FLOP, parameters, FLOP/s and hours; what is not above zero is unknown. */
    public static Quantities of(double compute, double parameters, double chips, double peak, double hours) {
        return new Quantities(
                log(compute), Math.min(LARGEST, log(parameters)), log(chips * peak), log(peak), log(hours));
    }

    private static double log(double value) {
        return value > 0 ? StrictMath.log10(value) : Double.NaN;
    }

    /** Which of the fields that widths are measured by: nothing, parameters, hardware, or both. */
    String known() {
        boolean hardware = !Double.isNaN(peak) || !Double.isNaN(hours);
        if (Double.isNaN(parameters)) {
            return hardware ? "hardware" : "nothing";
        }
        return hardware ? "both" : "parameters";
    }

    double[] values() {
        return new double[] {compute, parameters, fleet, peak, hours};
    }

    /** All but the compute. */
    double[] withoutCompute() {
        double[] values = values();
        values[0] = Double.NaN;
        return values;
    }

    boolean isEmpty() {
        return Arrays.stream(values()).allMatch(Double::isNaN);
    }
}
