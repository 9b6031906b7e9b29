package org.computedivide.streams.rules.tallies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.computedivide.avro.CountedRelease;
import org.jspecify.annotations.Nullable;

/** The figures of each class in each window whose middle is asked for. */
final class Medians implements InWindows.Fold {

    /** Of what a median is told. */
    enum Of {
        COMPUTE("medianCompute", "FLOP"),
        COST("medianCost", "USD"),
        FLEET("medianHardware", "FLOP/s"),
        LAG("medianLag", "days");

        private final String measure;
        private final String unit;

        Of(String measure, String unit) {
            this.measure = measure;
            this.unit = unit;
        }

        String measure() {
            return measure;
        }

        String unit() {
            return unit;
        }

        List<Dimension> dimensions() {
            return switch (this) {
                case COMPUTE -> OF_COMPUTE;
                case FLEET -> OF_HARDWARE;
                case COST, LAG -> OF_OTHERS;
            };
        }

        /** Label of the releases among which the middle is. */
        String selection() {
            return this == COMPUTE ? Selection.ALL.withCompute() : Selection.ALL.label();
        }

        /** Whether it rests on estimates. */
        boolean isEstimated() {
            return this == COMPUTE || this == COST;
        }

        @Nullable
        Double value(CountedRelease release) {
            return switch (this) {
                case COMPUTE -> release.getCumulative();
                case COST -> release.getCost();
                case FLEET -> release.getFleet();
                case LAG ->
                    release.getLagDays() == null
                            ? null
                            : (Double) release.getLagDays().doubleValue();
            };
        }
    }

    private static final List<Dimension> OF_COMPUTE = List.of(
            Dimension.TOTAL,
            Dimension.AFFILIATION,
            Dimension.OPENNESS,
            Dimension.COUNTRY,
            Dimension.BLOC,
            Dimension.DOMAIN);
    private static final List<Dimension> OF_HARDWARE = List.of(Dimension.TOTAL, Dimension.INDUSTRY);
    private static final List<Dimension> OF_OTHERS = List.of(Dimension.TOTAL, Dimension.AFFILIATION);
    private static final List<Of> ALL = List.of(Of.values());

    private record Place(Of of, Dimension dimension, String value, Window window) {}

    private final Map<Place, CountedValues> values = new HashMap<>();

    @Override
    public void add(Window window, CountedRelease release) {
        each(
                window,
                release,
                (place, value) -> values.computeIfAbsent(place, key -> new CountedValues())
                        .add(value));
    }

    @Override
    public void remove(Window window, CountedRelease release) {
        each(
                window,
                release,
                (place, value) -> values.computeIfPresent(place, (key, bag) -> {
                    bag.remove(value);
                    return bag.size() == 0 ? null : bag;
                }));
    }

    /** Of those that have it; empty when none has. */
    Optional<CountedValues> in(Of of, Dimension dimension, String value, Window window) {
        return Optional.ofNullable(values.get(new Place(of, dimension, value, window)));
    }

    private static void each(Window window, CountedRelease release, BiConsumer<Place, Double> change) {
        for (Of of : ALL) {
            Double figure = of.value(release);
            if (figure != null) {
                for (Dimension dimension : of.dimensions()) {
                    dimension
                            .values(release)
                            .forEach(value -> change.accept(new Place(of, dimension, value, window), figure));
                }
            }
        }
    }
}
