package org.computedivide.streams.rules.affiliation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The two rules by which the types of organisations and authors become the type of a release. */
public final class AffiliationRule {

    /** Our World in Data: a collaboration has at least this share of its authors on each side. */
    private static final double SHARE = 0.3;

    /** The sides in the order in which a tie is settled. */
    private static final List<String> SIDES = List.of("academia", "industry", "government", "nonprofit");

    private AffiliationRule() {}

    /** One type only: that type; academia and industry both present: collaboration; anything else: mixed. */
    public static String bySet(List<String> types) {
        Set<String> set = new TreeSet<>(types);
        set.remove("unknown");
        if (set.isEmpty()) {
            return "unknown";
        }
        if (set.size() == 1) {
            return set.iterator().next();
        }
        return set.contains("academia") && set.contains("industry") ? "collaboration" : "mixed";
    }

    /**
     * The 30 % rule over authors: each is a list of types of their affiliations, a second one counts half. Shares are of
     * authors with a known type; unknown above 30 % of all makes the whole unknown. Where academia and industry do not
     * reach 30 % both, the larger side stands, be it government or nonprofit; a tie goes to academia, then industry.
     */
    public static String byShare(List<List<String>> authors) {
        List<List<String>> known = authors.stream()
                .map(author ->
                        author.stream().filter(type -> !type.equals("unknown")).toList())
                .filter(author -> !author.isEmpty())
                .toList();
        if (known.isEmpty() || known.size() < (1 - SHARE) * authors.size()) {
            return "unknown";
        }
        Map<String, Double> sides = new LinkedHashMap<>();
        for (String side : SIDES) {
            sides.put(
                    side,
                    known.stream().mapToDouble(author -> share(author, side)).sum() / known.size());
        }
        return bySides(sides);
    }

    private static String bySides(Map<String, Double> sides) {
        boolean both = sides.getOrDefault("academia", 0.0) >= SHARE && sides.getOrDefault("industry", 0.0) >= SHARE;
        String largest = SIDES.get(0);
        for (String side : SIDES) {
            largest = sides.getOrDefault(side, 0.0) > sides.getOrDefault(largest, 0.0) ? side : largest;
        }
        return both ? "collaboration" : largest;
    }

    private static double share(List<String> types, String type) {
        long hits = types.stream().filter(type::equals).count();
        return hits == 0 ? 0 : (double) hits / types.size();
    }
}
