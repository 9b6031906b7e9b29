package org.computedivide.streams.rules.identity;

import java.util.Comparator;
import java.util.List;
import org.computedivide.avro.Evidence;

/**
 * Who is listened to first about a release. The maker speaks before a curated table, a table before an aggregator; what
 * the operator states stands above all. Equal voices are ordered by key, so that nothing depends on who came first.
 */
enum Voice {
    OPERATOR,
    MAKER,
    CURATED,
    OTHER;

    static final Comparator<Evidence> FIRST_HEARD =
            Comparator.<Evidence, Voice>comparing(Voice::of).thenComparing(Versions::key);

    static Voice of(Evidence evidence) {
        return switch (evidence.getTier()) {
            case "operator" -> OPERATOR;
            case "maker" -> MAKER;
            case "curated" -> CURATED;
            default -> OTHER;
        };
    }

    static boolean isRepository(Evidence evidence) {
        return evidence.getForm().equals("repository");
    }

    /** A paper, a post or a product page of the maker: what a maker says, not where it is kept. */
    static boolean isAnnouncement(Evidence evidence) {
        return of(evidence) == MAKER && !isRepository(evidence);
    }

    static List<Evidence> inOrder(List<Evidence> members) {
        return members.stream().sorted(FIRST_HEARD).toList();
    }
}
