package org.computedivide.streams.rules.trends;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.computedivide.streams.rules.draws.RunningTop;
import org.computedivide.streams.rules.tallies.Tiers;

/**
 * Which points go into a fit.
 *
 * @param name as in Trend
 * @param top k of a running top; empty for all
 * @param atLeast FLOP
 * @param affiliation set rule; empty for all
 * @param notable only what a curated table calls so
 * @param fromYear first year of the fit; records are made over all time first and cut afterwards
 * @param toYear last year of the fit
 */
record Selection(
        String name,
        OptionalInt top,
        double atLeast,
        String affiliation,
        boolean notable,
        OptionalInt fromYear,
        OptionalInt toYear) {

    private static final int[] TOPS = {1, 3, 5, 10};

    /** The selections of the monitor. */
    static final List<Selection> ALL = all();

    private static List<Selection> all() {
        var all = new ArrayList<Selection>();
        Selection everything = everything("allWithCompute");
        all.addAll(everything.eras());
        for (String type : List.of("academia", "collaboration", "industry")) {
            all.addAll(everything("allWithCompute×" + type).madeBy(type).eras());
        }
        Selection notable = everything("notable").onlyNotable();
        all.add(notable.named("allNotable"));
        all.add(notable.from(2010));
        all.add(notable.before(2010));
        all.add(notable.between(2010, 2022));
        all.add(notable.between(2012, 2017));
        all.add(everything("atLeast1e23").atLeast(Tiers.line("≥1e23")));
        for (int k : TOPS) {
            Selection top = everything("runningTop" + k).top(k);
            all.addAll(top.eras());
            all.add(top.between(2012, 2017));
        }
        return List.copyOf(all);
    }

    private static Selection everything(String name) {
        return new Selection(name, OptionalInt.empty(), 0, "", false, OptionalInt.empty(), OptionalInt.empty());
    }

    private Selection top(int k) {
        return new Selection(name, OptionalInt.of(k), atLeast, affiliation, notable, fromYear, toYear);
    }

    private Selection atLeast(double flop) {
        return new Selection(name, top, flop, affiliation, notable, fromYear, toYear);
    }

    private Selection madeBy(String type) {
        return new Selection(name, top, atLeast, type, notable, fromYear, toYear);
    }

    private Selection from(int year) {
        return new Selection(name + "From" + year, top, atLeast, affiliation, notable, OptionalInt.of(year), toYear);
    }

    private Selection onlyNotable() {
        return new Selection(name, top, atLeast, affiliation, true, fromYear, toYear);
    }

    private Selection named(String other) {
        return new Selection(other, top, atLeast, affiliation, notable, fromYear, toYear);
    }

    private Selection before(int year) {
        return new Selection(
                name + "Before" + year, top, atLeast, affiliation, notable, fromYear, OptionalInt.of(year - 1));
    }

    private Selection between(int first, int last) {
        String era = "_" + first + "_" + last;
        return new Selection(
                name + era, top, atLeast, affiliation, notable, OptionalInt.of(first), OptionalInt.of(last));
    }

    private List<Selection> eras() {
        return List.of(this, from(2010), from(2018));
    }

    /** The points selected when they have this compute; the second argument is asked for running tops. */
    int[] of(Points points, double[] compute, Tops tops) {
        boolean[] kept = top.isPresent() ? tops.of(top.getAsInt()) : new boolean[0];
        return points.where(i -> (kept.length == 0 || kept[i])
                && compute[i] >= atLeast
                && (!notable || points.get(i).notable())
                && (affiliation.isEmpty() || affiliation.equals(points.get(i).affiliation()))
                && isInEra(points.x(i)));
    }

    private boolean isInEra(double decimalDate) {
        return decimalDate >= fromYear.orElse(Integer.MIN_VALUE) && decimalDate < toYear.orElse(9999) + 1;
    }

    /** Running tops of one set of computes, each made once. */
    static final class Tops {
        private final boolean[][] byPlace;

        Tops(Points points, double[] compute) {
            byPlace = IntStream.of(TOPS)
                    .mapToObj(k -> RunningTop.of(k, points.days(), compute))
                    .toArray(boolean[][]::new);
        }

        boolean[] of(int k) {
            for (int i = 0; i < TOPS.length; i++) {
                if (TOPS[i] == k) {
                    return byPlace[i];
                }
            }
            throw new IllegalArgumentException("no running top " + k);
        }
    }
}
