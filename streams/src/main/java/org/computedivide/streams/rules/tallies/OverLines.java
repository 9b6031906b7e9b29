package org.computedivide.streams.rules.tallies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.avro.CountedRelease;
import org.computedivide.streams.rules.thresholds.Exceedance;
import org.computedivide.streams.rules.thresholds.Thresholds;

/**
 * How many releases of each window are over each line: tiers, and lines in law that were in force when the release was
 * published and speak of it. Counted by the point figure, as expected from the intervals, and by whether more than half
 * of the interval is over the line.
 */
final class OverLines implements InWindows.Fold {

    /** Curated tables mark values by their last digits (1.92000001e21): such a difference is none. */
    private static final double SAME = 1e-6;

    private static final double UNIT = StrictMath.pow(2, 40);

    /**
     * A line.
     *
     * @param flop where it is
     * @param strict whether only more than that is over it
     */
    record Line(Dimension dimension, String id, double flop, boolean strict) {

        /** Whether the line is asked of the release. */
        boolean concerns(CountedRelease release) {
            return dimension == Dimension.TIER || LinesInLaw.of(release).contains(id);
        }

        boolean isReached(double compute) {
            if (dimension == Dimension.TIER) {
                return compute >= flop;
            }
            return strict ? compute > flop * (1 + SAME) : compute >= flop * (1 - SAME);
        }

        double probability(CountedRelease release, double compute) {
            return Exceedance.probability(compute, release.getSigma(), flop, !strict);
        }
    }

    /**
     * Counts of one line in one window.
     *
     * @param point by the point figure
     * @param expectedUnits expected number in units of 2^-40, so that the sum is exact
     * @param likely with a probability over one half
     */
    record Count(long point, long expectedUnits, long likely) {

        private static final Count NONE = new Count(0, 0, 0);

        double expected() {
            return expectedUnits / UNIT;
        }

        private static Count of(Line line, CountedRelease release, double compute) {
            double probability = line.probability(release, compute);
            return new Count(
                    line.isReached(compute) ? 1 : 0,
                    (long) StrictMath.rint(probability * UNIT),
                    probability > 0.5 ? 1 : 0);
        }

        private Count plus(Count other, int sign) {
            return new Count(
                    point + sign * other.point,
                    expectedUnits + sign * other.expectedUnits,
                    likely + sign * other.likely);
        }
    }

    static final List<Line> LINES = Stream.concat(
                    Tiers.ALL.stream().map(tier -> new Line(Dimension.TIER, tier.name(), tier.line(), false)),
                    Thresholds.bundled().lines().stream()
                            .map(line -> new Line(Dimension.LEGAL_LINE, line.id(), line.flop(), line.isStrict())))
            .toList();

    private record Place(Line line, Window window) {}

    private final Map<Place, Count> counts = new HashMap<>();

    @Override
    public void add(Window window, CountedRelease release) {
        change(window, release, 1);
    }

    @Override
    public void remove(Window window, CountedRelease release) {
        change(window, release, -1);
    }

    /** Empty when nothing has come near the line. */
    Optional<Count> in(Line line, Window window) {
        return Optional.ofNullable(counts.get(new Place(line, window)));
    }

    private void change(Window window, CountedRelease release, int sign) {
        Double compute = release.getCumulative();
        if (compute == null) {
            return;
        }
        for (Line line : LINES) {
            if (line.concerns(release)) {
                Count change = Count.of(line, release, compute);
                counts.compute(new Place(line, window), (place, old) -> {
                    Count sum = (old == null ? Count.NONE : old).plus(change, sign);
                    return sum.equals(Count.NONE) ? null : sum;
                });
            }
        }
    }
}
