package org.computedivide.streams.rules.alerts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.computedivide.avro.Alert;

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

    private final Map<String, Deque<Change>> changes = new TreeMap<>();

    /**
     * An item whose class changed.
     *
     * @param source which source said so
     * @param field licence, weights or kind
     * @param from the class before
     * @param to the class now
     * @param at when the change was seen
     */
    public record Change(String source, String field, String from, String to, Instant at) {}

    /** The alarm that this change completes; empty when the source's last hour looks as usual. */
    public Optional<Alert> changed(Change change) {
        Deque<Change> hour =
                changes.computeIfAbsent(change.source() + '\0' + change.field(), key -> new ArrayDeque<>());
        hour.addLast(change);
        hour.removeIf(old -> old.at().isBefore(change.at().minus(WINDOW)));
        List<Change> alike =
                hour.stream().filter(one -> one.to().equals(change.to())).toList();
        if (alike.size() < LEAST || alike.size() < SHARE * hour.size()) {
            return Optional.empty();
        }
        return Optional.of(alarm(change, alike.size(), hour.size()));
    }

    /** One alarm a day for a source, field and class, whatever number of items follows. */
    private static Alert alarm(Change change, int alike, int all) {
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
