package org.computedivide.streams.rules.tallies;

import java.math.BigInteger;

/**
 * How many and how much: adding and taking away in any order gives the same.
 *
 * @param releases all of them
 * @param withCompute those whose compute counts for lines and records
 * @param summed those whose added compute is in the sum
 * @param imputed those whose compute rests on a prior alone
 * @param compute sum of added compute in units of 2^-32 FLOP
 */
record Totals(long releases, long withCompute, long summed, long imputed, BigInteger compute) {

    static final Totals NONE = new Totals(0, 0, 0, 0, BigInteger.ZERO);

    Totals plus(Totals other) {
        return new Totals(
                releases + other.releases,
                withCompute + other.withCompute,
                summed + other.summed,
                imputed + other.imputed,
                other.summed == 0 ? compute : compute.add(other.compute));
    }

    Totals negated() {
        return new Totals(-releases, -withCompute, -summed, -imputed, compute.negate());
    }

    boolean isEmpty() {
        return releases == 0 && withCompute == 0 && summed == 0 && imputed == 0;
    }
}
