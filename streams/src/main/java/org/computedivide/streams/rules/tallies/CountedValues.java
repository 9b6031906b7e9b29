package org.computedivide.streams.rules.tallies;

import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A bag of numbers that knows its median: values come and go, each in logarithmic time. */
final class CountedValues {

    private final NavigableMap<Double, Integer> lower = new TreeMap<>();
    private final NavigableMap<Double, Integer> upper = new TreeMap<>();
    private int lowerSize;
    private int upperSize;

    int size() {
        return lowerSize + upperSize;
    }

    void add(double value) {
        if (lowerSize == 0 || value <= lower.lastKey()) {
            lowerSize += count(lower, value, 1);
        } else {
            upperSize += count(upper, value, 1);
        }
        balance();
    }

    /** Takes out one of the values that are in. */
    void remove(double value) {
        if (value <= lower.lastKey()) {
            lowerSize += count(lower, value, -1);
        } else {
            upperSize += count(upper, value, -1);
        }
        balance();
    }

    /** The one in the middle, or the mean of the two. */
    OptionalDouble median() {
        if (size() == 0) {
            return OptionalDouble.empty();
        }
        double below = lower.lastKey();
        return OptionalDouble.of(lowerSize > upperSize ? below : (below + upper.firstKey()) / 2);
    }

    /** The lower half has as many as the upper, or one more. */
    private void balance() {
        while (lowerSize > upperSize + 1) {
            double largest = lower.lastKey();
            lowerSize += count(lower, largest, -1);
            upperSize += count(upper, largest, 1);
        }
        while (lowerSize < upperSize) {
            double smallest = upper.firstKey();
            upperSize += count(upper, smallest, -1);
            lowerSize += count(lower, smallest, 1);
        }
    }

    private static int count(NavigableMap<Double, Integer> half, double value, int change) {
        half.merge(value, change, (old, plus) -> old + plus == 0 ? null : (Integer) (old + plus));
        return change;
    }
}
