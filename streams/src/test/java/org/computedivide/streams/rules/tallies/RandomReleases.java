package org.computedivide.streams.rules.tallies;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Headline;

/** Seeded releases of every sort: unknown classes, several countries, imputed and uncertain compute, future dates. */
public final class RandomReleases {

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final List<String> AFFILIATIONS =
            List.of("academia", "industry", "collaboration", "government", "mixed", "unknown");
    private static final List<String> WEIGHTS = List.of("unrestricted", "restricted-use", "api", "unknown");
    private static final List<List<String>> COUNTRIES =
            List.of(List.of(), List.of("US"), List.of("CN"), List.of("CN", "US"), List.of("FR"));
    private static final List<List<String>> DOMAINS =
            List.of(List.of(), List.of("language"), List.of("language", "vision"));

    private static final List<List<String>> MAKERS =
            List.of(List.of(), List.of("Heron"), List.of("Heron", "Egret"), List.of("Egret", "Bittern", "Heron"));

    private final Random random;

    public RandomReleases(long seed) {
        this.random = new Random(seed);
    }

    public List<CountedRelease> take(int n) {
        return IntStream.range(0, n).mapToObj(i -> one("family-" + i, 0.3)).toList();
    }

    /** One release; the second number is the part of releases that have compute. */
    public CountedRelease one(String familyId, double disclosing) {
        int day = (int) TODAY.toEpochDay() + 20 - random.nextInt(900);
        var release = CountedRelease.newBuilder()
                .setFamilyId(familyId)
                .setDay(day)
                .setAffiliation(pick(AFFILIATIONS))
                .setAffiliationByShare(pick(AFFILIATIONS))
                .setWeights(pick(WEIGHTS))
                .setCountries(pick(COUNTRIES))
                .setDomains(pick(DOMAINS))
                .setDated(random.nextInt(20) > 0)
                .setNotable(random.nextInt(9) == 0)
                .setDisclosed(random.nextInt(16))
                .setDerivatives(random.nextInt(3))
                .setOrganizations(pick(MAKERS))
                .setMakers(pick(MAKERS))
                .setJudged(random.nextInt(5) == 0)
                .setStateOfTheArt(random.nextInt(8) == 0)
                .setClaim(pick(List.of("", "accuracy", "efficiency")))
                .setTrainingCode(pick(List.of("", "open", "unreleased")))
                .setBaseMaker(pick(List.of("", "industry", "unknown")))
                .setLagDays(random.nextBoolean() ? null : (Integer) random.nextInt(30));
        if (random.nextInt(4) == 0) {
            release.setChipClass("3A090.a")
                    .setChipHours(1000.0 + random.nextInt(1000))
                    .setFleet(1e15 * (1 + random.nextInt(50)))
                    .setCost(1e4 * (1 + random.nextInt(100)))
                    .setCostSigma(180)
                    .setEnergy(1e3 * (1 + random.nextInt(100)))
                    .setEnergySigma(random.nextInt(2) * 100)
                    .setCarbon(400.0 * (1 + random.nextInt(100)))
                    .setCarbonSigma(350);
        }
        if (random.nextDouble() >= disclosing) {
            return release.setImputed(random.nextBoolean()).build();
        }
        double compute = StrictMath.pow(10, 17 + 9 * random.nextDouble());
        double sigma = random.nextInt(3) * 0.3;
        return release.setCumulative(compute)
                .setAdded(random.nextInt(4) == 0 ? null : (Double) (compute * random.nextDouble()))
                .setSigma(sigma)
                .setMethod(random.nextBoolean() ? "operation-counting" : "curated")
                .setHeadlines(headlines(day, compute, sigma))
                .build();
    }

    /** One, or an earlier smaller one before it; computes are of few sizes, so that ties occur. */
    private List<Headline> headlines(int day, double compute, double sigma) {
        double rounded = StrictMath.pow(10, StrictMath.rint(4 * StrictMath.log10(compute)) / 4);
        Headline last = headline(day, rounded, sigma);
        return random.nextInt(4) > 0
                ? List.of(last)
                : List.of(
                        Headline.newBuilder(headline(day - random.nextInt(200), rounded / 3, sigma))
                                .setVariant("small")
                                .build(),
                        last);
    }

    private static Headline headline(int day, double compute, double sigma) {
        return Headline.newBuilder()
                .setDay(day)
                .setCompute(compute)
                .setSigma(sigma)
                .setMethod("curated")
                .build();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
