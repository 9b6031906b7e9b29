package org.computedivide.streams.rules.estimates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was computed beside the updates: a teacher's forward pass over the tokens that it labelled (logits), and the rollouts of
 * reinforcement learning. Shown apart with its own boundary; it never stands with values that count updates alone.
 */
final class Generation {

    private Generation() {}

    /** The counted updates and what was generated for them. */
    static Optional<Guess> with(Said said, Guess updates) {
        Optional<Voice> teacher =
                said.is("method", "distilled-logits") ? said.best("teacherParameters") : Optional.empty();
        if (teacher.isPresent()) {
            double tokens = TokensSeen.of(said).map(TokensSeen::number).orElse(0.0);
            return Optional.of(sum(
                    updates,
                    teacher.get().number(),
                    tokens,
                    " teacher × " + Figures.count(tokens) + " tokens labelled",
                    teacher.get()));
        }
        double active = Operations.active(said);
        return said.best("rolloutTokens")
                .filter(rollouts -> !Double.isNaN(active))
                .map(rollouts -> sum(
                        updates,
                        active,
                        rollouts.number(),
                        " × " + Figures.count(rollouts.number()) + " tokens of rollouts",
                        rollouts));
    }

    private static Guess sum(Guess updates, double parameters, double tokens, String words, Voice voice) {
        double forward = Constants.value("operationsForward");
        double value = updates.value() + forward * parameters * tokens;
        List<String> sources = new ArrayList<>(updates.sources());
        sources.add(voice.source());
        return new Guess(
                value,
                Math.max(updates.sigma(), Widths.of("counting-ambiguous").sigma()),
                "operation-counting",
                "computed",
                "with-data-generation",
                updates.stage(),
                updates.arithmetic() + "; + " + Figures.plain(forward) + " × " + Figures.count(parameters) + words
                        + " = " + Figures.flop(value) + " FLOP",
                sources,
                "counting-ambiguous");
    }
}
