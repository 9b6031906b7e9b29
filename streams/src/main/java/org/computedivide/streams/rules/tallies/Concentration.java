package org.computedivide.streams.rules.tallies;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.computedivide.avro.CountedRelease;

/**
 * Who holds how much of the added compute of each window. Sums and the sum of their squares are exact whole numbers, so
 * a release changes the index by what its makers hold, and taking it out again leaves nothing behind.
 */
final class Concentration implements InWindows.Fold {

    /** How the compute of a release with several makers is divided. */
    enum Way {
        EQUAL_SPLIT("equalSplit"),
        FIRST_ORGANIZATION("firstOrganization");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** Dimension under which single holders stand. */
        String holderLabel() {
            return this == EQUAL_SPLIT ? Dimension.ORGANIZATION.label() : "firstOrganization";
        }

        List<String> holders(CountedRelease release) {
            List<String> makers = release.getOrganizations();
            if (makers.isEmpty()) {
                return List.of(NONE);
            }
            return this == EQUAL_SPLIT ? makers : makers.subList(0, 1);
        }
    }

    /** Stands for releases that name no maker. */
    static final String NONE = "(none)";

    /**
     * What one maker holds.
     *
     * @param name of the maker
     * @param compute in units of 2^-32 FLOP
     * @param releases that it has a part in
     */
    record Holding(String name, BigInteger compute, long releases) {

        /** The largest first. */
        static final Comparator<Holding> ORDER =
                Comparator.comparing(Holding::compute).reversed().thenComparing(Holding::name);

        private Holding plus(BigInteger part, int release) {
            return new Holding(name, compute.add(part), releases + release);
        }
    }

    private record Place(Way way, Window window) {}

    private final Map<Place, Holdings> holdings = new HashMap<>();

    @Override
    public void add(Window window, CountedRelease release) {
        change(window, release, 1);
    }

    @Override
    public void remove(Window window, CountedRelease release) {
        change(window, release, -1);
    }

    /** Empty when nothing is held in the window. */
    Optional<Holdings> in(Way way, Window window) {
        return Optional.ofNullable(holdings.get(new Place(way, window)));
    }

    private void change(Window window, CountedRelease release, int sign) {
        Double added = release.getAdded();
        if (added == null) {
            return;
        }
        BigInteger units = Flop.units(added).multiply(BigInteger.valueOf(sign));
        for (Way way : Way.values()) {
            List<String> holders = way.holders(release);
            BigInteger part = units.divide(BigInteger.valueOf(holders.size()));
            holdings.compute(new Place(way, window), (key, old) -> {
                Holdings all = old == null ? new Holdings() : old;
                holders.forEach(holder -> all.change(holder, part, sign));
                return all.isEmpty() ? null : all;
            });
        }
    }

    /** All that is held in one window. */
    static final class Holdings {

        private final Map<String, Holding> byName = new HashMap<>();
        private final NavigableSet<Holding> sorted = new TreeSet<>(Holding.ORDER);
        private BigInteger total = BigInteger.ZERO;
        private BigInteger squares = BigInteger.ZERO;

        private void change(String name, BigInteger part, int release) {
            Holding before = byName.getOrDefault(name, new Holding(name, BigInteger.ZERO, 0));
            Holding now = before.plus(part, release);
            sorted.remove(before);
            byName.remove(name);
            if (now.releases() > 0) {
                sorted.add(now);
                byName.put(name, now);
            }
            total = total.add(part);
            squares =
                    squares.subtract(before.compute().pow(2)).add(now.compute().pow(2));
        }

        private boolean isEmpty() {
            return byName.isEmpty();
        }

        /** How many hold something. */
        int size() {
            return byName.size();
        }

        /** The largest, in order. */
        List<Holding> largest(int most) {
            return sorted.stream().limit(most).toList();
        }

        /** Of all that is held. */
        double share(Holding holding) {
            return holding.compute().doubleValue() / total.doubleValue();
        }

        /** Of the largest together. */
        double shareOfLargest(int most) {
            BigInteger sum = largest(most).stream().map(Holding::compute).reduce(BigInteger.ZERO, BigInteger::add);
            return sum.doubleValue() / total.doubleValue();
        }

        /** Sum of squared shares, between 0 and 1; empty when nothing is held. */
        Optional<Double> herfindahl() {
            return total.signum() == 0
                    ? Optional.empty()
                    : Optional.of(squares.doubleValue() / total.pow(2).doubleValue());
        }
    }
}
