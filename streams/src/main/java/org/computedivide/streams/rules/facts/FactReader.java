package org.computedivide.streams.rules.facts;

import java.util.List;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Observation;

/** Draws facts from one observation. */
public final class FactReader {

    /** Facts of the observation in the order of the text, statements first. */
    public List<Fact> read(Observation observation) {
        return List.of();
    }
}
