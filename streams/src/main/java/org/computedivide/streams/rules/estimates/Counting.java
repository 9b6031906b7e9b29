package org.computedivide.streams.rules.estimates;

import java.util.Optional;
import org.computedivide.streams.rules.estimates.TokensSeen.Doubt;

/**
 * Operation counting: operations per token × tokens seen. Applies only when the count is proven to be of tokens; {@link Examples}
 * and {@link Towers} count what has none.
 */
final class Counting {

    private final Said said;
    private final Context context;
    private final Operations operations;
    private final TokensSeen tokens;

    private Counting(Said said, Context context, Operations operations, TokensSeen tokens) {
        this.said = said;
        this.context = context;
        this.operations = operations;
        this.tokens = tokens;
    }

    static Optional<Guess> of(Said said, Context context) {
        Optional<Guess> towers = Towers.of(said);
        Optional<Guess> tokens = Operations.of(said)
                .flatMap(each -> TokensSeen.of(said).map(seen -> new Counting(said, context, each, seen).guess()));
        return towers.or(() -> tokens).or(() -> Examples.of(said));
    }

    private Guess guess() {
        Widths.Width width = Widths.of(width());
        double value = operations.perToken() * tokens.number() * StrictMath.pow(10, width.centre());
        return new Guess(
                value,
                width.sigma(),
                "operation-counting",
                "computed",
                isLabelled() ? "unknown" : "updates-only",
                tokens.stage(),
                operations.words() + " × " + tokens.words() + " = " + Figures.flop(value) + " FLOP",
                tokens.sources(operations.size()),
                width.id());
    }

    /** Trained on what another model wrote: what that took belongs to another boundary, and nobody says how much it was. */
    private boolean isLabelled() {
        return said.is("method", "distilled") && said.best("teacherParameters").isEmpty();
    }

    private String width() {
        if (operations.hidden()) {
            return "counting-mixture";
        }
        if (tokens.doubt() == Doubt.USUAL_EPOCHS) {
            return "counting-usual-epochs";
        }
        boolean small = isSmall();
        if (small && tokens.doubt() == Doubt.NO_EPOCHS) {
            return "counting-small";
        }
        boolean doubtful = small || operations.halves() || tokens.doubt() == Doubt.AMBIGUOUS || isOfWeakSize();
        return doubtful || context.hasBase() ? "counting-ambiguous" : context.severalSizes() ? several() : "counting";
    }

    /** Small language models are of benchmarks with tens of epochs, unless they saw what only a large corpus holds. */
    private boolean isSmall() {
        return operations.size().number() < Constants.value("smallModel")
                && tokens.number() < Constants.value("largeCorpus");
    }

    private boolean isOfWeakSize() {
        return RuleOrder.of(operations.size().fact().getRule()) > 5;
    }

    /** Where several sizes are spoken of: whether the words give this one for this variant, and no other. */
    private String several() {
        Voice size = operations.size();
        boolean exact = size.rank() < 2 || size.isCurated();
        boolean own = !size.fact().getOwner().isEmpty()
                && said.single(size.fact().getField()).isPresent();
        return exact ? "counting" : own ? "counting-of-several" : "counting-ambiguous";
    }
}
