package org.computedivide.streams.rules.tallies;

import java.math.BigInteger;

/**
 * Exact sums of compute: whole numbers of 2^-32 FLOP. Computes run from 40 to 5e26 FLOP, so a sum in doubles would
 * depend on the order and would not come back to zero when all is taken away.
 */
final class Flop {

    private static final int FRACTION_BITS = 32;
    private static final int MANTISSA_BITS = 52;

    private Flop() {}

    /**
     * The figure in units of 2^-32 FLOP; what is finer is cut off.
     *
     * @param flop finite and not negative
     */
    static BigInteger units(double flop) {
        if (!(flop >= 0) || Double.isInfinite(flop)) {
            throw new IllegalArgumentException("compute must be finite and not negative, but is " + flop);
        }
        int exponent = Math.max(Math.getExponent(flop), Double.MIN_EXPONENT);
        long mantissa = (long) Math.scalb(flop, MANTISSA_BITS - exponent);
        return BigInteger.valueOf(mantissa).shiftLeft(exponent - MANTISSA_BITS + FRACTION_BITS);
    }

    /** The double nearest to the sum. */
    static double value(BigInteger units) {
        return Math.scalb(units.doubleValue(), -FRACTION_BITS);
    }
}
