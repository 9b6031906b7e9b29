package org.computedivide.streams.rules.tallies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who is counted. The first three count releases at their first date; the others count headline variants at their own date, because
 * lines and records are crossed by variants.
 *
 * @param label as in Tally
 * @param withCompute label of those among them whose compute counts; empty when all of them have it
 * @param dimensions by which they are told apart
 */
record Selection(String label, String withCompute, List<Dimension> dimensions) {

    /** By which all selections but the first are told apart. */
    static final List<Dimension> CLASSES = List.of(
            Dimension.TOTAL,
            Dimension.AFFILIATION,
            Dimension.AFFILIATION_BY_SHARE,
            Dimension.OPENNESS,
            Dimension.COUNTRY,
            Dimension.BLOC);

    static final Selection ALL = new Selection("all", "withCompute", List.of(Dimension.values()));
    static final Selection NOTABLE = new Selection("notable", "notableWithCompute", CLASSES);

    /** Before curators have looked: see {@link LikelyNotable}. */
    static final Selection NOTABLE_LIKELY = new Selection("notableLikely", "notableLikelyWithCompute", CLASSES);

    /** Who could be in the selections below: headline variants, and releases that have none. */
    static final Selection CANDIDATES = new Selection("candidates", "", List.of(Dimension.TOTAL));

    /** With hindsight: a model of January is judged beside those of December. */
    static final Selection TOP_10_PER_YEAR = ranked("top10PerYear");

    /** Causal: the records of their day, by how many are kept. */
    private static final Map<Integer, Selection> RUNNING_TOP = runningTops();

    /** By tier. */
    static final Map<Tiers.Tier, Selection> AT_LEAST = atLeast();

    /** Those of headline variants. */
    static final List<Selection> RANKED = allRanked();

    /** One of {@link RunningTops#SIZES}. */
    static Selection runningTop(int k) {
        Selection top = RUNNING_TOP.get(k);
        if (top == null) {
            throw new IllegalArgumentException("there is no running top " + k);
        }
        return top;
    }

    private static Selection ranked(String label) {
        return new Selection(label, "", CLASSES);
    }

    private static Map<Integer, Selection> runningTops() {
        var tops = new TreeMap<Integer, Selection>();
        Arrays.stream(RunningTops.SIZES).forEach(k -> tops.put(k, ranked("runningTop" + k)));
        return tops;
    }

    private static Map<Tiers.Tier, Selection> atLeast() {
        var lines = new TreeMap<Tiers.Tier, Selection>();
        Tiers.ALL.forEach(tier -> lines.put(tier, ranked("atLeast" + tier.name().substring(1))));
        return lines;
    }

    private static List<Selection> allRanked() {
        var all = new ArrayList<>(AT_LEAST.values());
        all.add(TOP_10_PER_YEAR);
        all.addAll(RUNNING_TOP.values());
        return List.copyOf(all);
    }

    /** Labels are unique, and hashing lists of dimensions would be what a tally spends its time on. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Selection selection && label.equals(selection.label);
    }

    @Override
    public int hashCode() {
        return label.hashCode();
    }
}
