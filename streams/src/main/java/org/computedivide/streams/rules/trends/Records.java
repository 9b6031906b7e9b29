package org.computedivide.streams.rules.trends;

import java.util.Arrays;
import java.util.OptionalInt;

/** The records of one group in one set of computes: its points in order of date, each with the largest up to it. */
final class Records {

    private final int[] members;
    private final int[] holders;
    private final double[] largest;

    /**
     * @param members places of the group's points, in order of date
     * @param compute of all points, FLOP
     */
    Records(int[] members, double[] compute) {
        this.members = members;
        this.holders = new int[members.length];
        this.largest = new double[members.length];
        for (int i = 0; i < members.length; i++) {
            boolean record = i == 0 || compute[members[i]] > largest[i - 1];
            holders[i] = record ? members[i] : holders[i - 1];
            largest[i] = record ? compute[members[i]] : largest[i - 1];
        }
    }

    boolean isEmpty() {
        return members.length == 0;
    }

    /** The largest of all, FLOP. */
    double largest() {
        return largest[largest.length - 1];
    }

    /** Place of the point that holds the record now. */
    int holder() {
        return holders[holders.length - 1];
    }

    /** Place of the first point with at least as much. */
    OptionalInt first(double compute) {
        int at = Arrays.binarySearch(largest, compute);
        int from = at < 0 ? -at - 1 : at;
        while (from > 0 && largest[from - 1] == compute) {
            from--;
        }
        return from < largest.length ? OptionalInt.of(members[from]) : OptionalInt.empty();
    }
}
