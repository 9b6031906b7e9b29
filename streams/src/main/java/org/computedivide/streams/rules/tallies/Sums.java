package org.computedivide.streams.rules.tallies;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import org.computedivide.avro.CountedRelease;

/** Exact sums of every amount, and over how many releases: adding and taking away in any order gives the same. */
final class Sums {

    static final Sums NONE = new Sums(new EnumMap<>(Amount.class));

    private static final Sum NOTHING = new Sum(0, BigInteger.ZERO);

    /** Over how many releases, in units of 2^-32. */
    private record Sum(long releases, BigInteger units) {

        private Sum plus(Sum other) {
            return new Sum(releases + other.releases, units.add(other.units));
        }

        private Sum negated() {
            return new Sum(-releases, units.negate());
        }
    }

    private final Map<Amount, Sum> sums;

    private Sums(Map<Amount, Sum> sums) {
        this.sums = sums;
    }

    /** Of one release; {@link #NONE} itself when it has no amount. */
    static Sums of(CountedRelease release) {
        var sums = new EnumMap<Amount, Sum>(Amount.class);
        for (Amount amount : Amount.ALL) {
            Double value = amount.of(release);
            if (value != null) {
                sums.put(amount, new Sum(1, Flop.units(value)));
            }
        }
        return orNone(sums);
    }

    private static Sums orNone(Map<Amount, Sum> sums) {
        return sums.isEmpty() ? NONE : new Sums(sums);
    }

    /** How many releases are in the sum. */
    long releases(Amount amount) {
        return sums.getOrDefault(amount, NOTHING).releases();
    }

    /** The double nearest to the sum. */
    double value(Amount amount) {
        return Flop.value(sums.getOrDefault(amount, NOTHING).units());
    }

    Sums plus(Sums other) {
        if (sums.isEmpty() || other.sums.isEmpty()) {
            return sums.isEmpty() ? other : this;
        }
        var all = new EnumMap<>(sums);
        other.sums.forEach((amount, sum) -> all.merge(amount, sum, (old, plus) -> {
            Sum both = old.plus(plus);
            return both.releases() == 0 ? null : both;
        }));
        return orNone(all);
    }

    Sums negated() {
        if (sums.isEmpty()) {
            return NONE;
        }
        var negated = new EnumMap<>(sums);
        negated.replaceAll((amount, sum) -> sum.negated());
        return new Sums(negated);
    }
}
