package org.computedivide.streams.rules.trends;

import java.util.Comparator;
import org.computedivide.avro.CountedRelease;
import org.computedivide.streams.rules.draws.Spread;

/**
 * One headline variant with its compute.
 *
 * @param familyId its release
 * @param variant id within the release; empty when there is one only
 * @param day its own date, in days since 1970-01-01
 * @param compute cumulative FLOP
 * @param spread draws of the compute
 * @param release what it counts for
 */
public record Dated(String familyId, String variant, long day, double compute, Spread spread, CountedRelease release) {

    /** The one order in which points are added up, so that the last bits do not depend on arrival. */
    public static final Comparator<Dated> ORDER =
            Comparator.comparingLong(Dated::day).thenComparing(Dated::familyId).thenComparing(Dated::variant);

    /** Set rule. */
    String affiliation() {
        return release.getAffiliation();
    }

    /** Whether a curated table calls it so. */
    boolean notable() {
        return release.getNotable();
    }
}
