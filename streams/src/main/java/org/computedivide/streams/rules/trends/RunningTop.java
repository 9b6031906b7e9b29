package org.computedivide.streams.rules.trends;

import java.util.PriorityQueue;

/**
 * The records of their day: a point is kept when fewer than k points dated on or before its own date have strictly more
 * compute. Points of one day compete; equal compute does not exclude. Nothing later is looked at, so a point that once
 * belonged belongs for ever.
 */
final class RunningTop {

    private RunningTop() {}

    /** Which points are kept, all of them in order of date. */
    static boolean[] of(int k, Points points, double[] compute) {
        boolean[] kept = new boolean[points.size()];
        var largest = new PriorityQueue<Double>(k + 1);
        int begin = 0;
        while (begin < points.size()) {
            int end = endOfDay(points, begin);
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
        largest.add(compute);
        if (largest.size() > k) {
            largest.remove();
        }
    }

    private static int endOfDay(Points points, int begin) {
        int end = begin;
        while (end < points.size() && points.get(end).day() == points.get(begin).day()) {
            end++;
        }
        return end;
    }
}
