package org.computedivide.producers.ollama;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.RoundPosition;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;

/**
 * Models of Ollama's library: a list that shows when each was last updated, and a page of tags for each, fetched only
 * when its row has changed. A model that leaves the list is not withdrawn.
 */
public final class OllamaSource implements Source {

    static final String ID = "ollama";
    static final String SITE = "https://ollama.com";
    static final int PAGE_BYTES = 8 << 20;
    private static final URI LIST = URI.create(SITE + "/library");
    private static final String ROWS = "li[x-test-model]";

    private final SourceInfo info;

    /**
     * @param interval real time between two looks
     */
    public OllamaSource(Duration interval) {
        this.info = new SourceInfo(ID, "Ollama library", LIST, interval);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Optional<Request> next(Look look) {
        return RoundPosition.of(look).isAsked(look)
                ? Optional.empty()
                : Optional.of(new Request(LIST, Media.HTML, true, PAGE_BYTES));
    }

    @Override
    public String unchanged(Look look, Request request) {
        return RoundPosition.of(look).unchanged(look);
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        if (!page.text().contains("</html>")) {
            return Reading.refused("truncated", "the page ends before </html>");
        }
        Elements rows = Jsoup.parse(page.text(), LIST.toString()).select(ROWS);
        List<LibraryModel> models =
                rows.stream().map(LibraryModel::read).flatMap(Optional::stream).toList();
        return models.isEmpty()
                ? new Reading.PageChanged<>(rows.isEmpty() ? ROWS : ROWS + " a[href^=/library/]")
                : Reading.read(batch(look, models));
    }

    private static Batch batch(Look look, List<LibraryModel> models) {
        RoundPosition at = RoundPosition.of(look);
        var drafts = new LinkedHashMap<String, Draft>();
        for (LibraryModel model : models) {
            boolean wanted = model.updated()
                    .map(time -> at.isWanted(look, model.name(), time))
                    .orElse(true);
            if (wanted) {
                drafts.putIfAbsent(model.name(), model.draft(look.seen().of(model.name()), look.now()));
            }
        }
        return Batch.of(List.copyOf(drafts.values()), at.read(look, models.size()));
    }
}
