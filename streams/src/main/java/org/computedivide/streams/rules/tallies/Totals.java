package org.computedivide.streams.rules.tallies;

import org.computedivide.avro.CountedRelease;

/**
 * How many and how much: adding and taking away in any order gives the same.
 *
 * @param releases all of them
 * @param withCompute those whose compute counts for lines and records
 * @param imputed those whose compute rests on a prior alone
 * @param parameters those that state their parameters
 * @param data those that state how much they were trained on
 * @param hardware those that state their hardware
 * @param derivatives known of them, all together
 * @param parts releases of several countries divided among them, in units of {@link #WHOLE} to a release
 * @param sums of compute, cost, energy and the like
 */
record Totals(
        long releases,
        long withCompute,
        long imputed,
        long parameters,
        long data,
        long hardware,
        long derivatives,
        long parts,
        Sums sums) {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, Sums.NONE);

    /** Divisible by every number up to 20, so that parts of a release add up to one exactly. */
    static final long WHOLE = 232_792_560L;

    /** What one release contributes. */
    static Totals of(CountedRelease release) {
        int disclosed = release.getDisclosed();
        return new Totals(
                1,
                release.getCumulative() == null ? 0 : 1,
                release.getImputed() ? 1 : 0,
                disclosed & Disclosed.PARAMETERS,
                (disclosed & Disclosed.DATA) / Disclosed.DATA,
                (disclosed & Disclosed.HARDWARE) / Disclosed.HARDWARE,
                release.getDerivatives(),
                WHOLE,
                Sums.of(release));
    }

    /** What one headline variant contributes to a selection. */
    static Totals ofRanked(boolean withCompute) {
        return new Totals(1, withCompute ? 1 : 0, 0, 0, 0, 0, 0, WHOLE, Sums.NONE);
    }

    /** The same, of one of several values that share the release. */
    Totals sharedBy(int values) {
        return new Totals(
                releases, withCompute, imputed, parameters, data, hardware, derivatives, parts / values, sums);
    }

    /** How many releases are in the sum of an amount. */
    long known(Amount amount) {
        return sums.releases(amount);
    }

    /** The sum of an amount. */
    double sum(Amount amount) {
        return sums.value(amount);
    }

    Totals plus(Totals other) {
        return new Totals(
                releases + other.releases,
                withCompute + other.withCompute,
                imputed + other.imputed,
                parameters + other.parameters,
                data + other.data,
                hardware + other.hardware,
                derivatives + other.derivatives,
                parts + other.parts,
                sums.plus(other.sums));
    }

    Totals negated() {
        return new Totals(
                -releases, -withCompute, -imputed, -parameters, -data, -hardware, -derivatives, -parts, sums.negated());
    }

    Totals minus(Totals other) {
        return plus(other.negated());
    }

    /** Nothing is left of a set without releases. */
    boolean isEmpty() {
        return releases == 0;
    }
}
