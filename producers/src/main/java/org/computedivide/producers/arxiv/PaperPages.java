package org.computedivide.producers.arxiv;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Outcome;
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
 * once and its page whenever its turn comes: pages wait in the position, so that the announcement of the next day, which
 * no longer names them, passes none of them over.
 */
public final class PaperPages implements Source {

    static final String ID = "arxiv-html";
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

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Optional<Request> next(Look look) {
        return PagesPosition.of(look).isDue(look.now())
                ? Optional.of(Request.page(announcement, Media.XML))
                : Optional.empty();
    }

    @Override
    public Optional<Request> whatCanWait(Look look) {
        return PagesPosition.of(look).waiting().stream().findFirst().map(PaperPages::page);
    }

    private static Request page(AnnouncedPaper paper) {
        return new Request(
                URI.create("https://arxiv.org/html/" + paper.key()), Media.HTML, false, PAGE_BYTES, paper.id());
    }

    /** The announcement is as it was, or a page says nothing that can be read. */
    @Override
    public String unchanged(Look look, Request request) {
        PagesPosition at = PagesPosition.of(look);
        return Positions.write(request.item().isEmpty() ? at.asUntilNow(look.now()) : at.without(request.item()));
    }

    @Override
    public Optional<Batch> absent(Look look, Request request, Outcome.Absent<?> absent) {
        return Optional.of(request)
                .filter(asked -> !asked.item().isEmpty())
                .map(asked -> Batch.move(unchanged(look, asked)));
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        if (!request.item().isEmpty()) {
            return Reading.read(Batch.of(drafts(look, request, page), unchanged(look, request)));
        }
        return ArxivReader.then(
                AnnouncedPaper.all(page.text()),
                papers -> Reading.read(Batch.of(
                        withdrawn(look, papers),
                        Positions.write(PagesPosition.of(look)
                                .announced(
                                        look,
                                        papers,
                                        papers.stream()
                                                .filter(this::mayAnnounceAModel)
                                                .toList())))));
    }

    private static List<Draft> withdrawn(Look look, List<AnnouncedPaper> papers) {
        return papers.stream()
                .map(AnnouncedPaper::observation)
                .filter(paper -> isWithdrawn(paper) && look.seen().present().contains(paper.getNativeId()))
                .map(Draft::of)
                .toList();
    }

    private boolean mayAnnounceAModel(AnnouncedPaper paper) {
        Observation observation = paper.observation();
        return !isWithdrawn(observation) && announcesModel.test(observation);
    }

    private static boolean isWithdrawn(Observation paper) {
        return paper.getState().equals("withdrawn");
    }

    /** The paper with what its page says; nothing when that is nobody's name and no address. */
    private static List<Draft> drafts(Look look, Request request, Page page) {
        return PagesPosition.of(look).waiting(request.item()).stream()
                .flatMap(paper -> PaperPage.read(page.text()).joined(paper.observation()).stream()
                        .map(whole -> new Draft(whole, 0, paper.mark(), List.of())))
                .toList();
    }
}
