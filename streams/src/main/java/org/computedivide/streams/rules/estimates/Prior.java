package org.computedivide.streams.rules.estimates;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.computedivide.streams.rules.facts.Accelerator;
import org.computedivide.streams.rules.priors.PriorTable;
import org.computedivide.streams.rules.priors.Quantities;
import org.computedivide.streams.rules.priors.Traits;

/**
 * What a release of its date, kind of maker, domain, size and hardware usually took (prior.csv). Called imputed; never in sums,
 * shares, thresholds or records.
 */
final class Prior {

    /** Read when first asked for, so that a table can be fitted where none is yet. */
    private static final class Fitted {

        static final PriorTable TABLE = PriorTable.load();
    }

    private Prior() {}

    /**
     * Whether more is known than a date: a maker's kind, a paper or an announcement; elsewhere than on a hub also a size or a chip.
     * Tables are made of what was large or famous, so they say nothing of what anybody uploads.
     */
    static boolean isApplicable(Said said, Context context) {
        boolean told =
                said.best("parameters").isPresent() || HardwareTime.chip(said).isPresent();
        return context.paper()
                || !context.affiliation().equals("unknown")
                || ((context.isRelease() || told) && !context.isUpload());
    }

    /** Of the release as it is: with its base when it has one. */
    static Guess of(Said said, Context context) {
        return guess(said, context, context.traits(), context.hasBase() ? ", with a base model" : "");
    }

    /** Of a training begun from nothing: what a base of this size took. */
    static Guess ofBase(Said said, Context context) {
        Quantities size = new Quantities(Double.NaN, seen(said).parameters(), Double.NaN, Double.NaN, Double.NaN);
        Traits traits = context.traitsOfBase(TokensSeen.voice(said).isPresent());
        return guess(size, said, context, traits, ", as a base that others build on");
    }

    /** What our rules read of the quantities that the prior knows. */
    static Quantities seen(Said said) {
        double chips = number(said.best("acceleratorCount"));
        double peak = HardwareTime.chip(said).map(Accelerator::peak).orElse(0.0);
        return Quantities.of(0, number(said.best("parameters")), chips, peak, number(said.best("trainingHours")));
    }

    private static double number(Optional<Voice> voice) {
        return voice.map(Voice::number).orElse(0.0);
    }

    private static Guess guess(Said said, Context context, Traits traits, String more) {
        return guess(seen(said), said, context, traits, more);
    }

    private static Guess guess(Quantities seen, Said said, Context context, Traits traits, String more) {
        PriorTable.Expected expected = Fitted.TABLE.compute(traits, seen);
        double value = StrictMath.pow(10, expected.mean());
        return new Guess(
                value,
                expected.sigma(),
                "imputed",
                "imputed",
                "unknown",
                "unknown",
                "usual for " + words(seen, said, context) + more + ": about " + Figures.flop(value) + " FLOP",
                sources(seen, said),
                "");
    }

    private static String words(Quantities seen, Said said, Context context) {
        List<String> words = new ArrayList<>();
        if (!Double.isNaN(seen.parameters())) {
            words.add(Figures.count(number(said.best("parameters"))) + " parameters");
        }
        if (!Double.isNaN(seen.peak())) {
            String chip = HardwareTime.chip(said).map(Accelerator::name).orElse("");
            words.add(
                    Double.isNaN(seen.fleet())
                            ? chip
                            : Figures.count(StrictMath.pow(10, seen.fleet() - seen.peak())) + " × " + chip);
        }
        if (!Double.isNaN(seen.hours())) {
            words.add(Figures.plain(StrictMath.pow(10, seen.hours())) + " h");
        }
        words.add(
                context.domains().isEmpty()
                        ? "a model"
                        : String.join(
                                " and ", context.domains().stream().sorted().toList()));
        context.year().ifPresent(year -> words.add(String.valueOf((int) Math.floor(year))));
        words.add(context.affiliation().equals("unknown") ? "an unknown maker" : context.affiliation());
        return String.join(", ", words);
    }

    private static List<String> sources(Quantities seen, Said said) {
        List<String> sources = new ArrayList<>();
        if (!Double.isNaN(seen.parameters())) {
            said.best("parameters").map(Voice::source).ifPresent(sources::add);
        }
        if (!Double.isNaN(seen.peak())) {
            said.best("accelerator").map(Voice::source).ifPresent(sources::add);
        }
        Collections.sort(sources);
        return sources;
    }
}
