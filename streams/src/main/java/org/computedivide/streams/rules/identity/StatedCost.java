package org.computedivide.streams.rules.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Quantity;

/** What the training of a release cost as it is stated: by its maker before anybody else. */
final class StatedCost {

    private static final String FIELD = "trainingCost";

    private StatedCost() {}

    /** USD. */
    static Optional<Quantity> of(List<Evidence> members) {
        return members.stream()
                .sorted(Comparator.comparing(
                                (Evidence member) -> !member.getTier().equals("maker"))
                        .thenComparing(Versions::key))
                .flatMap(member -> member.getFacts().stream()
                        .filter(StatedCost::isCost)
                        .map(fact -> quantity(fact, Versions.key(member))))
                .findFirst();
    }

    private static boolean isCost(Fact fact) {
        Double number = fact.getNumber();
        return fact.getField().equals(FIELD)
                && number != null
                && number > 0
                && fact.getQuarantine().isEmpty();
    }

    private static Quantity quantity(Fact fact, String source) {
        double value = Objects.requireNonNull(fact.getNumber());
        return Quantity.newBuilder()
                .setValue(value)
                .setLow(fact.getLow() == null ? value : fact.getLow())
                .setHigh(fact.getHigh() == null ? value : fact.getHigh())
                .setSource(source)
                .setRule("stated")
                .build();
    }
}
