package org.computedivide.streams.rules.estimates;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.computedivide.streams.rules.facts.Accelerator;
import org.computedivide.streams.rules.facts.Chips;

/** Hardware time: chip-hours × 3600 s × dense peak × utilisation. */
final class HardwareTime {

    private static final Set<String> MIXED = Set.of("mixed", "FP16", "BF16", "FP8");
    private static final List<String> NET =
            List.of("net training time", "excluding downtime", "effective training time");

    private HardwareTime() {}

    /**
     * Chip-hours with the words for them.
     *
     * @param settled whether the words name one chip, and one count and time, so that no other run can be meant
     */
    record Run(Accelerator chip, double chipHours, String words, Voice voice, boolean settled) {

        double peakOperations() {
            return chipHours * 3600 * chip.peak();
        }
    }

    static Optional<Run> run(Said said) {
        Optional<Accelerator> chip = chip(said);
        if (chip.isEmpty()) {
            return Optional.empty();
        }
        boolean one = said.texts("accelerator") == 1;
        Optional<Voice> stated = said.best("chipHours", HardwareTime::isOneRun);
        if (stated.isPresent()) {
            double hours = stated.get().number();
            String words = Figures.count(hours) + " " + chip.get().name() + "-hours";
            boolean settled = one && said.single("chipHours").isPresent();
            return Optional.of(new Run(chip.get(), hours, words, stated.get(), settled));
        }
        return counted(said, chip.get(), one);
    }

    static Optional<Accelerator> chip(Said said) {
        return said.all("accelerator").stream()
                .flatMap(voice -> Chips.all().named(voice.fact().getText()).stream())
                .filter(chip -> chip.peak() > 0)
                .findFirst();
    }

    /** Not the hours of a whole project or of all sizes of a family. */
    static boolean isOneRun(Voice voice) {
        return !voice.fact().getBoundary().equals("project");
    }

    private static Optional<Run> counted(Said said, Accelerator chip, boolean one) {
        Optional<Voice> count = said.best("acceleratorCount");
        Optional<Voice> hours = said.best("trainingHours", HardwareTime::isOneRun);
        if (count.isEmpty() || hours.isEmpty()) {
            return Optional.empty();
        }
        boolean settled = one
                && said.single("acceleratorCount").isPresent()
                && said.single("trainingHours").isPresent();
        String words = Figures.count(count.get().number()) + " × " + chip.name() + " × "
                + Figures.plain(hours.get().number()) + " h";
        double chipHours = count.get().number() * hours.get().number();
        return Optional.of(new Run(chip, chipHours, words, hours.get(), settled));
    }

    static Optional<Guess> of(Said said, Context context) {
        return run(said).map(run -> guess(said, run, context));
    }

    private static Guess guess(Said said, Run run, Context context) {
        Optional<Voice> stated = said.best("utilization");
        boolean slow = isSlow(said, run);
        double share =
                stated.map(Voice::number).orElseGet(() -> Constants.value(slow ? "utilizationV100" : "utilization"));
        double peak = peak(run, stated);
        double value = run.chipHours() * 3600 * peak * share;
        String arithmetic = run.words() + " × 3600 s × " + Figures.plain(peak / 1e12) + " TFLOP/s × "
                + Figures.plain(share) + (stated.isPresent() ? " stated utilisation" : " assumed utilisation")
                + " = " + Figures.flop(value) + " FLOP";
        List<String> sources = Stream.concat(Stream.of(run.voice()), stated.stream())
                .map(Voice::source)
                .toList();
        Widths.Width width = Widths.of(width(said, run, context, stated.isPresent(), slow));
        return Guess.of("hardware-time", "computed", value, width, arithmetic, sources)
                .marked(run.voice().fact().getBoundary(), run.voice().fact().getStage());
    }

    private static String width(Said said, Run run, Context context, boolean stated, boolean slow) {
        if (stated) {
            return isNet(said) ? "hardware-stated" : "hardware-stated-wall";
        }
        if (slow) {
            return "hardware-v100";
        }
        return !run.settled() ? "hardware-unsettled" : context.hasBase() ? "hardware" : "hardware-settled";
    }

    /** Many ran a V100 in FP32: unless the source says otherwise, half of the usual share of its tensor peak is reached. */
    private static boolean isSlow(Said said, Run run) {
        return run.chip().name().startsWith("NVIDIA V100")
                && MIXED.stream().noneMatch(format -> said.is("numericalFormat", format));
    }

    /** The dense BF16 peak, also of FP8 runs; that of FP8 only when the stated utilisation is said to be relative to it. */
    private static double peak(Run run, Optional<Voice> stated) {
        boolean relative = stated.filter(voice -> quote(voice).contains("fp8")).isPresent();
        return relative
                ? run.chip().fp8().orElse(run.chip().peak())
                : run.chip().peak();
    }

    /** Whether idle time is said to be left out of the hours. */
    private static boolean isNet(Said said) {
        return Stream.of("trainingHours", "chipHours")
                .flatMap(field -> said.best(field, HardwareTime::isOneRun).stream())
                .anyMatch(voice -> NET.stream().anyMatch(quote(voice)::contains));
    }

    private static String quote(Voice voice) {
        return voice.fact().getQuote().toLowerCase(Locale.ROOT);
    }
}
