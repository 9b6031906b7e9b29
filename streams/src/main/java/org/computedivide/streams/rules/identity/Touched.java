package org.computedivide.streams.rules.identity;

import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.computedivide.avro.Evidence;

/** What one record may have changed: where the writer has to look again. */
final class Touched {

    /** Observations whose evidence or role changed. */
    final NavigableSet<String> observations = new TreeSet<>();

    /** Strong keys that won or lost an observation. */
    final NavigableSet<String> keys = new TreeSet<>();

    /** Keys whose count of derivatives changed, and by how many: nothing else of the family around them has. */
    final SortedMap<String, Long> counted = new TreeMap<>();

    /** Family names that won or lost a core observation. */
    final NavigableSet<String> names = new TreeSet<>();

    void add(Evidence evidence, Role role) {
        if (role == Role.CORE || role == Role.SUPPORT) {
            observations.add(Versions.key(evidence));
            keys.addAll(Keys.strong(evidence));
            keys.add(Overrides.key(Versions.key(evidence)));
        }
        if (role == Role.CORE) {
            names.addAll(Keys.names(evidence));
        }
    }
}
