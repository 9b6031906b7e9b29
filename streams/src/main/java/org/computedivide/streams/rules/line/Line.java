package org.computedivide.streams.rules.line;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Release;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;
import org.computedivide.streams.rules.EvidenceReader;
import org.computedivide.streams.rules.identity.Families;
import org.computedivide.streams.rules.identity.FamilyStore;
import org.computedivide.streams.rules.tallies.CountedReleases;
import org.computedivide.streams.rules.tallies.TallyBook;
import org.computedivide.streams.rules.trends.TrendBook;

/**
 * The whole fold, from observations to tallies and trends, in memory and without Kafka: the same code as the
 * topologies, for the past on request. It takes observations in any order and leaves out those that were not yet
 * observed at its moment, so that it says what was known then by the methods of today.
 */
public final class Line {

    private final Instant asOf;
    private final EvidenceReader reader = new EvidenceReader();
    private final FamilyStore store = FamilyStore.inMemory();
    private final Families families = new Families(store);
    private final SortedMap<String, Release> releases = new TreeMap<>();

    private Line(Instant asOf) {
        this.asOf = asOf;
    }

    /** A line that knows what was observed before the moment. */
    public static Line asOf(Instant moment) {
        return new Line(moment);
    }

    /** Whether the line knows what was observed then. */
    public boolean knows(Instant observedAt) {
        return observedAt.isBefore(asOf);
    }

    /** Takes one version of one observation. */
    public void accept(Observation observation) {
        if (knows(observation.getObservedAt())) {
            accept(reader.read(observation));
        }
    }

    /** Takes what one version of one observation proves. */
    public void accept(Evidence evidence) {
        if (knows(evidence.getObservedAt())) {
            families.apply(evidence).forEach(this::put);
        }
    }

    private void put(String familyId, Optional<Release> release) {
        release.ifPresentOrElse(now -> releases.put(familyId, now), () -> releases.remove(familyId));
    }

    /** Releases by family id. */
    public SortedMap<String, Release> releases() {
        return Collections.unmodifiableSortedMap(releases);
    }

    /** What the newest version of each observation proves, in the order of their keys. */
    public Stream<Evidence> evidence() {
        return store.evidence().keys("").stream().map(store.evidence()::get).flatMap(Optional::stream);
    }

    /** Every tally of a day, by key. */
    public SortedMap<String, Tally> tallies(LocalDate day) {
        var book = new TallyBook();
        book.roll(day);
        counted().forEach(release -> book.change(Optional.empty(), Optional.of(release)));
        book.settled();
        return book.published();
    }

    /** Every trend of a day, by key. */
    public SortedMap<String, Trend> trends(LocalDate day) {
        var book = new TrendBook();
        counted().forEach(release -> book.change(Optional.empty(), Optional.of(release)));
        return book.snapshot(day).all();
    }

    private Collection<CountedRelease> counted() {
        return releases.values().stream()
                .map(CountedReleases::of)
                .flatMap(Optional::stream)
                .toList();
    }
}
