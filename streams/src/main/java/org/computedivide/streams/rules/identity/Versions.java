package org.computedivide.streams.rules.identity;

import java.time.Instant;
import java.util.Comparator;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Observation;

/**
 * Versions of one observation. The greater (observedAt, revision, contentHash) stands; when and how the key was first
 * seen is the least over all versions. Both are functions of the set of versions, whatever the order they come in.
 */
public final class Versions {

    private static final Comparator<Evidence> BY_VERSION = Comparator.comparing(Evidence::getObservedAt)
            .thenComparingLong(Evidence::getRevision)
            .thenComparing(Evidence::getContentHash);

    private static final Comparator<Evidence> BY_FIRST_SIGHT =
            Comparator.comparing(Evidence::getFirstObservedAt).thenComparing(Evidence::getFirstIntake);

    private Versions() {}

    /** The key of an observation: source/nativeId. */
    public static String key(Evidence evidence) {
        return evidence.getSource() + "/" + evidence.getNativeId();
    }

    /** The key of an observation: source/nativeId. */
    public static String key(Observation observation) {
        return observation.getSource() + "/" + observation.getNativeId();
    }

    /** The same evidence with its first sight filled in when it is the first that we look at. */
    public static Evidence first(Evidence evidence) {
        return evidence.getFirstObservedAt().equals(Instant.EPOCH)
                ? seenFirst(evidence, evidence.getObservedAt(), evidence.getIntake())
                : evidence;
    }

    /** The version that stands of two, with the first sight of both; of equal versions the one that arrived. */
    public static Evidence merge(Evidence known, Evidence arrived) {
        Evidence one = first(known);
        Evidence other = first(arrived);
        Evidence newer = BY_VERSION.compare(other, one) >= 0 ? other : one;
        Evidence first = BY_FIRST_SIGHT.compare(other, one) < 0 ? other : one;
        return newer.equals(first) ? newer : seenFirst(newer, first.getFirstObservedAt(), first.getFirstIntake());
    }

    /** Whether the observation is another version than the one known, and a greater one. */
    public static boolean isNewer(Observation arrived, Evidence known) {
        return Comparator.comparing(Observation::getObservedAt)
                        .thenComparingLong(Observation::getRevision)
                        .thenComparing(Observation::getContentHash)
                        .compare(arrived, versionOf(known))
                > 0;
    }

    /** What a version that came too late can still tell: when and how the key was first seen. */
    public static Evidence late(Evidence known, Observation arrived) {
        Evidence sight = seenFirst(known, arrived.getObservedAt(), arrived.getIntake());
        return BY_FIRST_SIGHT.compare(sight, known) < 0 ? sight : known;
    }

    private static Observation versionOf(Evidence known) {
        return Observation.newBuilder()
                .setObservedAt(known.getObservedAt())
                .setRevision(known.getRevision())
                .setContentHash(known.getContentHash())
                .build();
    }

    private static Evidence seenFirst(Evidence evidence, Instant at, String intake) {
        Evidence seen = Shallow.copy(evidence, new Evidence());
        seen.put("firstObservedAt", at);
        seen.put("firstIntake", intake);
        return seen;
    }
}
