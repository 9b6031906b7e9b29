package org.computedivide.producers.source;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.computedivide.avro.Seen;
import org.computedivide.producers.fetch.Reading;

/** A source's view of the world, for tests. */
public final class Looks {

    public static final Instant NOW = Instant.parse("2026-02-16T00:00:00Z");

    private Looks() {}

    /** What was seen, filled by hand. */
    public static final class Remembered implements SeenItems {
        private final Map<String, Seen> items = new HashMap<>();

        public Remembered withRejected(String id) {
            items.put(id, Seen.newBuilder().setState("rejected").setRevision(-1).build());
            return this;
        }

        public Remembered with(String id, long revision, String mark) {
            items.put(
                    id,
                    Seen.newBuilder()
                            .setState("present")
                            .setRevision(revision)
                            .setEtag(mark)
                            .build());
            return this;
        }

        /** An item with a name that never changes. */
        public Remembered withName(String id, String lastingName) {
            items.put(
                    id,
                    Seen.newBuilder()
                            .setState("present")
                            .setLastingName(lastingName)
                            .build());
            return this;
        }

        @Override
        public Optional<String> named(String lastingName) {
            return items.entrySet().stream()
                    .filter(item -> item.getValue().getLastingName().equals(lastingName))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        @Override
        public Optional<Seen> of(String nativeId) {
            return Optional.ofNullable(items.get(nativeId));
        }

        @Override
        public Set<String> present() {
            return items.keySet().stream().collect(Collectors.toSet());
        }
    }

    public static Look first() {
        return at("", SeenItems.NONE, 1);
    }

    /** A first look that takes everything there is. */
    public static Look sinceEver() {
        return new Look("", SeenItems.NONE, NOW, Instant.EPOCH, 1);
    }

    public static Look at(String position, SeenItems seen, long round) {
        return new Look(position, seen, NOW, NOW.minus(Duration.ofDays(7)), round);
    }

    /** The batch of a page that was read. */
    public static Batch batch(Reading<Batch> reading) {
        if (reading instanceof Reading.Read<Batch> read) {
            return read.value();
        }
        throw new AssertionError("not read: " + reading);
    }

    /** Why a page was refused. */
    public static String reason(Reading<Batch> reading) {
        if (reading instanceof Reading.Refused<Batch> refused) {
            return refused.reason();
        }
        throw new AssertionError("not refused: " + reading);
    }
}
