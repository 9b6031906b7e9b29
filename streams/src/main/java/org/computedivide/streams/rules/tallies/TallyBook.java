package org.computedivide.streams.rules.tallies;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Tally;

/**
 * Every tally of the monitor, kept as releases come, change and go. A change takes the old contribution out of its
 * cells and puts the new one in; what it costs does not depend on how many releases there are. Rows are a function of
 * the set of releases, the day and the methods version.
 *
 * <p>Not for several threads.
 */
public final class TallyBook {

    private final Cells cells = new Cells();
    private final Rankings rankings = new Rankings(cells);
    private final Medians medians = new Medians();
    private final Concentration concentration = new Concentration();
    private final InWindows inWindows = new InWindows(medians, concentration);
    private final TreeMap<String, CountedRelease> withCompute = new TreeMap<>();
    private final Map<String, SortedMap<String, Tally>> published = new HashMap<>();
    private final Set<String> unchecked = new TreeSet<>();

    /** Name of a row on the topic: measure|selection|dimension=value|window. */
    public static String key(Tally tally) {
        return tally.getMeasure() + "|" + tally.getSelection() + "|" + tally.getDimension() + "=" + tally.getValue()
                + "|" + tally.getWindow();
    }

    /** Takes up rows that were published before a restart, so that only what differs is published again. */
    public void restore(Collection<Tally> rows) {
        for (Tally row : rows) {
            published
                    .computeIfAbsent(row.getWindow(), window -> new TreeMap<>())
                    .put(key(row), row);
            unchecked.add(row.getWindow());
        }
    }

    /** What a family counted for, and what it counts for now. */
    public void change(Optional<CountedRelease> before, Optional<CountedRelease> now) {
        if (before.equals(now)) {
            return;
        }
        before.ifPresent(this::remove);
        now.ifPresent(this::add);
    }

    private void remove(CountedRelease release) {
        contribute(release, Totals.of(release).negated());
        rankings.remove(release);
        if (hasCompute(release)) {
            withCompute.remove(release.getFamilyId());
            inWindows.remove(release, cells.today());
        }
    }

    private void add(CountedRelease release) {
        contribute(release, Totals.of(release));
        rankings.add(release);
        if (hasCompute(release)) {
            withCompute.put(release.getFamilyId(), release);
            inWindows.add(release, cells.today());
        }
    }

    private void contribute(CountedRelease release, Totals change) {
        long day = Window.dayOf(release);
        cells.add(Selection.ALL, release, day, change);
        if (release.getNotable()) {
            cells.add(Selection.NOTABLE, release, day, change);
        }
    }

    private static boolean hasCompute(CountedRelease release) {
        return release.getCumulative() != null || release.getAdded() != null;
    }

    /** Moves today forward; a day that is not later than today changes nothing. */
    public void roll(LocalDate day) {
        long before = cells.today();
        long today = day.toEpochDay();
        if (today > before) {
            cells.roll(today);
            inWindows.roll(before, today);
            rankings.roll(today);
        }
    }

    /** The rows that differ from what was published, by key; an empty one has gone. Counts as published from here on. */
    public SortedMap<String, Optional<Tally>> changes() {
        var changes = new TreeMap<String, Optional<Tally>>();
        if (cells.today() == Cells.NEVER) {
            return changes;
        }
        Set<Window> touched = cells.takeTouched();
        var intervals = new Intervals(withCompute.values(), touched, cells.today());
        for (Window window : touched) {
            publish(window.label(), new TallyRows(cells, intervals, window).all(medians, concentration), changes);
            unchecked.remove(window.label());
        }
        unchecked.forEach(window -> publish(window, java.util.List.of(), changes));
        unchecked.clear();
        return changes;
    }

    private void publish(String window, Collection<Tally> rows, Map<String, Optional<Tally>> changes) {
        var before = published.getOrDefault(window, new TreeMap<>());
        var now = new TreeMap<String, Tally>();
        rows.forEach(row -> now.put(key(row), row));
        before.keySet().stream()
                .filter(key -> !now.containsKey(key))
                .forEach(key -> changes.put(key, Optional.empty()));
        now.forEach((key, row) -> {
            if (!row.equals(before.get(key))) {
                changes.put(key, Optional.of(row));
            }
        });
        published.put(window, now);
    }

    /** All rows as published, by key. */
    public SortedMap<String, Tally> published() {
        var rows = new TreeMap<String, Tally>();
        published.values().forEach(rows::putAll);
        return rows;
    }
}
