package org.computedivide.streams.rules.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.computedivide.avro.Evidence;

/** When a family was published (DECISIONS 15). */
final class Dates {

    /** The maker's own announcement, else the hub, else a table, else anyone. */
    private static final List<Predicate<Evidence>> RANKS = List.of(
            evidence -> Voice.of(evidence) == Voice.OPERATOR,
            Voice::isAnnouncement,
            Voice::isRepository,
            evidence -> Voice.of(evidence) == Voice.CURATED,
            evidence -> true);

    private Dates() {}

    /** The earliest date that the best voice gives. */
    static Optional<PublicationDate> published(List<Evidence> members) {
        return RANKS.stream()
                .map(rank -> earliest(members.stream().filter(rank).toList()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<PublicationDate> earliest(List<Evidence> members) {
        return PublicationDate.earliest(members.stream()
                .map(member -> PublicationDate.read(member.getPublishedAt()))
                .flatMap(Optional::stream)
                .toList());
    }
}
