package org.computedivide.streams.rules.tallies;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computedivide.avro.Compute;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Headline;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;
import org.computedivide.streams.rules.claim.StateOfTheArt;
import org.jspecify.annotations.Nullable;

/** What tallies and trends keep of a release. */
public final class CountedReleases {

    /** Values of these boundaries may stand in one sum or trend; the others count more than the final training. */
    private static final Set<String> BOUNDARIES = Set.of("updates-only", "unknown");

    /** From the 5th to the 95th percentile of a normal distribution, in standard deviations. */
    private static final double NINETY_PERCENT = 2 * 1.6448536269514722;

    private CountedReleases() {}

    /** Empty when the release is withdrawn: it takes part in nothing. */
    public static Optional<CountedRelease> of(Release release) {
        return release.getState().equals("withdrawn") ? Optional.empty() : Optional.of(counted(release));
    }

    /** Method of a headline variant: that of the family when it says none. */
    public static String method(CountedRelease release, Headline headline) {
        return headline.getMethod().isEmpty() ? release.getMethod() : headline.getMethod();
    }

    private static CountedRelease counted(Release release) {
        CountedRelease.Builder counted = classified(release);
        KnownMakers.of(release).fill(counted);
        TrainingResources.of(release).fill(counted);
        return counted.build();
    }

    private static CountedRelease.Builder classified(Release release) {
        Optional<LocalDate> published =
                Optional.ofNullable(release.getPublishedDay()).map(LocalDate::parse);
        int day = published.map(LocalDate::toEpochDay).map(Math::toIntExact).orElse(0);
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
                .setHeadlines(headlines(release, day, counts ? compute.getMethod() : ""))
                .setDated(published.isPresent())
                .setNotable(release.getFlags().contains("notable"))
                .setJudged(release.getMembers().stream()
                        .anyMatch(member -> member.getForm().equals("table-row")))
                .setStateOfTheArt(release.getFlags().contains(StateOfTheArt.FLAG))
                .setLandmark(Landmarks.of(release.getName()))
                .setOrganizations(counts ? makers(release) : List.of())
                .setDisclosed(Disclosed.of(release))
                .setLagDays(published.flatMap(from -> lag(release, from)).orElse(null))
                .setDerivatives(release.getDerivatives())
                .setClaim(release.getClaim())
                .setLicenseClass(licenseClass(release))
                .setTrainingCode(trainingCode(release))
                .setBaseMaker(release.getBaseMaker().equals("none") ? "" : release.getBaseMaker());
    }

    /** In their order, each once; subsidiaries are one with their parent. */
    private static List<String> makers(Release release) {
        return release.getOrganizations().stream()
                .map(KnownMakers::withParent)
                .distinct()
                .toList();
    }

    /** Only what came live tells how long it takes to see a release. */
    private static Optional<Integer> lag(Release release, LocalDate published) {
        boolean live = release.getMembers().stream()
                .filter(member -> member.getObservedAt().equals(release.getFirstObservedAt()))
                .anyMatch(member -> member.getIntake().equals("live"));
        LocalDate seen = release.getFirstObservedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return live
                ? Optional.of(Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(published, seen))))
                : Optional.empty();
    }

    private static String trainingCode(Release release) {
        return release.getOpenness() == null
                ? ""
                : emptyIfUnknown(release.getOpenness().getTrainingCode());
    }

    private static String licenseClass(Release release) {
        return release.getOpenness() == null
                ? ""
                : emptyIfUnknown(release.getOpenness().getLicenseClass());
    }

    private static List<Headline> headlines(Release release, int day, String method) {
        return release.getVariants().stream()
                .filter(variant -> variant.getHeadline() && counts(variant.getCompute()))
                .map(variant -> headline(variant, day, method))
                .sorted(Comparator.comparingInt(Headline::getDay).thenComparing(Headline::getVariant))
                .toList();
    }

    private static Headline headline(Variant variant, int familyDay, String familyMethod) {
        Compute compute = variant.getCompute();
        return Headline.newBuilder()
                .setVariant(variant.getId())
                .setDay(PublishedDay.of(variant.getPublishedAt())
                        .map(Math::toIntExact)
                        .orElse(familyDay))
                .setCompute(compute.getValue())
                .setSigma(sigma(compute))
                .setMethod(compute.getMethod().equals(familyMethod) ? "" : compute.getMethod())
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

    /** What is unknown takes no room in the store. */
    private static String emptyIfUnknown(String value) {
        return value.equals("unknown") ? "" : value;
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
