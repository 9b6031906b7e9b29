package org.computedivide.producers.line;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Rejected;
import org.computedivide.avro.Seen;
import org.computedivide.producers.fetch.Failure;
import org.computedivide.producers.fetch.Outcome;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Rejects;

/**
 * What becomes of one item of a page: an observation, nothing because it is as it was, or a refusal. For a site that fails
 * now and then, an item of which a file cannot be read is tried again for a few rounds; after them it is taken without the
 * file, or refused.
 */
final class Items {

    private static final int LOOKS = 3;

    private final String source;
    private final Parts parts;
    private final Memory memory;
    private final InstantSource clock;

    Items(String source, Parts parts, Memory memory, InstantSource clock) {
        this.source = source;
        this.parts = parts;
        this.memory = memory;
        this.clock = clock;
    }

    /** Why the item could not be taken; one with a file that cannot be read may still be taken in a later round. */
    Optional<Failure> take(Look look, Draft draft, Writes writes) throws InterruptedException {
        Optional<Seen> before =
                Optional.ofNullable(writes.seen.get(draft.nativeId())).or(() -> memory.of(draft.nativeId()));
        boolean asSeen = !draft.parts().isEmpty()
                && before.filter(seen -> seen.getEtag().equals(draft.mark())).isPresent();
        if (asSeen) {
            return Optional.empty();
        }
        Outcome<Observation> whole = parts.complete(draft);
        if (whole instanceof Outcome.Read<Observation> read) {
            // Asked anew: what the answer shows may be younger than the question.
            stamp(draft, read.value(), before, clock.instant(), writes);
            return Optional.empty();
        }
        if (whole instanceof Outcome.Absent<Observation>) {
            notAgain(draft, "absent", before, look.now(), writes);
            return Optional.empty();
        }
        Failure failure = ((Outcome.Failed<Observation>) whole).failure();
        int refusals = before.map(Seen::getRefusals).orElse(0) + 1;
        if (failure.ofContent() && refusals >= LOOKS) {
            giveUp(draft, failure, before, look.now(), writes);
            return Optional.empty();
        }
        if (failure.ofContent()) {
            Seen refused = Seen.newBuilder(before.orElseGet(() -> neverTaken("rejected", look.now())))
                    .setRefusals(refusals)
                    .build();
            writes.seen.put(draft.nativeId(), refused);
        }
        return Optional.of(failure);
    }

    /** An item that was never seen is taken without the files that cannot be read; one that was stands as it is. */
    private void giveUp(Draft draft, Failure failure, Optional<Seen> before, Instant now, Writes writes)
            throws InterruptedException {
        boolean stands =
                before.filter(seen -> !seen.getState().equals("rejected")).isPresent();
        var leftOut = new ArrayList<Failure>();
        Outcome<Observation> rest = stands ? new Outcome.Failed<>(failure) : parts.readable(draft, leftOut);
        if (rest instanceof Outcome.Read<Observation> read) {
            leftOut.forEach(part -> writes.rejected.add(note(draft, part, now)));
            stamp(draft, read.value(), before, clock.instant(), writes);
        } else {
            reject(draft, failure, before, now, writes);
        }
    }

    private static Seen neverTaken(String state, Instant now) {
        return Seen.newBuilder()
                .setState(state)
                .setRevision(-1)
                .setObservedAt(now)
                .build();
    }

    private Rejected note(Draft draft, Failure failure, Instant now) {
        return Rejects.of(
                source,
                draft.nativeId(),
                draft.observation().getUrl(),
                failure.reason(),
                failure.detail(),
                failure.excerpt(),
                now);
    }

    private static void stamp(Draft draft, Observation whole, Optional<Seen> before, Instant now, Writes writes) {
        Stamp.Stamped stamped = Stamp.of(draft, whole, before, now);
        stamped.observation().ifPresent(writes.observations::add);
        if (before.filter(stamped.seen()::equals).isEmpty()) {
            writes.seen.put(draft.nativeId(), stamped.seen());
        }
    }

    /** An item whose files cannot be read is refused as it is, and not asked for again until it changes. */
    private void reject(Draft draft, Failure failure, Optional<Seen> before, Instant now, Writes writes) {
        writes.rejected.add(note(draft, failure, now));
        notAgain(draft, "rejected", before, now, writes);
    }

    /** Until it changes, an item is not asked for again. */
    private static void notAgain(Draft draft, String state, Optional<Seen> before, Instant now, Writes writes) {
        Seen seen = before.orElseGet(() -> neverTaken(state, now));
        writes.seen.put(
                draft.nativeId(),
                Seen.newBuilder(seen).setEtag(draft.mark()).setRefusals(0).build());
    }
}
