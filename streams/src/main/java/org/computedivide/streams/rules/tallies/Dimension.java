package org.computedivide.streams.rules.tallies;

import java.util.List;
import org.computedivide.avro.CountedRelease;

/**
 * By what releases are told apart. A release may have several values (countries, domains: it counts fully in each), one
 * value {@code unknown}, or none (a compute below every tier, no line in law that speaks of it).
 */
public enum Dimension {
    TOTAL("total"),
    AFFILIATION("affiliation"),
    AFFILIATION_BY_SHARE("affiliationByShare"),
    OPENNESS("openness"),
    COUNTRY("country"),
    BLOC("bloc"),
    MAKER("maker"),
    ORGANIZATION("organization"),
    DOMAIN("domain"),
    LICENSE_CLASS("licenseClass"),
    CLAIM("claim"),
    TIER("tier"),
    LEGAL_LINE("legalLine"),
    TRAINING_CODE("trainingCode"),
    CHIP_CLASS("chipClass"),
    BASE_MAKER("baseMaker"),
    INDUSTRY("industryTakesPart"),
    AFFILIATION_OPENNESS("affiliation×openness"),
    AFFILIATION_DOMAIN("affiliation×domain"),
    AFFILIATION_TIER("affiliation×tier"),
    AFFILIATION_BASE("affiliation×baseMaker"),
    BLOC_CHIP("bloc×chipClass"),
    INDUSTRY_CODE("industryTakesPart×trainingCode"),
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
            case AFFILIATION_BASE -> List.of(AFFILIATION, BASE_MAKER);
            case BLOC_CHIP -> List.of(BLOC, CHIP_CLASS);
            case INDUSTRY_CODE -> List.of(INDUSTRY, TRAINING_CODE);
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
            case LICENSE_CLASS -> List.of(orElse(release.getLicenseClass(), UNKNOWN));
            case CLAIM -> List.of(orElse(release.getClaim(), UNKNOWN));
            case COUNTRY -> orUnknown(release.getCountries());
            case BLOC -> orUnknown(Blocs.of(release.getCountries()));
            case MAKER -> orUnknown(release.getMakers());
            case ORGANIZATION -> orUnknown(KnownMakers.parents(release));
            case DOMAIN -> orUnknown(release.getDomains());
            case LEGAL_LINE -> LinesInLaw.of(release);
            case TRAINING_CODE -> List.of(orElse(release.getTrainingCode(), UNKNOWN));
            case CHIP_CLASS -> List.of(orElse(release.getChipClass(), UNKNOWN));
            case BASE_MAKER -> List.of(orElse(release.getBaseMaker(), "none"));
            case INDUSTRY -> List.of(industryTakesPart(release.getAffiliation()));
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

    /** A mixture of others than academia and industry may or may not have a company in it. */
    private static String industryTakesPart(String affiliation) {
        return switch (affiliation) {
            case "industry", "collaboration" -> "yes";
            case "academia", "government", "nonprofit" -> "no";
            default -> UNKNOWN;
        };
    }

    /** Whether a release of several values may also be divided among them. */
    boolean isDivided() {
        return this == COUNTRY || this == BLOC;
    }

    /** Of many values, most of them with few releases, shares are left to whoever reads members and non-members. */
    boolean isCountedOnly() {
        return this == MAKER || this == ORGANIZATION;
    }

    private static String orElse(String value, String other) {
        return value.isEmpty() ? other : value;
    }

    private static List<String> orUnknown(List<String> values) {
        return values.isEmpty() ? List.of(UNKNOWN) : values;
    }
}
