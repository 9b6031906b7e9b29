package org.computedivide.streams.rules.tallies;

import java.util.Comparator;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Headline;

/**
 * A headline variant in the lists that selections are made from.
 *
 * @param release what tells it apart
 * @param headline its date and cumulative compute
 */
record Ranked(CountedRelease release, Headline headline) {

    private static final Comparator<Ranked> BY_NAME = Comparator.<Ranked, String>comparing(
                    ranked -> ranked.release().getFamilyId())
            .thenComparing(ranked -> ranked.headline().getVariant());

    static final Comparator<Ranked> BY_DAY =
            Comparator.comparingLong(Ranked::day).thenComparing(BY_NAME);

    /** The largest first. */
    static final Comparator<Ranked> BY_COMPUTE =
            Comparator.comparingDouble(Ranked::compute).reversed().thenComparing(BY_DAY);

    /** Comes before every variant of that day, in order of days. */
    static Ranked before(long day) {
        return new Ranked(
                CountedRelease.newBuilder().build(),
                Headline.newBuilder().setDay(Math.toIntExact(day)).build());
    }

    /** Days since 1970-01-01. */
    long day() {
        return headline.getDay();
    }

    /** Cumulative FLOP. */
    double compute() {
        return headline.getCompute();
    }

    /** Told when a variant comes into a selection or falls out of it. */
    @FunctionalInterface
    interface Listener {
        void changed(Selection selection, Ranked variant, boolean in);
    }
}
