package org.computedivide.streams.rules.draws;

import java.util.PriorityQueue;

/**
 * The records of their day: a point is kept when fewer than k points dated on or before its own date have strictly more
 * compute. Points of one day compete; equal compute does not exclude. Nothing later is looked at, so a point that once
 * belonged belongs for ever.
 */
public final class RunningTop {

    private RunningTop() {}

    /**
     * Which points are kept.
     *
     * @param k how many may be larger, and one
     * @param days of the points, in order
     * @param compute FLOP, in the same order
     */
    public static boolean[] of(int k, long[] days, double[] compute) {
        boolean[] kept = new boolean[days.length];
        var largest = new PriorityQueue<Double>(k + 1);
        int begin = 0;
        while (begin < days.length) {
            int end = endOfDay(days, begin);
            for (int i = begin; i < end; i++) {
                offer(largest, k, compute[i]);
            }
            double threshold = largest.size() < k ? 0 : largest.element();
            for (int i = begin; i < end; i++) {
                kept[i] = compute[i] >= threshold;
            }
            begin = end;
        }
        return kept;
    }

    private static void offer(PriorityQueue<Double> largest, int k, double compute) {
        if (largest.size() < k) {
            largest.add(compute);
        } else if (compute > largest.element()) {
            largest.remove();
            largest.add(compute);
        }
    }

    private static int endOfDay(long[] days, int begin) {
        int end = begin;
        while (end < days.length && days[end] == days[begin]) {
            end++;
        }
        return end;
    }
}
