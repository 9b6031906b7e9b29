package org.computedivide.streams.rules.estimates;

import java.util.List;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Variant;

/** Turns the evidence of one family into its variants, each with quantities and an estimate of training compute. */
public final class VariantReader {

    /**
     * The variants of a family, by date and then id; the result does not depend on the order of the members.
     *
     * @param members present evidence of one family
     */
    public List<Variant> read(List<Evidence> members) {
        return List.of();
    }
}
