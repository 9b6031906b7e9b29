package org.computedivide.streams.rules.tallies;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Per calendar year all variants with compute at least that of the tenth largest of the year; ties are all in. */
final class TopPerYear {

    private static final int TEN = 10;

    private final Map<Integer, NavigableSet<Ranked>> years = new HashMap<>();
    private final Map<Integer, NavigableSet<Ranked>> tops = new HashMap<>();
    private final Ranked.Listener listener;

    TopPerYear(Ranked.Listener listener) {
        this.listener = listener;
    }

    void add(Ranked variant) {
        int year = year(variant);
        years.computeIfAbsent(year, key -> byCompute()).add(variant);
        settle(year);
    }

    void remove(Ranked variant) {
        int year = year(variant);
        years.getOrDefault(year, byCompute()).remove(variant);
        settle(year);
    }

    private void settle(int year) {
        NavigableSet<Ranked> before = tops.getOrDefault(year, byCompute());
        NavigableSet<Ranked> now = top(years.getOrDefault(year, byCompute()));
        before.stream()
                .filter(variant -> !now.contains(variant))
                .forEach(variant -> listener.changed(Selection.TOP_10_PER_YEAR, variant, false));
        now.stream()
                .filter(variant -> !before.contains(variant))
                .forEach(variant -> listener.changed(Selection.TOP_10_PER_YEAR, variant, true));
        tops.put(year, now);
    }

    private static NavigableSet<Ranked> top(NavigableSet<Ranked> year) {
        NavigableSet<Ranked> top = byCompute();
        for (Ranked variant : year) {
            if (top.size() >= TEN && variant.compute() < top.last().compute()) {
                break;
            }
            top.add(variant);
        }
        return top;
    }

    private static NavigableSet<Ranked> byCompute() {
        return new TreeSet<>(Ranked.BY_COMPUTE);
    }

    private static int year(Ranked variant) {
        return LocalDate.ofEpochDay(variant.day()).getYear();
    }
}
