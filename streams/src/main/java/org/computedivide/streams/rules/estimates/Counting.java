package org.computedivide.streams.rules.estimates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Operation counting: six operations per parameter active per token, per token seen; four where only an adapter is trained. A data
 * set's tokens are multiplied by the epochs, and by what is usual for its size where nobody says them; tokens seen are not. Applies
 * only when the count is proven to be of tokens.
 */
final class Counting {

    private static final Set<String> TOKENS = Set.of("trainingTokens", "datasetTokens");

    private final Said said;
    private final Context context;
    private final Voice counted;
    private final Voice tokens;
    private final boolean active;

    private Counting(Said said, Context context, Voice counted, Voice tokens, boolean active) {
        this.said = said;
        this.context = context;
        this.counted = counted;
        this.tokens = tokens;
        this.active = active;
    }

    static Optional<Guess> of(Said said, Context context) {
        Optional<Voice> active = said.best("activeParameters");
        Optional<Voice> counted = active.or(() -> said.best("parameters"));
        Optional<Voice> tokens = tokens(said);
        return counted.isEmpty() || tokens.isEmpty()
                ? Optional.empty()
                : Optional.of(new Counting(said, context, counted.get(), tokens.get(), active.isPresent()).guess());
    }

    /** Tokens seen in pretraining go before those of a data set. */
    static Optional<Voice> tokens(Said said) {
        return said.best(TOKENS, voice -> voice.fact().getStage().equals("pretraining") || voice.isCurated())
                .or(() -> said.best(TOKENS, voice -> !isTuning(voice)));
    }

    private static boolean isTuning(Voice voice) {
        return voice.fact().getStage().equals("supervised-tuning")
                || voice.fact().getStage().equals("reinforcement-learning");
    }

    private Guess guess() {
        boolean hidden = !active
                && (said.is("architecture", "mixture-of-experts")
                        || counted.number() > Constants.value("largestDense"));
        boolean halves = said.is("architecture", "encoder-decoder") && !hidden;
        double each = Constants.value(said.is("method", "adapter") ? "operationsAdapter" : "operations")
                * (halves ? Constants.value("encoderDecoder") : 1);
        Passes passes = passes();
        Widths.Width width = Widths.of(width(hidden, halves, passes));
        double value = each * counted.number() * tokens.number() * passes.number() * StrictMath.pow(10, width.centre());
        String arithmetic = Figures.plain(each) + " × " + Figures.count(counted.number()) + (active ? " active" : "")
                + (hidden ? " total / 11 for the experts at rest" : "")
                + (halves ? " in two halves" : "") + " × "
                + Figures.count(tokens.number()) + " tokens" + passes.words() + " = " + Figures.flop(value)
                + " FLOP";
        return new Guess(
                value,
                width.sigma(),
                "operation-counting",
                "computed",
                "updates-only",
                tokens.fact().getStage(),
                arithmetic,
                sources(passes));
    }

    /** How often the tokens were passed. */
    private record Passes(double number, String words, Optional<Voice> voice, boolean usual) {}

    private Passes passes() {
        if (!isDataSet()) {
            return new Passes(1, "", Optional.empty(), false);
        }
        Optional<Voice> stated = said.best("epochs");
        if (stated.isPresent()) {
            double epochs = stated.get().number();
            return new Passes(epochs, epochs == 1 ? "" : " × " + Figures.plain(epochs) + " epochs", stated, false);
        }
        double decades = Constants.value("epochsSlope")
                * (StrictMath.log10(Constants.value("epochsFrom")) - StrictMath.log10(tokens.number()));
        double usual = StrictMath.pow(10, Math.min(Constants.value("epochsMost"), Math.max(0, decades)));
        return new Passes(
                usual, usual == 1 ? "" : " × about " + Math.round(usual) + " epochs (usual)", Optional.empty(), true);
    }

    /** Tokens of a data set; so few that nobody trains on them once are one's, whatever verb stands by. */
    private boolean isDataSet() {
        return tokens.fact().getField().equals("datasetTokens")
                || (!tokens.isCurated() && tokens.number() < Constants.value("settledTokens"));
    }

    private String width(boolean hidden, boolean halves, Passes passes) {
        if (hidden) {
            return "counting-mixture";
        }
        if (passes.usual() && passes.number() > 1) {
            return "counting-usual-epochs";
        }
        boolean small = counted.number() < Constants.value("smallModel");
        if (small && isDataSet() && passes.voice().isEmpty()) {
            return "counting-small";
        }
        return small || halves || passes.usual() || isAmbiguous() ? "counting-ambiguous" : "counting";
    }

    /** More than one size or token count that it could be, or words that prove it only weakly. */
    private boolean isAmbiguous() {
        boolean weak = RuleOrder.of(counted.fact().getRule()) > 5;
        boolean exact = counted.rank() < 2 || counted.isCurated();
        return weak || (context.severalSizes() && !exact) || said.severalTokens() || context.hasBase();
    }

    private List<String> sources(Passes passes) {
        List<String> sources = new ArrayList<>(List.of(counted.source(), tokens.source()));
        passes.voice().map(Voice::source).ifPresent(sources::add);
        return sources;
    }
}
