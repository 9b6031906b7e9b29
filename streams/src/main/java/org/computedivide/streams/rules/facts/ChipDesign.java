package org.computedivide.streams.rules.facts;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The figures of a chip that export rules look at; empty where nobody published them.
 *
 * @param performance total processing performance: dense operations a second times their bit length, / 1e12
 * @param die mm2 made with non-planar transistors
 * @param bandwidth of the memory in byte/s
 * @param interconnect between the chips of a node in byte/s
 */
public record ChipDesign(
        OptionalDouble performance, OptionalDouble die, OptionalDouble bandwidth, OptionalDouble interconnect) {

    static ChipDesign of(Map<String, String> row) {
        return new ChipDesign(
                Accelerator.number(row, "tpp"),
                Accelerator.number(row, "die"),
                Accelerator.number(row, "bandwidth"),
                Accelerator.number(row, "interconnect"));
    }

    /** Performance per mm2 of die. */
    public OptionalDouble density() {
        return performance.isPresent() && die.isPresent()
                ? OptionalDouble.of(performance.getAsDouble() / die.getAsDouble())
                : OptionalDouble.empty();
    }
}
