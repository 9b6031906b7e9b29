package org.computedivide.streams.rules.alerts;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Release;

/**
 * A release as the rules of alerts see it: with a compute that counts and a day.
 *
 * @param release the release
 * @param compute of its headline variant, not imputed
 * @param day when its headline variant was published
 */
record Case(Release release, Compute compute, LocalDate day) {

    /** Empty when no rule can judge the release: its compute is unknown or imputed, or it has no date. */
    static Optional<Case> of(Release release) {
        Compute compute = release.getCompute();
        if (compute == null || compute.getImputed() || compute.getValue() <= 0) {
            return Optional.empty();
        }
        return headlineDay(release).map(day -> new Case(release, compute, day));
    }

    private static Optional<LocalDate> headlineDay(Release release) {
        return CountedComputes.day(
                release,
                release.getVariants().stream()
                        .filter(variant -> variant.getId().equals(release.getHeadlineVariant()))
                        .findFirst()
                        .orElse(null));
    }

    /** For example {@code Roc by Acme}. */
    String nameAndMakers() {
        String makers = release.getOrganizations().stream()
                .map(Organization::getName)
                .limit(3)
                .collect(Collectors.joining(", "));
        return makers.isEmpty() ? release.getName() : release.getName() + " by " + makers;
    }

    /** One sentence with the figure, its interval and its method. */
    String computeSentence() {
        String added = compute.getInherited() == null ? "" : ", that of its base included";
        return nameAndMakers() + " was trained with about " + flop(compute.getValue()) + " FLOP" + added
                + " (90 % interval "
                + flop(compute.getLow()) + " to " + flop(compute.getHigh()) + ", method: "
                + compute.getMethod().replace('-', ' ') + ").";
    }

    /** A number of FLOP as people write it: 3.2e25. */
    static String flop(double value) {
        return String.format(Locale.ROOT, "%.1e", value).replace("e+", "e").replace("e0", "e");
    }
}
