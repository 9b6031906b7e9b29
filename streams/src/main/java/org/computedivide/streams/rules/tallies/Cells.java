package org.computedivide.streams.rules.tallies;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.computedivide.avro.CountedRelease;

/** All cells of all dimensions, and which windows changed since last asked. */
final class Cells {

    /** Before every day: until the first tick all releases wait. */
    static final long NEVER = LocalDate.MIN.toEpochDay();

    private final Map<Dimension, NavigableMap<String, Cell>> cells = new EnumMap<>(Dimension.class);
    private final SortedSet<Integer> years = new TreeSet<>();
    private final Set<Window> touched = new HashSet<>();
    private long today = NEVER;

    Cells() {
        for (Dimension dimension : Dimension.values()) {
            cells.put(dimension, new TreeMap<>());
        }
    }

    long today() {
        return today;
    }

    void add(CountedRelease release) {
        apply(release, totals(release));
    }

    void remove(CountedRelease release) {
        apply(release, totals(release).negated());
    }

    private void apply(CountedRelease release, Totals change) {
        for (Dimension dimension : Dimension.values()) {
            NavigableMap<String, Cell> row = cells(dimension);
            for (String value : dimension.values(release)) {
                Cell cell = row.computeIfAbsent(value, name -> new Cell());
                cell.add(release.getDay(), change, today);
                if (cell.isEmpty()) {
                    row.remove(value);
                }
            }
        }
        years.add(Window.yearOf(release.getDay()).number());
        touched.addAll(Window.around(release.getDay(), today));
    }

    /** Moves today forward. */
    void roll(long day) {
        long before = today;
        today = day;
        cells.values().forEach(row -> row.values().forEach(cell -> cell.roll(before, day)));
        touched.addAll(Window.ROLLING);
        touched.add(Window.ALL);
        years.forEach(year -> touched.add(new Window(Window.Kind.YEAR, year)));
    }

    /** The windows in which something changed since the last call. */
    Set<Window> takeTouched() {
        Set<Window> taken = Set.copyOf(touched);
        touched.clear();
        return taken;
    }

    /** Values of a dimension that have releases. */
    Set<String> values(Dimension dimension) {
        return cells(dimension).keySet();
    }

    Totals in(Dimension dimension, String value, Window window) {
        Cell cell = cells(dimension).get(value);
        return cell == null ? Totals.NONE : cell.in(window);
    }

    private NavigableMap<String, Cell> cells(Dimension dimension) {
        return cells.getOrDefault(dimension, new TreeMap<>());
    }

    private static Totals totals(CountedRelease release) {
        Double added = release.getAdded();
        return new Totals(
                1,
                release.getCumulative() == null ? 0 : 1,
                added == null ? 0 : 1,
                release.getImputed() ? 1 : 0,
                added == null ? BigInteger.ZERO : Flop.units(added));
    }
}
