package org.computedivide.streams.rules.tallies;

import java.util.List;
import org.computedivide.avro.CountedRelease;

/**
 * By what releases are told apart. A release may have several values (countries, domains: it counts fully in each), one
 * value {@code unknown}, or none (a compute below every tier).
 */
public enum Dimension {
    TOTAL("total"),
    AFFILIATION("affiliation"),
    AFFILIATION_BY_SHARE("affiliationByShare"),
    OPENNESS("openness"),
    COUNTRY("country"),
    DOMAIN("domain"),
    LICENSE_CLASS("licenseClass"),
    CLAIM("claim"),
    TIER("tier"),
    AFFILIATION_OPENNESS("affiliation×openness"),
    AFFILIATION_DOMAIN("affiliation×domain"),
    AFFILIATION_TIER("affiliation×tier"),
    COUNTRY_OPENNESS("country×openness");

    /** The value of a release for which it cannot be said. */
    public static final String UNKNOWN = "unknown";

    /** Between the values of a pair. */
    static final String TIMES = "×";

    private final String label;

    Dimension(String label) {
        this.label = label;
    }

    /** Name in the tallies. */
    public String label() {
        return label;
    }

    /** The two dimensions of a pair; empty for a single one. */
    List<Dimension> parts() {
        return switch (this) {
            case AFFILIATION_OPENNESS -> List.of(AFFILIATION, OPENNESS);
            case AFFILIATION_DOMAIN -> List.of(AFFILIATION, DOMAIN);
            case AFFILIATION_TIER -> List.of(AFFILIATION, TIER);
            case COUNTRY_OPENNESS -> List.of(COUNTRY, OPENNESS);
            default -> List.of();
        };
    }

    /** The values of a release. */
    List<String> values(CountedRelease release) {
        return switch (this) {
            case TOTAL -> List.of("all");
            case AFFILIATION -> List.of(release.getAffiliation());
            case AFFILIATION_BY_SHARE -> List.of(release.getAffiliationByShare());
            case OPENNESS -> List.of(release.getWeights());
            case LICENSE_CLASS -> List.of(release.getLicenseClass());
            case CLAIM -> release.getClaim().isEmpty() ? List.of(UNKNOWN) : List.of(release.getClaim());
            case COUNTRY -> orUnknown(release.getCountries());
            case DOMAIN -> orUnknown(release.getDomains());
            case TIER -> release.getCumulative() == null ? List.of(UNKNOWN) : Tiers.reached(release.getCumulative());
            default -> pairs(release);
        };
    }

    private List<String> pairs(CountedRelease release) {
        List<String> seconds = parts().get(1).values(release);
        return parts().get(0).values(release).stream()
                .flatMap(first -> seconds.stream().map(second -> first + TIMES + second))
                .toList();
    }

    private static List<String> orUnknown(List<String> values) {
        return values.isEmpty() ? List.of(UNKNOWN) : values;
    }
}
