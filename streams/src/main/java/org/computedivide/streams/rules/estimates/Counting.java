package org.computedivide.streams.rules.estimates;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Operation counting: six operations per parameter active per token, per token seen. A data set's tokens are multiplied by
 * the epochs; tokens seen are not. Applies only when the count is proven to be of tokens.
 */
final class Counting {

    private static final Set<String> TOKENS = Set.of("trainingTokens", "datasetTokens");
    private static final double SMALL = 1e9;

    private Counting() {}

    static Optional<Guess> of(Said said) {
        Optional<Voice> parameters = said.best("parameters");
        Optional<Voice> active = said.best("activeParameters");
        Optional<Voice> tokens = tokens(said);
        Optional<Voice> counted = active.isPresent() ? active : parameters;
        if (counted.isEmpty() || tokens.isEmpty()) {
            return Optional.empty();
        }
        boolean hidden = active.isEmpty() && said.best("architecture").isPresent();
        return Optional.of(guess(said, counted.get(), active.isPresent(), hidden, tokens.get()));
    }

    /** Tokens seen in pretraining go before those of a data set. */
    static Optional<Voice> tokens(Said said) {
        return said.best(TOKENS, voice -> voice.fact().getStage().equals("pretraining") || voice.isCurated())
                .or(() -> said.best(TOKENS, voice -> !isTuning(voice)));
    }

    private static boolean isTuning(Voice voice) {
        return voice.fact().getStage().equals("supervised-tuning");
    }

    private static Guess guess(Said said, Voice counted, boolean active, boolean hidden, Voice tokens) {
        boolean corpus = tokens.fact().getField().equals("datasetTokens");
        Optional<Voice> epochs = corpus ? said.best("epochs") : Optional.empty();
        double passes = epochs.map(Voice::number).orElse(1.0);
        double value = 6 * counted.number() * tokens.number() * passes;
        String arithmetic = "6 × " + Figures.count(counted.number()) + (active ? " active" : "")
                + (hidden ? " total / 11 for the experts at rest" : "") + " × "
                + Figures.count(tokens.number()) + " tokens"
                + (passes == 1 ? "" : " × " + Figures.plain(passes) + " epochs");
        String width = hidden ? "counting-mixture" : width(counted, tokens, corpus && epochs.isEmpty());
        Guess guess = Guess.of(
                "operation-counting", "computed", value, Widths.of(width), "", sources(counted, tokens, epochs));
        return new Guess(
                guess.value(),
                guess.sigma(),
                guess.method(),
                guess.tier(),
                "updates-only",
                stage(tokens),
                arithmetic + " = " + Figures.flop(guess.value()) + " FLOP",
                guess.sources());
    }

    private static String stage(Voice tokens) {
        return tokens.fact().getStage();
    }

    private static String width(Voice counted, Voice tokens, boolean openEpochs) {
        boolean weak = RuleOrder.of(counted.fact().getRule()) > 5;
        boolean seen = tokens.fact().getField().equals("trainingTokens") && !tokens.isCurated();
        if (counted.number() < SMALL) {
            return seen ? "counting-ambiguous" : "counting-small";
        }
        return openEpochs || weak ? "counting-ambiguous" : "counting";
    }

    private static List<String> sources(Voice counted, Voice tokens, Optional<Voice> epochs) {
        return epochs.isPresent()
                ? List.of(counted.source(), tokens.source(), epochs.get().source())
                : List.of(counted.source(), tokens.source());
    }
}
