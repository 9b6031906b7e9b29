package org.computedivide.streams.rules.tallies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computedivide.avro.CountedRelease;

/** The compute figures of each class in each window. */
final class Medians implements InWindows.Fold {

    static final List<Dimension> DIMENSIONS =
            List.of(Dimension.TOTAL, Dimension.AFFILIATION, Dimension.OPENNESS, Dimension.COUNTRY, Dimension.DOMAIN);

    private record Place(Dimension dimension, String value, Window window) {}

    private final Map<Place, CountedValues> values = new HashMap<>();

    @Override
    public void add(Window window, CountedRelease release) {
        each(
                window,
                release,
                (place, flop) -> values.computeIfAbsent(place, key -> new CountedValues())
                        .add(flop));
    }

    @Override
    public void remove(Window window, CountedRelease release) {
        each(
                window,
                release,
                (place, flop) -> values.computeIfPresent(place, (key, bag) -> {
                    bag.remove(flop);
                    return bag.size() == 0 ? null : bag;
                }));
    }

    /** Cumulative FLOP of those that have it; empty when none has. */
    Optional<CountedValues> in(Dimension dimension, String value, Window window) {
        return Optional.ofNullable(values.get(new Place(dimension, value, window)));
    }

    private static void each(
            Window window, CountedRelease release, java.util.function.BiConsumer<Place, Double> change) {
        Double flop = release.getCumulative();
        if (flop == null) {
            return;
        }
        for (Dimension dimension : DIMENSIONS) {
            for (String value : dimension.values(release)) {
                change.accept(new Place(dimension, value, window), flop);
            }
        }
    }
}
