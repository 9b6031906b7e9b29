package org.computedivide.monitor.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Openness;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;

/**
 * Releases made by chance from a seed: dates over eight years, denser towards the end; one in fifty with compute, as on
 * the hub; makers few of whom have most, one release in ten by one of known type. The same number and version give the same release.
 */
final class MadeReleases {

    static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    static final LocalDate TOMORROW = TODAY.plusDays(1);

    private static final int DAYS = 8 * 365;
    private static final int MAKERS = 2_000;
    private static final int ONE_IN = 50;
    private static final int KNOWN_ONE_IN = 10;
    private static final double LEAST_LOG = 17;
    private static final double LOGS = 9;
    private static final double SIGMA = 0.3;
    private static final List<String> AFFILIATIONS =
            List.of("industry", "academia", "collaboration", "government", "other", "unknown", "unknown");
    private static final List<String> WEIGHTS =
            List.of("unrestricted", "restricted-use", "non-commercial", "api-access", "unreleased", "unknown");
    private static final List<String> COUNTRIES = List.of("US", "CN", "GB", "FR", "DE", "KR", "JP", "CA", "IN", "AE");
    private static final List<String> DOMAINS = List.of("language", "vision", "speech", "multimodal", "biology");
    private static final List<String> LICENSES =
            List.of("open", "responsible-use", "non-commercial", "none", "unknown");

    private MadeReleases() {}

    /** Some of them. */
    static List<Release> from(long first, long count) {
        return LongStream.range(first, first + count)
                .mapToObj(number -> of(number, 0))
                .toList();
    }

    /** One of them; a later version has the same name and other contents. */
    static Release of(long number, int version) {
        var random = new SplittableRandom(number * 31 + version);
        String affiliation = one(AFFILIATIONS, random);
        String day =
                TODAY.minusDays((long) (DAYS * square(random.nextDouble()))).toString();
        Release.Builder release = Release.newBuilder()
                .setFamilyId("made-" + number)
                .setName("Made " + number)
                .setPublishedAt(day)
                .setPublishedDay(day)
                .setAffiliation(affiliation)
                .setAffiliationByShare(affiliation)
                .setCountries(List.of(one(COUNTRIES, random)))
                .setDomains(List.of(one(DOMAINS, random)))
                .setOrganizations(List.of(maker(random, affiliation)))
                .setOpenness(Openness.newBuilder()
                        .setWeights(one(WEIGHTS, random))
                        .setLicenseClass(one(LICENSES, random))
                        .build());
        return random.nextInt(ONE_IN) == 0 ? withCompute(release, compute(random)) : release.build();
    }

    private static Release withCompute(Release.Builder release, Compute compute) {
        return release.setCompute(compute)
                .setVariants(List.of(Variant.newBuilder()
                        .setId(release.getFamilyId() + "/one")
                        .setPublishedAt(release.getPublishedAt())
                        .setCompute(compute)
                        .setHeadline(true)
                        .build()))
                .build();
    }

    private static Compute compute(SplittableRandom random) {
        double flop = StrictMath.rint(StrictMath.pow(10, LEAST_LOG + LOGS * random.nextDouble()));
        return Compute.newBuilder()
                .setValue(flop)
                .setAdded(flop)
                .setSigma(SIGMA)
                .setMethod("operation-counting")
                .setBoundary("updates-only")
                .build();
    }

    /** Most accounts that release something stand in no register, so that their type is not known. */
    private static Organization maker(SplittableRandom random, String type) {
        return Organization.newBuilder()
                .setName("Maker " + (int) (MAKERS * square(square(random.nextDouble()))))
                .setType(random.nextInt(KNOWN_ONE_IN) == 0 ? type : "unknown")
                .build();
    }

    private static String one(List<String> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    private static double square(double number) {
        return number * number;
    }
}
