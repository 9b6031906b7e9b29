package org.computedivide.producers.arxiv;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Positions;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;

/**
 * Who stands behind a paper, and where its code and weights are: the HTML version tells what arXiv's metadata leaves out.
 * arXiv asks that its pages are not crawled, so only those are read whose announcement looks like that of a model; a
 * paper that has no HTML version is left alone until its next one. It is a source of its own, so that a paper is seen at
 * once and its page whenever its turn comes.
 */
public final class PaperPages implements Source {

    static final String ID = "arxiv-html";
    private static final Duration BETWEEN_ANNOUNCEMENTS = Duration.ofHours(6);
    private static final int PAGE_BYTES = 16 << 20;

    private final SourceInfo info;
    private final URI announcement;
    private final Predicate<Observation> announcesModel;

    /**
     * @param categories for example cs.CL
     * @param interval real time between two rounds
     * @param announcesModel whether a paper, by title and abstract, looks like the announcement of a model
     */
    public PaperPages(List<String> categories, Duration interval, Predicate<Observation> announcesModel) {
        this.info = new SourceInfo(ID, "arXiv, HTML versions", URI.create("https://arxiv.org/html/"), interval);
        this.announcement = URI.create("https://rss.arxiv.org/rss/" + String.join("+", categories));
        this.announcesModel = announcesModel;
    }

    /**
     * Where it stands.
     *
     * @param announcedAt when, by the monitor's clock, the announcement was last read; empty before the first time
     */
    record Position(String announcedAt) {

        static Position of(Look look) {
            return Positions.read(look.position(), Position.class, () -> new Position(""));
        }

        boolean isDue(Instant now) {
            return announcedAt.isEmpty()
                    || !Instant.parse(announcedAt).plus(BETWEEN_ANNOUNCEMENTS).isAfter(now);
        }
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Optional<Request> next(Look look) {
        return Position.of(look).isDue(look.now())
                ? Optional.of(Request.page(announcement, Media.XML))
                : Optional.empty();
    }

    @Override
    public String unchanged(Look look, Request request) {
        return Positions.write(new Position(look.now().toString()));
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        return ArxivReader.then(AnnouncedPaper.all(page.text()), papers -> {
            List<Draft> drafts =
                    papers.stream().flatMap(paper -> draft(look, paper)).toList();
            return Reading.read(Batch.of(drafts, unchanged(look, request)));
        });
    }

    private Stream<Draft> draft(Look look, AnnouncedPaper paper) {
        Observation observation = paper.observation();
        if (observation.getState().equals("withdrawn")) {
            return look.seen().present().contains(paper.id()) ? Stream.of(Draft.of(observation)) : Stream.empty();
        }
        if (!announcesModel.test(observation)) {
            return Stream.empty();
        }
        var uri = URI.create("https://arxiv.org/html/" + paper.id() + "v" + paper.version());
        var part = new Draft.Part(Request.file(uri, Media.HTML, PAGE_BYTES), PaperPages::merged);
        return Stream.of(new Draft(observation, 0, "v" + paper.version(), List.of(part)));
    }

    private static Reading<Observation> merged(Observation announced, Optional<Page> page) {
        Optional<Observation> whole =
                page.map(found -> PaperPage.read(found.text())).flatMap(found -> found.joined(announced));
        return whole.map(Reading::read).orElseGet(Reading.Nothing::new);
    }
}
