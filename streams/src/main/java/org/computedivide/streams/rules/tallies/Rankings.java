package org.computedivide.streams.rules.tallies;

import java.util.ArrayList;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.computedivide.avro.CountedRelease;

/**
 * Which headline variants are in which selection. Each coming or going of a variant changes the selections of few
 * others; each such change is one contribution to the cells.
 */
final class Rankings {

    private static final Selection LARGEST_TOP = Selection.runningTop(50);

    private final Cells cells;
    private final LikelyNotable likely;
    private final RunningTops tops = new RunningTops(this::changed);
    private final TopPerYear topPerYear = new TopPerYear(this::changed);
    private final NavigableMap<Long, NavigableSet<Ranked>> waiting = new TreeMap<>();

    /** @param likely hears who comes into the largest of the running tops and who leaves it */
    Rankings(Cells cells, LikelyNotable likely) {
        this.cells = cells;
        this.likely = likely;
    }

    void add(CountedRelease release) {
        if (isRanked(release)) {
            release.getHeadlines().forEach(headline -> add(new Ranked(release, headline)));
        } else {
            cells.add(Selection.CANDIDATES, release, Window.dayOf(release), Totals.ofRanked(false));
        }
    }

    void remove(CountedRelease release) {
        if (isRanked(release)) {
            release.getHeadlines().forEach(headline -> remove(new Ranked(release, headline)));
        } else {
            cells.add(
                    Selection.CANDIDATES,
                    release,
                    Window.dayOf(release),
                    Totals.ofRanked(false).negated());
        }
    }

    /** Variants whose day has come begin to compete. */
    void roll(long today) {
        var come = new ArrayList<Ranked>();
        NavigableMap<Long, NavigableSet<Ranked>> due = waiting.headMap(today, true);
        due.values().forEach(come::addAll);
        due.clear();
        come.forEach(this::enter);
    }

    private static boolean isRanked(CountedRelease release) {
        return release.getDated() && !release.getHeadlines().isEmpty();
    }

    private void add(Ranked variant) {
        changed(Selection.CANDIDATES, variant, true);
        if (variant.day() <= cells.today()) {
            enter(variant);
        } else {
            waiting.computeIfAbsent(variant.day(), day -> new TreeSet<>(Ranked.BY_DAY))
                    .add(variant);
        }
    }

    private void remove(Ranked variant) {
        changed(Selection.CANDIDATES, variant, false);
        if (variant.day() <= cells.today()) {
            leave(variant);
        } else {
            waiting.getOrDefault(variant.day(), new TreeSet<>(Ranked.BY_DAY)).remove(variant);
        }
    }

    private void enter(Ranked variant) {
        reached(variant, true);
        topPerYear.add(variant);
        tops.add(variant);
    }

    private void leave(Ranked variant) {
        reached(variant, false);
        topPerYear.remove(variant);
        tops.remove(variant);
    }

    private void reached(Ranked variant, boolean in) {
        Selection.AT_LEAST.forEach((tier, selection) -> {
            if (variant.compute() >= tier.line()) {
                changed(selection, variant, in);
            }
        });
    }

    private void changed(Selection selection, Ranked variant, boolean in) {
        Totals one = Totals.ofRanked(true);
        cells.add(selection, variant.release(), variant.day(), in ? one : one.negated());
        if (selection.equals(LARGEST_TOP)) {
            likely.ranked(variant.release(), in);
        }
    }
}
