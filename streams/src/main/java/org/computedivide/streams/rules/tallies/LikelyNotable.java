package org.computedivide.streams.rules.tallies;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.computedivide.avro.CountedRelease;

/**
 * Which releases are likely to be called notable once curators have looked: those with a variant in the running top 50
 * by compute, those that say that they are the state of the art, and those of an organisation with a notable model in
 * the three years before. Where a curated table lists a release, its word stands instead.
 *
 * <p>A notable model that comes or goes changes only the releases of its makers in the three years after it.
 */
final class LikelyNotable {

    private static final int YEARS = 3;
    private static final int MOST_DAYS = YEARS * 366;

    /** The days of the notable models of one maker, and all its releases by day. */
    private record Maker(
            NavigableMap<Integer, Integer> notable, NavigableMap<Integer, Map<String, CountedRelease>> releases) {

        Maker() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        void add(CountedRelease release) {
            releases.computeIfAbsent(release.getDay(), day -> new HashMap<>()).put(release.getFamilyId(), release);
            if (release.getNotable()) {
                notable.merge(release.getDay(), 1, Integer::sum);
            }
        }

        void remove(CountedRelease release) {
            releases.computeIfPresent(release.getDay(), (day, ofDay) -> {
                ofDay.remove(release.getFamilyId());
                return ofDay.isEmpty() ? null : ofDay;
            });
            if (release.getNotable()) {
                notable.computeIfPresent(release.getDay(), (day, count) -> count == 1 ? null : count - 1);
            }
        }

        boolean isEmpty() {
            return releases.isEmpty();
        }

        boolean hadNotable(int day) {
            Integer last = notable.floorKey(day);
            return last != null
                    && last >= LocalDate.ofEpochDay(day).minusYears(YEARS).toEpochDay();
        }

        List<CountedRelease> after(int day) {
            return releases.subMap(day, true, day + MOST_DAYS, true).values().stream()
                    .flatMap(ofDay -> ofDay.values().stream())
                    .toList();
        }
    }

    private final Cells cells;
    private final Map<String, Maker> makers = new HashMap<>();
    private final Map<String, Integer> records = new HashMap<>();
    private final Set<String> members = new HashSet<>();

    LikelyNotable(Cells cells) {
        this.cells = cells;
    }

    void add(CountedRelease release) {
        List<String> names = makers(release);
        names.forEach(name -> makers.computeIfAbsent(name, key -> new Maker()).add(release));
        judge(release);
        judgeThoseAfter(release, names);
    }

    void remove(CountedRelease release) {
        change(release, false);
        List<String> names = makers(release);
        names.forEach(name -> makers.computeIfPresent(name, (key, maker) -> {
            maker.remove(release);
            return maker.isEmpty() ? null : maker;
        }));
        judgeThoseAfter(release, names);
    }

    /** A variant of a release that is here has come into the running top 50, or left it. */
    void ranked(CountedRelease release, boolean in) {
        records.merge(release.getFamilyId(), in ? 1 : -1, (old, change) -> old + change == 0 ? null : old + change);
        judge(release);
    }

    private static List<String> makers(CountedRelease release) {
        return release.getDated()
                ? KnownMakers.parents(release).stream()
                        .filter(name -> !name.equals(KnownMakers.OTHER))
                        .toList()
                : List.of();
    }

    private void judgeThoseAfter(CountedRelease release, List<String> names) {
        if (release.getNotable()) {
            names.stream()
                    .filter(makers::containsKey)
                    .forEach(name -> maker(name).after(release.getDay()).forEach(this::judge));
        }
    }

    private void judge(CountedRelease release) {
        change(release, isLikely(release));
    }

    private boolean isLikely(CountedRelease release) {
        return release.getJudged()
                ? release.getNotable()
                : release.getStateOfTheArt()
                        || records.containsKey(release.getFamilyId())
                        || makers(release).stream().anyMatch(name -> maker(name).hadNotable(release.getDay()));
    }

    private Maker maker(String name) {
        return makers.getOrDefault(name, new Maker());
    }

    private void change(CountedRelease release, boolean in) {
        if (in ? members.add(release.getFamilyId()) : members.remove(release.getFamilyId())) {
            Totals one = Totals.of(release);
            cells.add(Selection.NOTABLE_LIKELY, release, Window.dayOf(release), in ? one : one.negated());
        }
    }
}
