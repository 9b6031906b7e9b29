package org.computedivide.producers.papers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.computedivide.avro.Rejected;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Rejects;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;

/**
 * The papers of each day on the Hugging Face Hub. Each round walks from the day before yesterday to today, since papers
 * are put forward for a day after it began; the first from where live sources begin.
 */
public final class PapersSource implements Source {

    static final String ID = "daily-papers";
    static final String SITE = "https://huggingface.co";
    private static final int PAGE = 100;
    private static final Pattern ARXIV_ID = Pattern.compile("\\d{4}\\.\\d{4,5}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SourceInfo info;

    /**
     * @param interval real time between two rounds
     */
    public PapersSource(Duration interval) {
        this.info = new SourceInfo(ID, "Hugging Face daily papers", URI.create(SITE + "/api/daily_papers"), interval);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Optional<Request> next(Look look) {
        PapersPosition at = PapersPosition.of(look);
        if (at.day().isEmpty()) {
            return Optional.empty();
        }
        URI page = URI.create(info.url() + "?date=" + at.day() + "&limit=" + PAGE + "&p=" + at.page());
        return Optional.of(at.page() == 0 ? Request.page(page, Media.JSON) : Request.once(page, Media.JSON));
    }

    @Override
    public String unchanged(Look look, Request request) {
        return PapersPosition.of(look).unchanged(look);
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        try {
            JsonNode papers = JSON.readTree(page.text());
            return papers.isArray()
                    ? Reading.read(batch(look, papers))
                    : Reading.refused("wrong-type", "the papers of a day are no list but " + papers.getNodeType());
        } catch (JsonProcessingException e) {
            return Reading.refused("truncated", "the papers of a day are not whole JSON: " + e.getOriginalMessage());
        }
    }

    private static Batch batch(Look look, JsonNode papers) {
        var drafts = new LinkedHashMap<String, Draft>();
        var rejected = new ArrayList<Rejected>();
        for (JsonNode entry : papers) {
            String id = entry.path("paper").path("id").asText("");
            if (ARXIV_ID.matcher(id).matches()) {
                drafts.putIfAbsent(id, Draft.of(DailyPaper.observation(id, entry)));
            } else {
                rejected.add(refused(id, entry, look.now()));
            }
        }
        return new Batch(
                List.copyOf(drafts.values()), rejected, PapersPosition.of(look).after(look, papers.size() >= PAGE));
    }

    private static Rejected refused(String id, JsonNode entry, Instant now) {
        return Rejects.of(
                ID,
                id.isEmpty() ? "unknown" : id,
                SITE + "/papers",
                "no-id",
                "a paper of the day has no arXiv id",
                entry.toString(),
                now);
    }
}
