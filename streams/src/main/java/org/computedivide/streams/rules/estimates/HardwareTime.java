package org.computedivide.streams.rules.estimates;

import java.util.Optional;
import org.computedivide.streams.rules.facts.Accelerator;
import org.computedivide.streams.rules.facts.Chips;

/** Hardware time: chip-hours × 3600 s × dense peak × utilisation. */
final class HardwareTime {

    private HardwareTime() {}

    /** Chip-hours with the words for them; NaN chips when they were stated as such. */
    record Run(Accelerator chip, double chipHours, String words, Voice voice) {

        double peakOperations() {
            return chipHours * 3600 * chip.peak();
        }
    }

    static Optional<Run> run(Said said) {
        Optional<Accelerator> chip = chip(said);
        if (chip.isEmpty()) {
            return Optional.empty();
        }
        Optional<Voice> stated = said.best("chipHours", HardwareTime::isOneRun);
        if (stated.isPresent()) {
            double hours = stated.get().number();
            return Optional.of(new Run(
                    chip.get(), hours, Figures.count(hours) + " " + chip.get().name() + "-hours", stated.get()));
        }
        return counted(said, chip.get());
    }

    static Optional<Accelerator> chip(Said said) {
        return said.all("accelerator").stream()
                .flatMap(voice -> Chips.all().named(voice.fact().getText()).stream())
                .findFirst();
    }

    /** Not the hours of a whole project or of all sizes of a family. */
    static boolean isOneRun(Voice voice) {
        return !voice.fact().getBoundary().equals("project");
    }

    private static Optional<Run> counted(Said said, Accelerator chip) {
        Optional<Voice> count = said.best("acceleratorCount");
        Optional<Voice> hours = said.best("trainingHours");
        if (count.isEmpty() || hours.isEmpty()) {
            return Optional.empty();
        }
        String words = Figures.count(count.get().number()) + " × " + chip.name() + " × "
                + Figures.plain(hours.get().number()) + " h";
        return Optional.of(new Run(chip, count.get().number() * hours.get().number(), words, count.get()));
    }

    static Optional<Guess> of(Said said) {
        return run(said).map(run -> guess(run, said.best("utilization")));
    }

    private static Guess guess(Run run, Optional<Voice> stated) {
        boolean v100 = run.chip().name().startsWith("NVIDIA V100");
        double share =
                stated.map(Voice::number).orElseGet(() -> Constants.value(v100 ? "utilizationV100" : "utilization"));
        String width = stated.isPresent() ? "hardware-stated-wall" : v100 ? "hardware-v100" : "hardware";
        double value = run.peakOperations() * share;
        String arithmetic =
                run.words() + " × 3600 s × " + Figures.plain(run.chip().peak() / 1e12) + " TFLOP/s × "
                        + Figures.plain(share) + (stated.isPresent() ? " stated utilisation" : " assumed utilisation")
                        + " = " + Figures.flop(value) + " FLOP";
        return Guess.of(
                        "hardware-time",
                        "computed",
                        value,
                        Widths.of(width),
                        arithmetic,
                        java.util.List.of(run.voice().source()))
                .marked(run.voice().fact().getBoundary(), run.voice().fact().getStage());
    }
}
