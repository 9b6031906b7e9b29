package org.computedivide.streams.rules.tallies;

/** The middle of numbers in any order, in linear time: Hoare's selection with the middle element as pivot. */
final class Median {

    private Median() {}

    /** The one in the middle, or the mean of the two; the numbers, at least one, are put into another order. */
    static double of(double[] values) {
        int middle = (values.length - 1) / 2;
        double lower = select(values, middle);
        if (values.length % 2 == 1) {
            return lower;
        }
        double upper = Double.POSITIVE_INFINITY;
        for (int i = middle + 1; i < values.length; i++) {
            upper = Math.min(upper, values[i]);
        }
        return (lower + upper) / 2;
    }

    /** The k-th smallest; those before it are not larger, those after it not smaller. */
    private static double select(double[] values, int k) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            double pivot = values[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                return values[k];
            }
        }
        return values[k];
    }
}
