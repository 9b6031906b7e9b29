package org.computedivide.streams.rules.tallies;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The totals of one value of one dimension: by day for the days that can still enter or leave a rolling window, and by
 * window. A change touches one day and the windows around it, however many releases came before.
 */
final class Cell {

    private final TreeMap<Long, Totals> days = new TreeMap<>();
    private final Map<Window, Totals> windows = new HashMap<>();
    private final boolean weekly;

    /** @param weekly whether ISO weeks are kept too */
    Cell(boolean weekly) {
        this.weekly = weekly;
    }

    Totals in(Window window) {
        return windows.getOrDefault(window, Totals.NONE);
    }

    boolean isEmpty() {
        return days.isEmpty() && windows.isEmpty();
    }

    /** Adds to a day; days after today wait. */
    void add(long day, Totals change, long today) {
        if (day == Window.NO_DAY) {
            merge(windows, Window.UNDATED, change);
            return;
        }
        if (day > today - Window.LONGEST) {
            merge(days, day, change);
        }
        if (day <= today) {
            addToFixed(day, change);
            for (Window window : Window.ROLLING) {
                if (window.contains(day, today)) {
                    merge(windows, window, change);
                }
            }
        }
    }

    /** Days that have come enter, days that have become too old leave. */
    void roll(long before, long today) {
        days.subMap(before, false, today, true).forEach(this::addToFixed);
        for (Window window : Window.ROLLING) {
            roll(window, before, today);
        }
        days.headMap(today - Window.LONGEST, true).clear();
    }

    private void roll(Window window, long before, long today) {
        long from = window.from(today);
        days.subMap(Math.max(from, before + 1), true, today, true)
                .forEach((day, totals) -> merge(windows, window, totals));
        days.subMap(window.from(before), true, Math.min(from - 1, before), true)
                .forEach((day, totals) -> merge(windows, window, totals.negated()));
    }

    private void addToFixed(long day, Totals change) {
        merge(windows, Window.ALL, change);
        merge(windows, Window.yearOf(day), change);
        if (weekly) {
            merge(windows, Window.weekOf(day), change);
        }
    }

    private static <K> void merge(Map<K, Totals> into, K key, Totals change) {
        into.merge(key, change, (old, plus) -> {
            Totals sum = old.plus(plus);
            return sum.isEmpty() ? null : sum;
        });
    }
}
