package org.computedivide.producers.openrouter;

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
import org.computedivide.avro.Rejected;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Published;
import org.computedivide.producers.source.Rejects;
import org.computedivide.producers.source.RoundPosition;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;

/**
 * Models that OpenRouter offers, one list. A model that leaves the list is no longer offered there; it is not withdrawn,
 * for it exists as before.
 */
public final class OpenRouterSource implements Source {

    static final String ID = "openrouter";
    private static final URI LIST = URI.create("https://openrouter.ai/api/v1/models");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SourceInfo info;

    /**
     * @param interval real time between two looks
     */
    public OpenRouterSource(Duration interval) {
        this.info = new SourceInfo(ID, "OpenRouter", LIST, interval);
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Optional<Request> next(Look look) {
        return RoundPosition.of(look).isAsked(look) ? Optional.empty() : Optional.of(Request.page(LIST, Media.JSON));
    }

    @Override
    public String unchanged(Look look, Request request) {
        return RoundPosition.of(look).unchanged(look);
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        try {
            JsonNode models = JSON.readTree(page.text()).path("data");
            if (!models.isArray() || RoundPosition.of(look).isEmptied(models.size())) {
                return new Reading.PageChanged<>("data");
            }
            return Reading.read(batch(look, models));
        } catch (JsonProcessingException e) {
            return Reading.refused("truncated", "the list of models is not whole JSON: " + e.getOriginalMessage());
        }
    }

    private static Batch batch(Look look, JsonNode models) {
        RoundPosition at = RoundPosition.of(look);
        var drafts = new LinkedHashMap<String, Draft>();
        var rejected = new ArrayList<Rejected>();
        for (JsonNode model : models) {
            String id = model.path("id").asText("").strip();
            long created = model.path("created").asLong(0);
            if (id.isEmpty() || created <= 0) {
                rejected.add(refused(id, model, look.now()));
                continue;
            }
            Published published = Published.at(Instant.ofEpochSecond(created));
            if (at.isWanted(look, id, published)) {
                drafts.putIfAbsent(id, Draft.of(OfferedModel.observation(id, published, model)));
            }
        }
        return new Batch(List.copyOf(drafts.values()), rejected, at.read(look, models.size()));
    }

    private static Rejected refused(String id, JsonNode model, Instant now) {
        String reason = id.isEmpty() ? "no-id" : "bad-date";
        return Rejects.of(
                ID,
                id.isEmpty() ? "unknown" : id,
                LIST.toString(),
                reason,
                id.isEmpty() ? "an offered model has no id" : "offered model " + id + " has no time of creation",
                model.toString(),
                now);
    }
}
