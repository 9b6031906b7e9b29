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
import org.computedivide.streams.rules.Book;
import org.computedivide.streams.rules.draws.Spread;
import org.computedivide.streams.rules.tallies.CountedReleases;
import org.jspecify.annotations.Nullable;

/**
 * The points that trends are fitted to, kept as releases come, change and go. Changing costs next to nothing; fitting
 * walks over all points with compute and is left to another thread.
 */
public final class TrendBook implements Book<Trend> {

    private final Map<String, List<Dated>> points = new HashMap<>();
    private final Unknowns unknowns = new Unknowns();
    private SortedMap<String, Trend> published = new TreeMap<>();
    private SortedMap<String, Trend> fitted = published;
    private @Nullable LocalDate today;
    private long version;
    private long fittedVersion;

    @Override
    public void restore(Collection<Trend> rows) {
        rows.forEach(row -> published.put(Trends.key(row), row));
    }

    /** What a family counted for, and what it counts for now; without a date it takes part in no trend. */
    @Override
    public void change(Optional<CountedRelease> before, Optional<CountedRelease> now) {
        if (before.equals(now)) {
            return;
        }
        version++;
        before.filter(CountedRelease::getDated).ifPresent(this::remove);
        now.filter(CountedRelease::getDated).ifPresent(this::add);
    }

    @Override
    public void roll(LocalDate day) {
        if (today == null || day.isAfter(today)) {
            today = day;
            version++;
        }
    }

    @Override
    public Optional<Work> work() {
        if (today == null || version == fittedVersion) {
            return Optional.empty();
        }
        Trends snapshot = snapshot(today);
        long of = version;
        return Optional.of(() -> {
            SortedMap<String, Trend> fits = snapshot.all();
            return () -> take(fits, of);
        });
    }

    /** A fit of points that have changed since is shown too, for it is true of its moment; but work remains. */
    private void take(SortedMap<String, Trend> fits, long of) {
        fitted = fits;
        fittedVersion = of;
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
        var spread = new Spread(
                name,
                headline.getCompute(),
                headline.getSigma(),
                CountedReleases.method(release, headline),
                headline.getDay());
        return new Dated(
                release.getFamilyId(),
                headline.getVariant(),
                headline.getDay(),
                headline.getCompute(),
                spread,
                release);
    }

    /** Families with points. */
    @Override
    public int worked() {
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

    @Override
    public SortedMap<String, Optional<Trend>> changes() {
        var changes = new TreeMap<String, Optional<Trend>>();
        if (fittedVersion == 0 || fitted.equals(published)) {
            return changes;
        }
        published.keySet().forEach(key -> changes.put(key, Optional.empty()));
        fitted.forEach((key, trend) -> changes.put(key, Optional.of(trend)));
        changes.entrySet()
                .removeIf(change -> change.getValue().equals(Optional.ofNullable(published.get(change.getKey()))));
        published = new TreeMap<>(fitted);
        return changes;
    }

    /** All rows as published, by key. */
    public SortedMap<String, Trend> published() {
        return new TreeMap<>(published);
    }
}
