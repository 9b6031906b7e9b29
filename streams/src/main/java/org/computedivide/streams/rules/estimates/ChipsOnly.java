package org.computedivide.streams.rules.estimates;

import java.util.List;
import java.util.Optional;
import org.computedivide.streams.rules.facts.Accelerator;

/** From chips and their number alone, hours unknown (METHODS 2 row 4). Imputed, but narrower than the prior. */
final class ChipsOnly {

    private static final double CONSTANT = 21.12;
    private static final double SLOPE = 1.28;
    private static final double PER_YEAR = -0.02;
    private static final double ACADEMIA = 0.19;
    private static final double BASE = 1.12;

    private ChipsOnly() {}

    static Optional<Guess> of(Said said, Context context) {
        Optional<Accelerator> chip = HardwareTime.chip(said);
        Optional<Voice> count = said.best("acceleratorCount");
        if (chip.isEmpty() || count.isEmpty() || HardwareTime.run(said).isPresent()) {
            return Optional.empty();
        }
        double speed = count.get().number() * chip.get().peak();
        double log = CONSTANT
                + SLOPE * (StrictMath.log10(speed) - 16)
                + PER_YEAR * (context.year().orElse(2022.0) - 2022)
                + (context.affiliation().equals("academia") ? ACADEMIA : 0)
                + (context.hasBase() ? BASE : 0);
        double value = StrictMath.pow(10, log);
        String arithmetic = "usual for " + Figures.count(count.get().number()) + " × "
                + chip.get().name() + ", hours unknown: about " + Figures.flop(value) + " FLOP";
        return Optional.of(Guess.of(
                "imputed",
                "imputed",
                value,
                Widths.of("chips-only"),
                arithmetic,
                List.of(count.get().source())));
    }
}
