package org.computedivide.streams.rules.tallies;

import java.math.BigInteger;
import org.computedivide.avro.CountedRelease;

/**
 * How many and how much: adding and taking away in any order gives the same.
 *
 * @param releases all of them
 * @param withCompute those whose compute counts for lines and records
 * @param summed those whose added compute is in the sum
 * @param imputed those whose compute rests on a prior alone
 * @param compute sum of added compute in units of 2^-32 FLOP
 * @param parameters those that state their parameters
 * @param data those that state how much they were trained on
 * @param hardware those that state their hardware
 * @param derivatives known of them, all together
 * @param parts releases of several countries divided among them, in units of {@link #WHOLE} to a release
 */
record Totals(
        long releases,
        long withCompute,
        long summed,
        long imputed,
        BigInteger compute,
        long parameters,
        long data,
        long hardware,
        long derivatives,
        long parts) {

    static final Totals NONE = new Totals(0, 0, 0, 0, BigInteger.ZERO, 0, 0, 0, 0, 0);

    /** Divisible by every number up to 20, so that parts of a release add up to one exactly. */
    static final long WHOLE = 232_792_560L;

    /** What one release contributes. */
    static Totals of(CountedRelease release) {
        Double added = release.getAdded();
        int disclosed = release.getDisclosed();
        return new Totals(
                1,
                release.getCumulative() == null ? 0 : 1,
                added == null ? 0 : 1,
                release.getImputed() ? 1 : 0,
                added == null ? BigInteger.ZERO : Flop.units(added),
                disclosed & Disclosed.PARAMETERS,
                (disclosed & Disclosed.DATA) / Disclosed.DATA,
                (disclosed & Disclosed.HARDWARE) / Disclosed.HARDWARE,
                release.getDerivatives(),
                WHOLE);
    }

    /** What one headline variant contributes to a selection. */
    static Totals ofRanked(boolean withCompute) {
        return new Totals(1, withCompute ? 1 : 0, 0, 0, BigInteger.ZERO, 0, 0, 0, 0, WHOLE);
    }

    /** The same, of one of several values that share the release. */
    Totals sharedBy(int values) {
        return new Totals(
                releases,
                withCompute,
                summed,
                imputed,
                compute,
                parameters,
                data,
                hardware,
                derivatives,
                parts / values);
    }

    Totals plus(Totals other) {
        return new Totals(
                releases + other.releases,
                withCompute + other.withCompute,
                summed + other.summed,
                imputed + other.imputed,
                other.summed == 0 ? compute : compute.add(other.compute),
                parameters + other.parameters,
                data + other.data,
                hardware + other.hardware,
                derivatives + other.derivatives,
                parts + other.parts);
    }

    Totals negated() {
        return new Totals(
                -releases,
                -withCompute,
                -summed,
                -imputed,
                compute.negate(),
                -parameters,
                -data,
                -hardware,
                -derivatives,
                -parts);
    }

    Totals minus(Totals other) {
        return plus(other.negated());
    }

    /** Nothing is left of a set without releases. */
    boolean isEmpty() {
        return releases == 0;
    }
}
