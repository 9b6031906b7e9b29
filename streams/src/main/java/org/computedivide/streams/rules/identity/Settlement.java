package org.computedivide.streams.rules.identity;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Variant;
import org.computedivide.streams.rules.estimates.VariantReader;
import org.computedivide.streams.rules.thresholds.Thresholds;

/**
 * Whether a derivative is a release of its own: its maker made the base too, or it added at least a third of the base's
 * compute, or at least 1e23 FLOP (DESIGN §2). A function of the derivative and its base alone, never of the family that
 * the base is in.
 */
final class Settlement {

    private final Thresholds thresholds = Thresholds.bundled();
    private final VariantReader variants = new VariantReader();

    /** Whether the derivative stands on its own, given what is known of its base: nothing, when the base is unseen. */
    boolean isRelease(Evidence derivative, Collection<Evidence> bases) {
        return bases.stream().anyMatch(base -> sameMaker(derivative, base)) || addedEnough(derivative, bases);
    }

    private static boolean sameMaker(Evidence derivative, Evidence base) {
        Set<String> makers = makers(derivative);
        makers.retainAll(makers(base));
        return !makers.isEmpty();
    }

    private static Set<String> makers(Evidence evidence) {
        var names = new TreeSet<String>();
        evidence.getOrganizations().stream()
                .flatMap(Settlement::names)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    private static Stream<String> names(Organization organization) {
        return Stream.of(organization.getName(), organization.getParent());
    }

    private boolean addedEnough(Evidence derivative, Collection<Evidence> bases) {
        double added = largest(derivative, true).orElse(0);
        return added >= thresholds.ownRightFlop()
                || bases.stream()
                        .map(base -> largest(base, false))
                        .filter(OptionalDouble::isPresent)
                        .anyMatch(compute -> added > 0 && added >= compute.getAsDouble() * thresholds.ownRightShare());
    }

    private OptionalDouble largest(Evidence evidence, boolean added) {
        return variants.read(List.of(evidence)).stream()
                .map(Variant::getCompute)
                .filter(compute -> compute != null && !compute.getImputed())
                .mapToDouble(compute -> added ? added(compute) : compute.getValue())
                .max();
    }

    private static double added(Compute compute) {
        return compute.getAdded() == null ? 0 : compute.getAdded();
    }
}
