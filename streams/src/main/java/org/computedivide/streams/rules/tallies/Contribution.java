package org.computedivide.streams.rules.tallies;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Release;

/** What one release adds to the counts and sums of its calendar year: what would go if the release were not there. */
public final class Contribution {

    private Contribution() {}

    /** By key of the tally; sums in FLOP, counts in releases. Empty for a release without a date. */
    public static SortedMap<String, Double> of(Release release) {
        var parts = new TreeMap<String, Double>();
        Optional<CountedRelease> counted = CountedReleases.of(release).filter(CountedRelease::getDated);
        counted.ifPresent(one -> {
            for (Dimension dimension : Dimension.values()) {
                if (dimension.parts().isEmpty()) {
                    dimension.values(one).forEach(value -> add(parts, one, dimension.label() + "=" + value));
                }
            }
        });
        return parts;
    }

    private static void add(SortedMap<String, Double> parts, CountedRelease release, String cell) {
        String window = "|" + Window.yearOf(release.getDay()).label();
        parts.put("releases|all|" + cell + window, 1.0);
        Double added = release.getAdded();
        if (added != null) {
            parts.put("compute|withCompute|" + cell + window, added);
        }
    }
}
