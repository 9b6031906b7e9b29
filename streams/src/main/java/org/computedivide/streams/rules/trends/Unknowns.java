package org.computedivide.streams.rules.trends;

import java.util.NavigableMap;
import java.util.TreeMap;

/** How many releases without counted compute were published on each day. */
public final class Unknowns {

    private final NavigableMap<Long, Long> byDay = new TreeMap<>();

    /** The counts as they stand now. */
    Unknowns copy() {
        var copy = new Unknowns();
        copy.byDay.putAll(byDay);
        return copy;
    }

    /** Adds one, or takes one away with −1; days since 1970-01-01. */
    public void add(long day, long change) {
        byDay.merge(day, change, (old, plus) -> old + plus == 0 ? null : (Long) (old + plus));
    }

    /** Both ends included. */
    long between(long from, long to) {
        return from > to
                ? 0
                : byDay.subMap(from, true, to, true).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }
}
