package org.computedivide.streams.rules.tallies;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computedivide.avro.Compute;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Headline;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;
import org.jspecify.annotations.Nullable;

/** What tallies and trends keep of a release. */
public final class CountedReleases {

    /** Values of these boundaries may stand in one sum or trend; the others count more than the final training. */
    private static final Set<String> BOUNDARIES = Set.of("updates-only", "unknown");

    /** From the 5th to the 95th percentile of a normal distribution, in standard deviations. */
    private static final double NINETY_PERCENT = 2 * 1.6448536269514722;

    private CountedReleases() {}

    /** Empty when the release is withdrawn or has no date: it takes part in nothing. */
    public static Optional<CountedRelease> of(Release release) {
        String day = release.getPublishedDay();
        if (day == null || release.getState().equals("withdrawn")) {
            return Optional.empty();
        }
        return Optional.of(counted(release, (int) LocalDate.parse(day).toEpochDay()));
    }

    private static CountedRelease counted(Release release, int day) {
        Compute compute = release.getCompute();
        boolean counts = counts(compute);
        return CountedRelease.newBuilder()
                .setFamilyId(release.getFamilyId())
                .setDay(day)
                .setAffiliation(orUnknown(release.getAffiliation()))
                .setAffiliationByShare(orUnknown(release.getAffiliationByShare()))
                .setWeights(weights(release))
                .setCountries(sorted(release.getCountries()))
                .setDomains(sorted(release.getDomains()))
                .setCumulative(compute == null || !counts ? null : (Double) compute.getValue())
                .setAdded(compute == null || !counts ? null : added(compute))
                .setSigma(compute == null || !counts ? 0 : sigma(compute))
                .setMethod(compute == null || !counts ? "" : compute.getMethod())
                .setImputed(compute != null && compute.getImputed())
                .setHeadlines(headlines(release, day))
                .build();
    }

    private static List<Headline> headlines(Release release, int day) {
        return release.getVariants().stream()
                .filter(variant -> variant.getHeadline() && counts(variant.getCompute()))
                .map(variant -> headline(variant, day))
                .sorted(Comparator.comparingInt(Headline::getDay).thenComparing(Headline::getVariant))
                .toList();
    }

    private static Headline headline(Variant variant, int familyDay) {
        Compute compute = variant.getCompute();
        return Headline.newBuilder()
                .setVariant(variant.getId())
                .setDay(PublishedDay.of(variant.getPublishedAt())
                        .map(Math::toIntExact)
                        .orElse(familyDay))
                .setCompute(compute.getValue())
                .setSigma(sigma(compute))
                .setMethod(compute.getMethod())
                .build();
    }

    private static boolean counts(@Nullable Compute compute) {
        return compute != null
                && !compute.getImputed()
                && compute.getValue() > 0
                && compute.getValue() < Double.POSITIVE_INFINITY
                && BOUNDARIES.contains(compute.getBoundary());
    }

    private static @Nullable Double added(Compute compute) {
        Double added = compute.getAdded();
        return added != null && added >= 0 && added < Double.POSITIVE_INFINITY ? added : null;
    }

    private static double sigma(Compute compute) {
        if (compute.getSigma() > 0 || !(compute.getLow() > 0 && compute.getHigh() > compute.getLow())) {
            return compute.getSigma();
        }
        return StrictMath.log10(compute.getHigh() / compute.getLow()) / NINETY_PERCENT;
    }

    private static String weights(Release release) {
        return release.getOpenness() == null
                ? "unknown"
                : orUnknown(release.getOpenness().getWeights());
    }

    private static String orUnknown(String value) {
        return value.isEmpty() ? "unknown" : value;
    }

    private static List<String> sorted(List<String> values) {
        return values.stream()
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
