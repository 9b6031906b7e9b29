package org.computedivide.producers.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computedivide.avro.Cursor;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Rejected;
import org.computedivide.avro.Seen;

/** What goes out in one transaction: observations, what was seen, what was refused, and where to go on. */
final class Writes {

    final List<Observation> observations = new ArrayList<>();
    final Map<String, Seen> seen = new LinkedHashMap<>();
    final List<Rejected> rejected = new ArrayList<>();
    Optional<Cursor> cursor = Optional.empty();
    /** Whether what was refused is the page itself and no item of it. */
    boolean pageRefused;

    boolean isEmpty() {
        return observations.isEmpty() && seen.isEmpty() && rejected.isEmpty() && cursor.isEmpty();
    }
}
