package org.computedivide.streams.rules.estimates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * Every estimate that applies to a variant, and the one that stands: stated by the maker, else curated, else computed here,
 * else imputed. Only what is computed here is combined.
 */
final class Estimator {

    private static final double LEAST_UTILIZATION = 0.02;
    private static final double MOST_UTILIZATION = 0.70;

    /** The estimates and, when there is any, the figure that stands. */
    record Result(List<Estimate> estimates, @Nullable Compute compute) {

        Result {
            estimates = List.copyOf(estimates);
        }
    }

    private final Said said;
    private final Context context;
    private final List<Estimate> estimates = new ArrayList<>();
    private boolean disagree;

    private Estimator(Said said, Context context) {
        this.said = said;
        this.context = context;
    }

    static Result of(Said said, Context context) {
        return new Estimator(said, context).estimate();
    }

    private Result estimate() {
        List<Guess> stated = Stated.of(said);
        Optional<Guess> computed = computed(stated.isEmpty());
        Optional<Guess> imputed = imputed();
        if (!stated.isEmpty()) {
            return standing(stated.get(0), stated, computed.isPresent(), imputed);
        }
        if (computed.isPresent() && (!isDerived() || isWhole(computed.get()))) {
            return new Result(estimates(imputed, false), compute(computed.get(), null));
        }
        if (computed.isPresent()) {
            return derived(computed.get(), imputed.or(() -> Prior.of(said, context)));
        }
        return imputed.map(guess -> new Result(estimates(imputed, true), compute(guess, null)))
                .orElseGet(() -> new Result(estimates, null));
    }

    /** Made from a base: said by the observation, or by continued training, or by a size that is the base's. */
    private boolean isDerived() {
        boolean continued = Counting.tokens(said)
                .filter(tokens -> !tokens.fact().getStage().equals("pretraining"))
                .isPresent();
        boolean base = said.best("parameters")
                .filter(voice -> voice.fact().getRule().startsWith("base-size"))
                .isPresent();
        return context.hasBase() || continued || base;
    }

    /** Tokens of pretraining count the base as well. */
    private static boolean isWhole(Guess guess) {
        return guess.method().equals("operation-counting") && guess.stage().equals("pretraining");
    }

    private Result standing(Guess first, List<Guess> stated, boolean computed, Optional<Guess> imputed) {
        List<Estimate> all = new ArrayList<>();
        all.add(first.estimate(true, ""));
        stated.stream().skip(1).forEach(guess -> all.add(guess.estimate(false, "another origin says so")));
        all.addAll(estimates);
        if (!computed) {
            imputed.ifPresent(guess -> all.add(guess.estimate(false, "shown apart")));
        }
        return new Result(all, compute(first, null));
    }

    private List<Estimate> estimates(Optional<Guess> imputed, boolean used) {
        List<Estimate> all = new ArrayList<>(estimates);
        imputed.ifPresent(guess -> all.add(guess.estimate(used, used ? "" : "shown apart")));
        return all;
    }

    /** Of a derivative the run itself is what was added; what it inherited is imputed. */
    private Result derived(Guess added, Optional<Guess> base) {
        if (base.isEmpty()) {
            return new Result(estimates(Optional.empty(), false), compute(added, added));
        }
        Guess inherited = base.get();
        Guess whole = new Guess(
                inherited.value() + added.value(),
                inherited.value() > added.value() ? inherited.sigma() : Math.max(added.sigma(), 0.40),
                "fine-tune",
                "imputed",
                added.boundary(),
                "all",
                "inherited " + inherited.arithmetic() + "; added " + added.arithmetic(),
                added.sources());
        List<Estimate> all = estimates(Optional.of(inherited), false);
        all.add(whole.estimate(true, "what was inherited is imputed"));
        return new Result(all, compute(whole, added));
    }

    private Optional<Guess> imputed() {
        Optional<Guess> chips = ChipsOnly.of(said, context);
        Optional<Guess> prior = mayImpute() ? Prior.of(said, context) : Optional.empty();
        if (chips.isEmpty() || prior.isEmpty()) {
            return prior;
        }
        return Optional.of(chips.get().sigma() < prior.get().sigma() ? chips.get() : prior.get());
    }

    /** A release, or something whose training its makers tell of. */
    private boolean mayImpute() {
        boolean trained = said.best("parameters").isPresent()
                || said.best("accelerator").isPresent()
                || said.best("trainingTokens").isPresent();
        return context.isKnownMaker() && (context.isRelease() || (trained && !context.isCopy()));
    }

    private Optional<Guess> computed(boolean used) {
        Optional<Guess> counting = Counting.of(said);
        Optional<Guess> hardware = HardwareTime.of(said);
        if (counting.isPresent() && hardware.isPresent()) {
            return Optional.of(both(counting.get(), hardware.get(), used));
        }
        Optional<Guess> one = counting.isPresent() ? counting : hardware;
        one.ifPresent(guess -> estimates.add(guess.estimate(used, "")));
        return one;
    }

    private Guess both(Guess counting, Guess hardware, boolean used) {
        double implied = counting.value() / HardwareTime.run(said).orElseThrow().peakOperations();
        if (implied > 1) {
            estimates.add(counting.estimate(used, ""));
            estimates.add(hardware.estimate(
                    false, "set aside: the counted operations would need a utilisation of " + Figures.plain(implied)));
            return counting;
        }
        disagree = Combination.disagree(counting, hardware);
        if (disagree || implied < LEAST_UTILIZATION || implied > MOST_UTILIZATION) {
            boolean countingFirst = counting.sigma() <= hardware.sigma();
            estimates.add(counting.estimate(
                    used && countingFirst,
                    "differs from hardware time, implied utilisation " + Figures.plain(implied)));
            estimates.add(hardware.estimate(used && !countingFirst, "differs from operation counting"));
            return countingFirst ? counting : hardware;
        }
        Guess combined = Combination.of(counting, hardware);
        estimates.add(counting.estimate(false, "in the combination"));
        estimates.add(hardware.estimate(false, "in the combination"));
        estimates.add(combined.estimate(used, ""));
        return combined;
    }

    private Compute compute(Guess guess, @Nullable Guess added) {
        boolean imputed = guess.tier().equals("imputed");
        boolean own = !imputed && !isDerived();
        return Compute.newBuilder()
                .setValue(guess.value())
                .setLow(guess.low())
                .setHigh(guess.high())
                .setMethod(guess.method())
                .setConfidence(guess.confidence())
                .setArithmetic(guess.arithmetic())
                .setInherited(inherited(guess, added))
                .setAdded(added != null ? Double.valueOf(added.value()) : own ? Double.valueOf(guess.value()) : null)
                .setBoundary(guess.boundary())
                .setStage(guess.stage())
                .setImputed(imputed)
                .setDisagree(disagree)
                .setSigma(guess.sigma())
                .build();
    }

    private static @Nullable Double inherited(Guess whole, @Nullable Guess added) {
        return added == null || whole.equals(added) ? null : Double.valueOf(whole.value() - added.value());
    }
}
