package org.computedivide.streams.rules.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Release;
import org.computedivide.streams.rules.corrections.Corrections;

/**
 * What was public at the beginning of a week and is told otherwise at its end: by more than 2 %, in a class, or as
 * another release. The first 24 hours of a release are enrichment and no error. A difference of two states by the same
 * methods, so it does not depend on when or in which order things arrived.
 */
final class Errata {

    private static final Duration ENRICHMENT = Duration.ofHours(24);

    private final SortedMap<String, Release> now;
    private final Map<String, Release> byMember = new HashMap<>();
    private final List<Correction> corrections = new ArrayList<>();

    private Errata(SortedMap<String, Release> now) {
        this.now = now;
        now.values()
                .forEach(release ->
                        release.getMembers().forEach(member -> byMember.put(Corrections.key(member), release)));
    }

    /** By name of the release, then field. */
    static List<Correction> between(SortedMap<String, Release> before, SortedMap<String, Release> now, Week week) {
        var errata = new Errata(now);
        Instant enriched = week.start().minus(ENRICHMENT);
        before.values().stream()
                .filter(release -> release.getFirstObservedAt().isBefore(enriched))
                .forEach(errata::compare);
        return errata.corrections.stream()
                .sorted(Comparator.comparing(Correction::getName)
                        .thenComparing(Correction::getFamilyId)
                        .thenComparing(Correction::getField))
                .toList();
    }

    private void compare(Release before) {
        Release after = now.get(before.getFamilyId());
        if (after == null) {
            Optional<Release> taker = taker(before);
            Instant at = taker.map(Release::getChangedAt).orElseGet(before::getChangedAt);
            corrections.add(Corrections.gone(before, taker, at));
        } else {
            corrections.addAll(Corrections.between(before, after, after.getChangedAt()));
        }
    }

    private Optional<Release> taker(Release before) {
        return before.getMembers().stream()
                .map(member -> byMember.get(Corrections.key(member)))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
