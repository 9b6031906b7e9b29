package org.computedivide.streams.rules.tallies;

import java.util.Arrays;

/** A growing list of places in a column. */
final class Positions {

    private int[] places = new int[8];
    private int size;

    void add(int place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
        }
        places[size++] = place;
    }

    int size() {
        return size;
    }

    int get(int i) {
        return places[i];
    }
}
