package org.computedivide.streams.rules.tallies;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.computedivide.avro.CountedRelease;

/**
 * Lets releases with compute enter windows and leave them, as they come and go and as days pass. Only those of the last
 * year are kept by day: the others stay where they are.
 */
final class InWindows {

    /** Something that is kept for each window. */
    interface Fold {
        void add(Window window, CountedRelease release);

        void remove(Window window, CountedRelease release);
    }

    private final NavigableMap<Long, NavigableMap<String, CountedRelease>> days = new TreeMap<>();
    private final List<Fold> folds;

    InWindows(Fold... folds) {
        this.folds = List.of(folds);
    }

    void add(CountedRelease release, long today) {
        long day = Window.dayOf(release);
        if (day > today - Window.LONGEST) {
            days.computeIfAbsent(day, key -> new TreeMap<>()).put(release.getFamilyId(), release);
        }
        Window.around(day, today).forEach(window -> enter(window, release));
    }

    void remove(CountedRelease release, long today) {
        long day = Window.dayOf(release);
        days.computeIfPresent(day, (key, all) -> {
            all.remove(release.getFamilyId());
            return all.isEmpty() ? null : all;
        });
        Window.around(day, today).forEach(window -> leave(window, release));
    }

    void roll(long before, long today) {
        between(before + 1, today).forEach(release -> {
            enter(Window.ALL, release);
            enter(Window.yearOf(release.getDay()), release);
        });
        for (Window window : Window.ROLLING) {
            long from = window.from(today);
            between(Math.max(from, before + 1), today).forEach(release -> enter(window, release));
            between(window.from(before), Math.min(from - 1, before)).forEach(release -> leave(window, release));
        }
        days.headMap(today - Window.LONGEST, true).clear();
    }

    private List<CountedRelease> between(long from, long to) {
        return from > to
                ? List.of()
                : days.subMap(from, true, to, true).values().stream()
                        .map(NavigableMap::values)
                        .flatMap(Collection::stream)
                        .toList();
    }

    private void enter(Window window, CountedRelease release) {
        if (window.kind() != Window.Kind.WEEK) {
            folds.forEach(fold -> fold.add(window, release));
        }
    }

    private void leave(Window window, CountedRelease release) {
        if (window.kind() != Window.Kind.WEEK) {
            folds.forEach(fold -> fold.remove(window, release));
        }
    }
}
