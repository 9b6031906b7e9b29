package org.computedivide.streams.rules.affiliation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The two rules by which the types of organisations and authors become the type of a release. */
public final class AffiliationRule {

    /** Our World in Data: a collaboration has at least this share of its authors on each side. */
    private static final double SHARE = 0.3;

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
     * authors with a known type; unknown above 30 % of all makes the whole unknown.
     */
    public static String byShare(List<List<String>> authors) {
        double academia = 0;
        double industry = 0;
        int known = 0;
        for (List<String> author : authors) {
            List<String> types =
                    author.stream().filter(type -> !type.equals("unknown")).toList();
            known += types.isEmpty() ? 0 : 1;
            academia += share(types, "academia");
            industry += share(types, "industry");
        }
        if (known == 0 || known < (1 - SHARE) * authors.size()) {
            return "unknown";
        }
        return bySides(academia / known, industry / known);
    }

    private static String bySides(double academia, double industry) {
        if (academia >= SHARE && industry >= SHARE) {
            return "collaboration";
        }
        double other = 1 - academia - industry;
        if (other > academia && other > industry) {
            return "mixed";
        }
        return academia >= industry ? "academia" : "industry";
    }

    private static double share(List<String> types, String type) {
        long hits = types.stream().filter(type::equals).count();
        return hits == 0 ? 0 : (double) hits / types.size();
    }
}
