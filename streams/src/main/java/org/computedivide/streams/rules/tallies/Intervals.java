package org.computedivide.streams.rules.tallies;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.computedivide.avro.CountedRelease;
import org.computedivide.streams.rules.draws.Percentiles;
import org.computedivide.streams.rules.draws.Spread;

/**
 * Intervals of sums, shares and tier counts: every release with counted compute is drawn 200 times from its own
 * interval and added to each cell it is in. Doubles are added in the order of family ids, so the result is the same to
 * the last bit whatever order the releases came in.
 */
final class Intervals {

    static final int DRAWS = 200;

    private record Place(Dimension dimension, String value, Window window) {}

    private final Map<Place, double[]> sums = new HashMap<>();
    private final Map<Place, double[]> tierCounts = new HashMap<>();

    /**
     * @param releases with counted compute, in the order of family ids
     * @param windows those asked for
     * @param today days since 1970-01-01
     */
    Intervals(Collection<CountedRelease> releases, Set<Window> windows, long today) {
        for (CountedRelease release : releases) {
            var around = Window.around(Window.dayOf(release), today).stream()
                    .filter(window -> windows.contains(window) && window.kind() != Window.Kind.WEEK)
                    .toList();
            if (!around.isEmpty()) {
                add(release, around);
            }
        }
    }

    private void add(CountedRelease release, Collection<Window> around) {
        Double added = release.getAdded();
        if (added != null) {
            addSums(release, spread(release, added).draws(DRAWS), around);
        }
        Double cumulative = release.getCumulative();
        if (cumulative != null) {
            addTiers(spread(release, cumulative).draws(DRAWS), around);
        }
    }

    private static Spread spread(CountedRelease release, double flop) {
        return new Spread(release.getFamilyId(), flop, release.getSigma(), release.getMethod(), release.getDay());
    }

    private void addSums(CountedRelease release, double[] draws, Collection<Window> around) {
        for (Dimension dimension : Dimension.values()) {
            for (String value : dimension.values(release)) {
                around.forEach(window -> addTo(sums, new Place(dimension, value, window), draws));
            }
        }
    }

    private void addTiers(double[] draws, Collection<Window> around) {
        for (Tiers.Tier tier : Tiers.ALL) {
            double[] reached = new double[DRAWS];
            for (int j = 0; j < DRAWS; j++) {
                reached[j] = draws[j] >= tier.line() ? 1 : 0;
            }
            around.forEach(window -> addTo(tierCounts, new Place(Dimension.TIER, tier.name(), window), reached));
        }
    }

    private static void addTo(Map<Place, double[]> into, Place place, double[] draws) {
        double[] sum = into.computeIfAbsent(place, key -> new double[DRAWS]);
        for (int j = 0; j < DRAWS; j++) {
            sum[j] += draws[j];
        }
    }

    /** Of the sum of added compute in a cell; empty when nothing is summed. */
    Optional<Percentiles> sum(Dimension dimension, String value, Window window) {
        return Optional.ofNullable(sums.get(new Place(dimension, value, window)))
                .map(Percentiles::of);
    }

    /** Of the share of a cell in all compute of the window. */
    Optional<Percentiles> share(Dimension dimension, String value, Window window) {
        double[] part = sums.get(new Place(dimension, value, window));
        double[] whole = sums.get(new Place(Dimension.TOTAL, "all", window));
        if (part == null || whole == null) {
            return Optional.empty();
        }
        double[] shares = new double[DRAWS];
        for (int j = 0; j < DRAWS; j++) {
            shares[j] = part[j] / whole[j];
        }
        return Optional.of(Percentiles.of(shares));
    }

    /** Of the number of releases that reach a tier. */
    Optional<Percentiles> reached(String tier, Window window) {
        return Optional.ofNullable(tierCounts.get(new Place(Dimension.TIER, tier, window)))
                .map(Percentiles::of);
    }
}
