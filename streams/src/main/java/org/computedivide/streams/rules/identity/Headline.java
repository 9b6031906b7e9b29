package org.computedivide.streams.rules.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Quantity;
import org.computedivide.avro.Variant;
import org.jspecify.annotations.Nullable;

/** The variant that speaks for a family: the one with the most compute, and by parameters where none is known. */
final class Headline {

    private static final Comparator<Variant> MOST = Comparator.<Variant>comparingInt(
                    variant -> standing(variant.getCompute()))
            .thenComparingDouble(variant -> value(variant.getCompute()))
            .thenComparingDouble(variant -> value(variant.getParameters()))
            .thenComparing(Variant::getId, Comparator.reverseOrder());

    private Headline() {}

    static Optional<Variant> of(List<Variant> variants) {
        return variants.stream().max(MOST);
    }

    /** What is imputed never stands before what is known, however large. */
    private static int standing(@Nullable Compute compute) {
        if (compute == null) {
            return 0;
        }
        return compute.getImputed() ? 1 : 2;
    }

    private static double value(@Nullable Compute compute) {
        return compute == null ? 0 : compute.getValue();
    }

    private static double value(@Nullable Quantity quantity) {
        return quantity == null ? 0 : quantity.getValue();
    }
}
