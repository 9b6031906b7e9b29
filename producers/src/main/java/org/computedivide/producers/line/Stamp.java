package org.computedivide.producers.line;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Seen;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Hashes;
import org.computedivide.producers.source.Texts;

/**
 * Makes an observation of a draft: decides by content whether it is new, and gives it its time, revision and hash. The
 * greater (observedAt, revision, contentHash) stands downstream, so neither time nor revision of a key ever goes back,
 * even when the clock stands still or a source shows an older version again.
 */
final class Stamp {

    private Stamp() {}

    /** What an item is now: always what was seen, and an observation if it is new. */
    record Stamped(Optional<Observation> observation, Seen seen) {}

    static Stamped of(Draft draft, Observation whole, Optional<Seen> before, Instant now) {
        Texts.cleaned(whole);
        String hash = Hashes.ofContent(whole, draft.version());
        boolean same = before.filter(seen -> seen.getContentHash().equals(hash)).isPresent();
        if (same) {
            return new Stamped(
                    Optional.empty(),
                    Seen.newBuilder(before.orElseThrow())
                            .setEtag(draft.mark())
                            .setRefusals(0)
                            .setLastingName(draft.lastingName())
                            .build());
        }
        long revision = Math.max(
                draft.version(), before.map(seen -> seen.getRevision() + 1).orElse(0L));
        Instant at = latest(before, now);
        Observation observation = cut(whole)
                .setObservedAt(at)
                .setRevision(revision)
                .setContentHash(hash)
                .build();
        return new Stamped(Optional.of(observation), seen(draft, whole, hash, revision, at));
    }

    private static Instant latest(Optional<Seen> before, Instant now) {
        return before.map(Seen::getObservedAt).filter(at -> at.isAfter(now)).orElse(now);
    }

    private static Seen seen(Draft draft, Observation whole, String hash, long revision, Instant at) {
        return Seen.newBuilder()
                .setContentHash(hash)
                .setRevision(revision)
                .setEtag(draft.mark())
                .setState(whole.getState())
                .setObservedAt(at)
                .setLastingName(draft.lastingName())
                .setFormerIds(
                        whole.getHub() == null ? List.of() : whole.getHub().getFormerIds())
                .build();
    }

    private static Observation.Builder cut(Observation whole) {
        String text = Texts.cut(whole.getText(), Texts.MAX_BYTES);
        boolean isCut = text.length() < whole.getText().length();
        return Observation.newBuilder(whole)
                .setText(text)
                .setTextLength(whole.getText().length())
                .setTextHash(isCut ? Hashes.sha256(whole.getText()) : "");
    }
}
