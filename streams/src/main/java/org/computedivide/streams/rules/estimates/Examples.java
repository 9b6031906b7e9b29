package org.computedivide.streams.rules.estimates;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Training that is counted in examples and not in tokens (diffusion, adversarial, contrastive): three forward passes each, one
 * forward and twice as much backward. Averages of weights cost nothing; frozen parts belong into the forward pass alone.
 */
final class Examples {

    private Examples() {}

    static Optional<Guess> of(Said said) {
        Optional<Voice> forward = said.best("forwardOperations");
        List<Voice> seen = seen(said);
        return forward.isEmpty() || seen.isEmpty() ? Optional.empty() : Optional.of(guess(forward.get(), seen));
    }

    /** Examples seen, or steps and the examples of a batch. */
    private static List<Voice> seen(Said said) {
        Optional<Voice> examples = said.best("examples");
        Optional<Voice> steps = said.single("trainingSteps");
        Optional<Voice> batch = said.single("batchSize");
        if (examples.isPresent()) {
            return List.of(examples.get());
        }
        return steps.isPresent() && batch.isPresent() ? List.of(steps.get(), batch.get()) : List.of();
    }

    private static Guess guess(Voice forward, List<Voice> seen) {
        double passes = Constants.value("passesOfAnExample");
        double value = passes * forward.number();
        String many = seen.size() == 1 ? "" : " steps";
        StringBuilder words = new StringBuilder(
                Figures.plain(passes) + " × " + Figures.flop(forward.number()) + " FLOP of a forward pass");
        for (int i = 0; i < seen.size(); i++) {
            value *= seen.get(i).number();
            words.append(" × ")
                    .append(Figures.count(seen.get(i).number()))
                    .append(i == 0 && seen.size() > 1 ? many : " examples");
        }
        words.append(" = ").append(Figures.flop(value)).append(" FLOP");
        List<String> sources = Stream.concat(Stream.of(forward), seen.stream())
                .map(Voice::source)
                .toList();
        Widths.Width width = Widths.of("counting-ambiguous");
        return Guess.of("operation-counting", "computed", value, width, words.toString(), sources)
                .marked("updates-only", "pretraining");
    }
}
