package org.computedivide.streams.rules.trends;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Headline;
import org.computedivide.avro.Trend;
import org.computedivide.streams.rules.draws.Spread;

/**
 * The points that trends are fitted to, kept as releases come, change and go. Changing costs next to nothing; fitting
 * walks over all points with compute and is asked for now and then only.
 *
 * <p>Not for several threads.
 */
public final class TrendBook {

    private final Map<String, List<Dated>> points = new HashMap<>();
    private final Unknowns unknowns = new Unknowns();
    private SortedMap<String, Trend> published = new TreeMap<>();

    /** Takes up rows that were published before a restart. */
    public void restore(Collection<Trend> rows) {
        rows.forEach(row -> published.put(Trends.key(row), row));
    }

    /** What a family counted for, and what it counts for now; without a date it takes part in no trend. */
    public void change(Optional<CountedRelease> before, Optional<CountedRelease> now) {
        before.filter(CountedRelease::getDated).ifPresent(this::remove);
        now.filter(CountedRelease::getDated).ifPresent(this::add);
    }

    private void remove(CountedRelease release) {
        if (points.remove(release.getFamilyId()) == null) {
            unknowns.add(release.getDay(), -1);
        }
    }

    private void add(CountedRelease release) {
        List<Dated> headlines = release.getHeadlines().stream()
                .map(headline -> dated(release, headline))
                .toList();
        if (headlines.isEmpty()) {
            unknowns.add(release.getDay(), 1);
        } else {
            points.put(release.getFamilyId(), headlines);
        }
    }

    private static Dated dated(CountedRelease release, Headline headline) {
        String name = release.getFamilyId() + (headline.getVariant().isEmpty() ? "" : " " + headline.getVariant());
        var spread =
                new Spread(name, headline.getCompute(), headline.getSigma(), headline.getMethod(), headline.getDay());
        return new Dated(
                release.getFamilyId(),
                headline.getVariant(),
                headline.getDay(),
                headline.getCompute(),
                spread,
                release);
    }

    /** How many families have points. */
    public int families() {
        return points.size();
    }

    /** All points, in order. */
    public List<Dated> points() {
        return points.values().stream()
                .flatMap(List::stream)
                .sorted(Dated.ORDER)
                .toList();
    }

    /** What is to be fitted, as it stands now; fitting may be left to another thread. */
    public Trends snapshot(LocalDate today) {
        return new Trends(points(), unknowns.copy(), today);
    }

    /** What differs from what was published, by key; an empty one has gone. Counts as published from here on. */
    public SortedMap<String, Optional<Trend>> changes(SortedMap<String, Trend> now) {
        var changes = new TreeMap<String, Optional<Trend>>();
        published.keySet().forEach(key -> changes.put(key, Optional.empty()));
        now.forEach((key, trend) -> changes.put(key, Optional.of(trend)));
        changes.entrySet()
                .removeIf(change -> change.getValue().equals(Optional.ofNullable(published.get(change.getKey()))));
        published = new TreeMap<>(now);
        return changes;
    }

    /** All rows as published, by key. */
    public SortedMap<String, Trend> published() {
        return new TreeMap<>(published);
    }
}
