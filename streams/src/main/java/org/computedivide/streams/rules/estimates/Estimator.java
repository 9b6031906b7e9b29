package org.computedivide.streams.rules.estimates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * Every estimate that applies to a variant, and the one that stands: stated by the maker, else curated, else computed here,
 * else imputed. Only what is computed here is combined.
 */
final class Estimator {

    /** The estimates and, when there is any, the figure that stands. */
    record Result(List<Estimate> estimates, @Nullable Compute compute) {

        Result {
            estimates = List.copyOf(estimates);
        }
    }

    /** Ways of training that begin from the weights of another model. */
    private static final Set<String> INHERITS = Set.of("adapter", "grown", "pruned");

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
        Optional<Guess> computed = context.isCopy() ? Optional.empty() : computed();
        Guess usual = Prior.of(said, context);
        stated = believable(stated, computed);
        if (!stated.isEmpty()) {
            return standing(stated.get(0), stated, computed.isPresent(), usual);
        }
        if (computed.isEmpty() && !Prior.isApplicable(said, context)) {
            return new Result(estimates, null);
        }
        if (computed.isEmpty()) {
            estimates.add(usual.estimate(true, ""));
            return new Result(estimates, context.isCopy() ? copy(usual) : compute(usual, null));
        }
        if (!isTooLittle(computed.get()) && (!isDerived() || isWhole(computed.get()))) {
            return new Result(estimates, compute(computed.get(), null));
        }
        return derived(computed.get(), Prior.ofBase(said, context));
    }

    /** What a maker states a thousand times off from what its size, tokens or hardware give stands aside, so the next best stands. */
    private List<Guess> believable(List<Guess> stated, Optional<Guess> computed) {
        List<Guess> believable = new ArrayList<>();
        for (Guess guess : stated) {
            boolean impossible = guess.tier().equals("maker")
                    && !said.isApproved("trainingCompute", guess.value())
                    && computed.filter(other -> isImpossible(guess, other)).isPresent();
            if (impossible) {
                estimates.add(guess.estimate(false, "set aside: a thousand times off from what was computed"));
            } else {
                believable.add(guess);
            }
        }
        return believable;
    }

    private static boolean isImpossible(Guess stated, Guess computed) {
        double decades = Math.abs(StrictMath.log10(stated.value() / computed.value()));
        return decades >= StrictMath.log10(Constants.value("impossible") / Constants.value("roundedAmount"));
    }

    /** Made from a base: said by the observation, or by continued training, or by a size that is the base's. */
    private boolean isDerived() {
        boolean continued = TokensSeen.voice(said)
                .filter(tokens -> tokens.fact().getStage().equals("continued"))
                .isPresent();
        boolean base = said.best("parameters")
                .filter(voice -> voice.fact().getRule().startsWith("base-size"))
                .isPresent();
        return context.hasBase()
                || continued
                || base
                || INHERITS.stream().anyMatch(method -> said.is("method", method));
    }

    /** So few operations for its size that a model of language cannot have begun from nothing. */
    private boolean isTooLittle(Guess guess) {
        double parameters = Operations.active(said);
        return context.isLanguage()
                && parameters >= Constants.value("smallModel")
                && guess.value()
                        < Constants.value("leastTokensPerParameter")
                                * Constants.value("operations")
                                * parameters
                                * parameters;
    }

    /** Tokens of pretraining count the base as well, unless they are far too few for its size. */
    private boolean isWhole(Guess guess) {
        double usual = Prior.ofBase(said, context).value();
        return guess.method().equals("operation-counting")
                && guess.stage().equals("pretraining")
                && guess.value() >= Constants.value("wholeShare") * usual;
    }

    private Result standing(Guess first, List<Guess> stated, boolean computed, Guess usual) {
        List<Estimate> all = new ArrayList<>();
        all.add(first.estimate(true, ""));
        stated.stream().skip(1).forEach(guess -> all.add(guess.estimate(false, "another origin says so")));
        estimates.forEach(one -> all.add(Estimate.newBuilder(one).setUsed(false).build()));
        if (!computed) {
            all.add(usual.estimate(false, "shown apart"));
        }
        return new Result(all, compute(first, null));
    }

    /** Of a derivative the run itself is what was added; what it inherited is imputed. */
    private Result derived(Guess added, Guess inherited) {
        Guess whole = new Guess(
                inherited.value() + added.value(),
                inherited.value() > added.value()
                        ? inherited.sigma()
                        : Math.max(
                                added.sigma(), Widths.of("counting-ambiguous").sigma()),
                "fine-tune",
                "imputed",
                added.boundary(),
                "all",
                "inherited " + inherited.arithmetic() + "; added " + added.arithmetic(),
                added.sources(),
                added.width());
        estimates.add(inherited.estimate(false, "what a base of this size usually took"));
        estimates.add(whole.estimate(true, "what was inherited is imputed"));
        return new Result(estimates, compute(whole, added));
    }

    private Optional<Guess> computed() {
        Optional<Guess> counting = Counting.of(said, context);
        counting.flatMap(updates -> Generation.with(said, updates))
                .ifPresent(
                        more -> estimates.add(more.estimate(false, "counts what was generated too: another boundary")));
        Optional<Guess> hardware = HardwareTime.of(said, context);
        if (counting.isPresent() && hardware.isPresent()) {
            return Optional.of(both(counting.get(), hardware.get()));
        }
        Optional<Guess> one = counting.isPresent() ? counting : hardware;
        one.ifPresent(guess -> estimates.add(guess.estimate(true, "")));
        return one;
    }

    private Guess both(Guess counting, Guess hardware) {
        double implied = counting.value() / HardwareTime.run(said).orElseThrow().peakOperations();
        if (implied > 1) {
            estimates.add(counting.estimate(true, ""));
            estimates.add(hardware.estimate(
                    false, "set aside: the counted operations would need a utilisation of " + Figures.plain(implied)));
            return counting;
        }
        disagree = Combination.disagree(counting, hardware);
        if (disagree || implied < Constants.value("leastUtilization") || implied > Constants.value("mostUtilization")) {
            boolean countingFirst = counting.sigma() <= hardware.sigma();
            estimates.add(counting.estimate(
                    countingFirst, "differs from hardware time, implied utilisation " + Figures.plain(implied)));
            estimates.add(hardware.estimate(!countingFirst, "differs from operation counting"));
            return countingFirst ? counting : hardware;
        }
        Guess combined = Combination.of(counting, hardware);
        estimates.add(counting.estimate(false, "in the combination"));
        estimates.add(hardware.estimate(false, "in the combination"));
        estimates.add(combined.estimate(true, ""));
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
                .setWidth(guess.width())
                .build();
    }

    /** A quantization or a merge adds nothing; of several parents it has what the largest took, not the sum. */
    private Compute copy(Guess usual) {
        return Compute.newBuilder(compute(usual, null))
                .setInherited(usual.value())
                .setAdded(0.0)
                .build();
    }

    private static @Nullable Double inherited(Guess whole, @Nullable Guess added) {
        return added == null || whole.equals(added) ? null : Double.valueOf(whole.value() - added.value());
    }
}
