package org.computedivide.producers.arxiv;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Positions;

/**
 * Where the reading of papers' pages stands.
 *
 * @param announcedAt when, by the monitor's clock, the announcement was last read; empty before the first time
 * @param announced the papers of that announcement whose pages are wanted, each by id and version
 * @param waiting papers whose pages are still to be asked for, the longest waiting first
 */
record PagesPosition(String announcedAt, List<String> announced, List<AnnouncedPaper> waiting) {

    private static final Duration BETWEEN_ANNOUNCEMENTS = Duration.ofHours(6);

    /** The papers of five days; more would make the position a large record, and what waited longest gives way. */
    private static final int MOST = 100;

    /** Positions of earlier versions have no lists. */
    PagesPosition {
        announced = announced == null ? List.of() : List.copyOf(announced);
        waiting = waiting == null ? List.of() : List.copyOf(waiting);
    }

    static PagesPosition of(Look look) {
        return Positions.read(look.position(), PagesPosition.class, () -> new PagesPosition("", List.of(), List.of()));
    }

    boolean isDue(Instant now) {
        return announcedAt.isEmpty()
                || !Instant.parse(announcedAt).plus(BETWEEN_ANNOUNCEMENTS).isAfter(now);
    }

    /** The announcement has not changed. */
    PagesPosition asUntilNow(Instant now) {
        return new PagesPosition(now.toString(), announced, waiting);
    }

    /**
     * The announcement was read. A version that waited gives way to a later one.
     *
     * @param papers all that are announced
     * @param wanted those of them whose pages are wanted
     */
    PagesPosition announced(Look look, List<AnnouncedPaper> papers, List<AnnouncedPaper> wanted) {
        Stream<AnnouncedPaper> still =
                waiting.stream().filter(old -> papers.stream().noneMatch(paper -> paper.follows(old)));
        Stream<AnnouncedPaper> fresh = wanted.stream()
                .filter(paper -> !announced.contains(paper.key()))
                .filter(paper -> look.seen().of(paper.id()).stream()
                        .noneMatch(seen -> seen.getEtag().equals(paper.mark())));
        List<AnnouncedPaper> all = Stream.concat(still, fresh).toList();
        return new PagesPosition(
                look.now().toString(),
                wanted.stream().map(AnnouncedPaper::key).toList(),
                all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    Optional<AnnouncedPaper> waiting(String id) {
        return waiting.stream().filter(paper -> paper.id().equals(id)).findFirst();
    }

    /** A paper's page was asked for. */
    PagesPosition without(String id) {
        return new PagesPosition(
                announcedAt,
                announced,
                waiting.stream().filter(paper -> !paper.id().equals(id)).toList());
    }
}
