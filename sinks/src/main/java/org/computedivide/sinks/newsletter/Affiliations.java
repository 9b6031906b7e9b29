package org.computedivide.sinks.newsletter;

import java.util.List;

/** Kinds of makers, in the order in which they are shown everywhere. */
final class Affiliations {

    static final String UNKNOWN = "unknown";

    static final List<String> ORDER =
            List.of("industry", "academia", "collaboration", "nonprofit", "government", "mixed", UNKNOWN);

    private Affiliations() {}

    /** The affiliation if it is one of ours, else unknown. */
    static String known(String affiliation) {
        return ORDER.contains(affiliation) ? affiliation : UNKNOWN;
    }

    static String label(String affiliation) {
        return switch (affiliation) {
            case "collaboration" -> "Industry with academia";
            case "mixed" -> "Other mixtures";
            default -> Words.capital(affiliation);
        };
    }

    /** As it stands behind "from". */
    static String people(String affiliation) {
        return switch (affiliation) {
            case "collaboration" -> "industry with academia";
            case "nonprofit" -> "nonprofits";
            case "mixed" -> "other mixtures";
            default -> affiliation;
        };
    }
}
