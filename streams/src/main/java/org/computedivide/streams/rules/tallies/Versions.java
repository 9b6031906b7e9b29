package org.computedivide.streams.rules.tallies;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Headline;

/**
 * Tells whether what was drawn of a window is still so: a number for each that goes up with every change. Records depend
 * on what came before them, so a release changes its own year and all later ones.
 */
final class Versions {

    private final Map<Window, Long> current = new HashMap<>();
    private final TreeMap<Integer, Long> years = new TreeMap<>();
    private long last;

    /** A release with estimates came or went. */
    void changed(CountedRelease release) {
        if (!release.getDated()) {
            current.put(Window.UNDATED, ++last);
            return;
        }
        release.getHeadlines().forEach(headline -> years.putIfAbsent(year(headline.getDay()), 0L));
        years.putIfAbsent(year(release.getDay()), 0L);
        int earliest =
                release.getHeadlines().stream().mapToInt(Headline::getDay).reduce(release.getDay(), Math::min);
        changedFrom(year(earliest));
    }

    /** Days have passed. */
    void rolled(long before) {
        changedFrom(before == Cells.NEVER ? Integer.MIN_VALUE : year(before));
    }

    private void changedFrom(int year) {
        last++;
        current.put(Window.ALL, last);
        Window.ROLLING.forEach(window -> current.put(window, last));
        years.tailMap(year, true).replaceAll((key, version) -> last);
    }

    private static int year(long day) {
        return LocalDate.ofEpochDay(day).getYear();
    }

    /** What each window is like now. */
    Map<Window, Long> now() {
        var now = new HashMap<>(current);
        years.forEach((year, version) -> now.put(new Window(Window.Kind.YEAR, year), version));
        return now;
    }

    /** What a window is like now; 0 when no estimate was ever in it. */
    long of(Window window) {
        return window.kind() == Window.Kind.YEAR
                ? years.getOrDefault(window.number(), 0L)
                : current.getOrDefault(window, 0L);
    }
}
