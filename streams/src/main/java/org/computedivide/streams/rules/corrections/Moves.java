package org.computedivide.streams.rules.corrections;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.computedivide.avro.MovedTally;
import org.computedivide.avro.Release;
import org.computedivide.streams.rules.tallies.Contribution;

/** Which tallies a correction moves: what the release adds now, less what it added before. */
final class Moves {

    private Moves() {}

    /** Tallies of calendar years, by key; an empty release adds nothing. */
    static List<MovedTally> between(Optional<Release> before, Optional<Release> now) {
        var by = new TreeMap<String, Double>(now.map(Contribution::of).orElseGet(() -> new TreeMap<String, Double>()));
        SortedMap<String, Double> old = before.map(Contribution::of).orElseGet(() -> new TreeMap<String, Double>());
        old.forEach((key, number) -> by.merge(key, -number, Double::sum));
        return by.entrySet().stream()
                .filter(move -> move.getValue() != 0)
                .map(move -> MovedTally.newBuilder()
                        .setTally(move.getKey())
                        .setBy(move.getValue())
                        .setUnit(move.getKey().startsWith("compute|") ? "FLOP" : "releases")
                        .build())
                .toList();
    }
}
