package org.computedivide.streams.rules.alerts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.computedivide.avro.Alert;
import org.computedivide.streams.rules.identity.Shelf;

/**
 * Watches for many items of one source that change to the same class within an hour. Makers do not relicense
 * hundreds of models at once; a source whose page or interface changed does look like that. The line of data goes on:
 * the alarm asks a person to look before the tallies are believed.
 */
public final class ClassJumps {

    /** Fewer changed items are what a maker does to a family of its own. */
    private static final int LEAST = 20;
    /** Which share of the source's changes must go to the same class. */
    private static final double SHARE = 0.8;

    private static final Duration WINDOW = Duration.ofHours(1);

    private static final char NUL = '\0';

    /** What is in the windows: by source and field, then by key, which is in the order of time. */
    private final Map<String, NavigableMap<String, Change>> changes = new HashMap<>();

    private final Shelf<String> kept;

    /**
     * An item whose class changed.
     *
     * @param source which source said so
     * @param field licence, weights or kind
     * @param to the class now
     * @param at when the change was seen
     * @param item which item of the source
     */
    public record Change(String source, String field, String to, Instant at, String item) {

        private String window() {
            return source + NUL + field;
        }

        private String key() {
            return windowAt(at) + NUL + item;
        }

        /** The least of all keys of this source and field at an instant. */
        private String windowAt(Instant instant) {
            return String.format(Locale.ROOT, "%s%c%020d", window(), NUL, instant.toEpochMilli());
        }

        private static Change of(String key, String to) {
            String[] parts = key.split("\0", 4);
            return new Change(parts[0], parts[1], to, Instant.ofEpochMilli(Long.parseLong(parts[2])), parts[3]);
        }
    }

    /**
     * @param kept the changes of the last hour, which outlive a restart; what is there already is counted on
     */
    public ClassJumps(Shelf<String> kept) {
        this.kept = kept;
        kept.keys("").forEach(key -> kept.get(key).ifPresent(to -> hour(Change.of(key, to))));
    }

    /** The alarm that this change completes; empty when the source's last hour looks as usual. */
    public Optional<Alert> changed(Change change) {
        kept.put(change.key(), change.to());
        NavigableMap<String, Change> hour = hour(change);
        forget(hour.headMap(change.windowAt(change.at().minus(WINDOW)), false));
        long alike = hour.values().stream()
                .filter(one -> one.to().equals(change.to()))
                .count();
        return alike < LEAST || alike < SHARE * hour.size()
                ? Optional.empty()
                : Optional.of(alarm(change, alike, hour.size()));
    }

    /** The window of a change, with it in it. */
    private NavigableMap<String, Change> hour(Change change) {
        NavigableMap<String, Change> hour = changes.computeIfAbsent(change.window(), key -> new TreeMap<>());
        hour.put(change.key(), change);
        return hour;
    }

    private void forget(Map<String, Change> old) {
        old.keySet().forEach(kept::remove);
        old.clear();
    }

    /** One alarm a day for a source, field and class, whatever number of items follows. */
    private static Alert alarm(Change change, long alike, int all) {
        String day = change.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
        String edge = "%s became %s on %s".formatted(change.field(), change.to(), day);
        return Alert.newBuilder()
                .setId(UUID.nameUUIDFromBytes((change.source() + '\0' + edge).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setRule("class-jump")
                .setSubject(change.source())
                .setName(change.source())
                .setEdge(edge)
                .setTitle("%s: the %s of many items became %s within an hour"
                        .formatted(change.source(), change.field(), change.to()))
                .setMessage(
                        "%d of %d items whose %s changed within an hour became %s. The source may have changed its form: look at it before the tallies of these items are believed."
                                .formatted(alike, all, change.field(), change.to()))
                .setFlags(List.of("needs-review"))
                .setObservedAt(change.at())
                .build();
    }
}
