package org.computedivide.streams.rules.tallies;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.computedivide.avro.CountedRelease;

/** All cells of all selections and dimensions, and which windows changed since last asked. */
final class Cells {

    /** Before every day: until the first tick all releases wait. */
    static final long NEVER = LocalDate.MIN.toEpochDay();

    private final Map<Selection, Map<Dimension, NavigableMap<String, Cell>>> cells = new HashMap<>();
    private final Set<Window> fixed = new HashSet<>();
    private final Set<Window> touched = new HashSet<>();
    private long today = NEVER;

    long today() {
        return today;
    }

    /** Adds a contribution of a release to the cells that it is in. */
    void add(Selection selection, CountedRelease release, long day, Totals change) {
        for (Dimension dimension : selection.dimensions()) {
            List<String> values = dimension.values(release);
            Totals each = dimension.isDivided() && values.size() > 1 ? change.sharedBy(values.size()) : change;
            NavigableMap<String, Cell> row = row(selection, dimension);
            values.forEach(value -> add(row, value, day, each, isWeekly(selection, dimension)));
        }
        touch(day);
    }

    private void add(NavigableMap<String, Cell> row, String value, long day, Totals change, boolean weekly) {
        Cell cell = row.computeIfAbsent(value, name -> new Cell(weekly));
        cell.add(day, change, today);
        if (cell.isEmpty()) {
            row.remove(value);
        }
    }

    private static boolean isWeekly(Selection selection, Dimension dimension) {
        return selection.equals(Selection.ALL) && dimension == Dimension.TOTAL;
    }

    private void touch(long day) {
        if (day != Window.NO_DAY) {
            fixed.add(Window.yearOf(day));
            fixed.add(Window.weekOf(day));
        }
        touched.addAll(Window.around(day, today));
    }

    /** Moves today forward. */
    void roll(long day) {
        long before = today;
        today = day;
        cells.values()
                .forEach(dimensions ->
                        dimensions.values().forEach(row -> row.values().forEach(cell -> cell.roll(before, day))));
        touched.addAll(Window.ROLLING);
        touched.add(Window.ALL);
        touched.add(Window.UNDATED);
        fixed.stream().filter(window -> window.moves(before, day)).forEach(touched::add);
    }

    /** The windows in which something changed since the last call. */
    Set<Window> takeTouched() {
        Set<Window> taken = Set.copyOf(touched);
        touched.clear();
        return taken;
    }

    /** Values of a dimension that have releases. */
    Set<String> values(Selection selection, Dimension dimension) {
        return row(selection, dimension).keySet();
    }

    Totals in(Selection selection, Dimension dimension, String value, Window window) {
        Cell cell = row(selection, dimension).get(value);
        return cell == null ? Totals.NONE : cell.in(window);
    }

    /** All of a selection in a window. */
    Totals total(Selection selection, Window window) {
        return in(selection, Dimension.TOTAL, "all", window);
    }

    private NavigableMap<String, Cell> row(Selection selection, Dimension dimension) {
        return cells.computeIfAbsent(selection, key -> new EnumMap<>(Dimension.class))
                .computeIfAbsent(dimension, key -> new TreeMap<>());
    }
}
