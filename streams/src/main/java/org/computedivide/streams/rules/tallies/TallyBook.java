package org.computedivide.streams.rules.tallies;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Tally;
import org.computedivide.streams.rules.Book;
import org.computedivide.streams.rules.draws.Percentiles;
import org.computedivide.streams.rules.tallies.Drawn.Intervals;
import org.computedivide.streams.rules.tallies.RowWriter.Place;
import org.jspecify.annotations.Nullable;

/**
 * Every tally of the monitor, kept as releases come, change and go. A change takes the old contribution out of its
 * cells and puts the new one in; what it costs does not depend on how many releases there are. Rows are a function of
 * the set of releases, the day and the methods version.
 *
 * <p>Not for several threads.
 */
public final class TallyBook implements Book<Tally> {

    private final Cells cells = new Cells();
    private final LikelyNotable likely = new LikelyNotable(cells);
    private final Rankings rankings = new Rankings(cells, likely);
    private final Medians medians = new Medians();
    private final Concentration concentration = new Concentration();
    private final OverLines overLines = new OverLines();
    private final InWindows inWindows = new InWindows(medians, concentration, overLines);
    private final TreeMap<String, CountedRelease> estimated = new TreeMap<>();
    private final Versions versions = new Versions();
    private final Map<Window, Intervals> drawn = new HashMap<>();
    private final Map<String, SortedMap<String, Tally>> published = new HashMap<>();
    private final Set<String> unchecked = new TreeSet<>();
    private final Set<Window> redrawn = new HashSet<>();

    /** Name of a row on the topic: measure|selection|dimension=value|window. */
    public static String key(Tally tally) {
        return tally.getMeasure() + "|" + tally.getSelection() + "|" + tally.getDimension() + "=" + tally.getValue()
                + "|" + tally.getWindow();
    }

    /** Takes up rows that were published before a restart, so that only what differs is published again. */
    @Override
    public void restore(Collection<Tally> rows) {
        for (Tally row : rows) {
            published
                    .computeIfAbsent(row.getWindow(), window -> new TreeMap<>())
                    .put(key(row), row);
            unchecked.add(row.getWindow());
        }
    }

    /** What a family counted for, and what it counts for now. */
    @Override
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
        likely.remove(release);
        if (isMeasured(release)) {
            inWindows.remove(release, cells.today());
        }
        if (isEstimated(release)) {
            estimated.remove(release.getFamilyId());
            versions.changed(release);
        }
    }

    private void add(CountedRelease release) {
        contribute(release, Totals.of(release));
        likely.add(release);
        rankings.add(release);
        if (isMeasured(release)) {
            inWindows.add(release, cells.today());
        }
        if (isEstimated(release)) {
            estimated.put(release.getFamilyId(), release);
            versions.changed(release);
        }
    }

    private void contribute(CountedRelease release, Totals change) {
        long day = Window.dayOf(release);
        cells.add(Selection.ALL, release, day, change);
        if (release.getNotable()) {
            cells.add(Selection.NOTABLE, release, day, change);
        }
    }

    private static boolean isMeasured(CountedRelease release) {
        return isEstimated(release) || release.getFleet() != null || release.getLagDays() != null;
    }

    private static boolean isEstimated(CountedRelease release) {
        return release.getCumulative() != null
                || !release.getHeadlines().isEmpty()
                || Amount.ALL.stream().anyMatch(amount -> amount.of(release) != null);
    }

    /** Moves today forward; a day that is not later than today changes nothing. */
    @Override
    public void roll(LocalDate day) {
        long before = cells.today();
        long today = day.toEpochDay();
        if (today > before) {
            cells.roll(today);
            inWindows.roll(before, today);
            rankings.roll(today);
            versions.rolled(before);
        }
    }

    /** The rows that differ from what was published, by key; an empty one has gone. Counts as published from here on. */
    @Override
    public SortedMap<String, Optional<Tally>> changes() {
        var changes = new TreeMap<String, Optional<Tally>>();
        if (cells.today() == Cells.NEVER) {
            return changes;
        }
        Set<Window> touched = new HashSet<>(cells.takeTouched());
        touched.addAll(redrawn);
        redrawn.clear();
        for (Window window : touched) {
            var rows = new TallyRows(cells, window, intervals(window));
            publish(window.label(), rows.all(medians, concentration, overLines), changes);
            unchecked.remove(window.label());
        }
        unchecked.forEach(window -> publish(window, List.of(), changes));
        unchecked.clear();
        return changes;
    }

    private Map<Place, Percentiles> intervals(Window window) {
        Intervals intervals = drawn.getOrDefault(window, Intervals.NONE);
        return intervals.version() == versions.of(window) ? intervals.byPlace() : Map.of();
    }

    @Override
    public Optional<Work> work() {
        var stale = new HashMap<>(versions.now());
        stale.entrySet()
                .removeIf(entry ->
                        drawn.getOrDefault(entry.getKey(), Intervals.NONE).version() == entry.getValue());
        if (stale.isEmpty() || cells.today() == Cells.NEVER) {
            return Optional.empty();
        }
        var drawing = new Drawing(estimated.values(), stale, cells.today());
        return Optional.of(() -> {
            Drawn result = drawing.draw();
            return () -> take(result);
        });
    }

    /** Takes up what was drawn of windows that are still as they were. */
    private void take(Drawn result) {
        result.windows().forEach((window, intervals) -> {
            if (intervals.version() == versions.of(window)) {
                drawn.put(window, intervals);
                redrawn.add(window);
            }
        });
    }

    @Override
    public int worked() {
        return estimated.size();
    }

    private void publish(String window, Collection<Tally> rows, Map<String, Optional<Tally>> changes) {
        var before = published.getOrDefault(window, new TreeMap<>());
        var now = new TreeMap<String, Tally>();
        rows.forEach(row -> {
            String key = key(row);
            now.put(key, sameNumber(row, before.get(key)));
        });
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

    /** A number that has not changed keeps the interval that it had until the new one is drawn. */
    private static Tally sameNumber(Tally row, @Nullable Tally before) {
        boolean waits = !row.getExact() && row.getLow() == null;
        if (waits && before != null && before.getNumber() == row.getNumber() && before.getLow() != null) {
            return Tally.newBuilder(row)
                    .setLow(before.getLow())
                    .setHigh(before.getHigh())
                    .setCaveat(before.getCaveat())
                    .build();
        }
        return row;
    }

    /** All rows as published, by key. */
    public SortedMap<String, Tally> published() {
        var rows = new TreeMap<String, Tally>();
        published.values().forEach(rows::putAll);
        return rows;
    }
}
