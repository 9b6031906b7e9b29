package org.computedivide.streams.topologies;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.computedivide.avro.CountedRelease;

/** The releases that a topology counts and the day it has come to: all that it needs to start again. */
final class CountedStore {

    private static final String RELEASES = "counted-releases";
    private static final String TODAY = "today";

    private final KeyValueStore<String, CountedRelease> releases;
    private final KeyValueStore<String, String> today;

    CountedStore(ProcessingContext context) {
        this.releases = context.getStateStore(RELEASES);
        this.today = context.getStateStore(TODAY);
    }

    static Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.of(RELEASES, CountedRelease.class), Stores.ofText(TODAY));
    }

    /** Puts what a family counts for now, and gives what it counted for. */
    Optional<CountedRelease> replace(String familyId, Optional<CountedRelease> now) {
        var before = Optional.ofNullable(releases.get(familyId));
        now.ifPresentOrElse(release -> releases.put(familyId, release), () -> releases.delete(familyId));
        return before;
    }

    void forEach(Consumer<CountedRelease> action) {
        try (var all = releases.all()) {
            all.forEachRemaining(entry -> action.accept(entry.value));
        }
    }

    Optional<LocalDate> today() {
        return Optional.ofNullable(today.get(TODAY)).map(LocalDate::parse);
    }

    /** Moves to a later day; false when the day is not later. */
    boolean begin(LocalDate day) {
        if (today().map(known -> !day.isAfter(known)).orElse(false)) {
            return false;
        }
        today.put(TODAY, day.toString());
        return true;
    }
}
