package org.computedivide.producers.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Rejected;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Mirror;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Positions;
import org.computedivide.producers.source.Rejects;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;

/**
 * Model repositories of the Hugging Face Hub, newest first: first those that were made, then those that were changed.
 * Each walk goes down to the newest that the one before had seen, and a little further, because a repository may become
 * visible a while after it was made. One that was made private first and shown later is found by its change.
 */
public final class HubSource implements Source {

    static final String ID = "huggingface";
    static final String SITE = "https://huggingface.co";
    private static final Duration OVERLAP = Duration.ofMinutes(15);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELDS = String.join(
            "&expand%5B%5D=",
            "",
            "author",
            "cardData",
            "createdAt",
            "gated",
            "lastModified",
            "library_name",
            "pipeline_tag",
            "private",
            "safetensors",
            "sha",
            "siblings",
            "tags");

    private final SourceInfo info;
    private final Mirror mirror;

    /**
     * @param interval real time between two rounds
     * @param mirror whose addresses the link to the next page may hold
     */
    public HubSource(Duration interval, Mirror mirror) {
        this.info = new SourceInfo(ID, "Hugging Face Hub", URI.create(SITE + "/api/models"), interval);
        this.mirror = mirror;
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Optional<Request> next(Look look) {
        HubPosition at = position(look);
        boolean begins = at.walk().isEmpty() && at.round() != look.round();
        if (at.walk().isEmpty() && !begins) {
            return Optional.empty();
        }
        HubPosition walking = begins ? at.begin(look.round()) : at;
        return Optional.of(
                walking.nextPage().isEmpty()
                        ? Request.page(firstPage(walking), Media.JSON)
                        : Request.once(URI.create(walking.nextPage()), Media.JSON));
    }

    private static URI firstPage(HubPosition at) {
        String sort = at.walk().equals(HubPosition.CREATED) ? "createdAt" : "lastModified";
        return URI.create(SITE + "/api/models?sort=" + sort + "&direction=-1&limit=100" + FIELDS);
    }

    @Override
    public String unchanged(Look look, Request request) {
        HubPosition at = walking(look);
        return Positions.write(at.finished(at.mark()));
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        try {
            JsonNode list = JSON.readTree(page.text());
            if (!list.isArray()) {
                return Reading.refused("wrong-type", "the list of models is no list but " + list.getNodeType());
            }
            return Reading.read(read(look, walking(look), list, nextPage(page)));
        } catch (JsonProcessingException e) {
            return Reading.refused("truncated", "the list of models is not whole JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return Reading.refused("wrong-type", "the link to the next page is no address of the Hub");
        }
    }

    private static HubPosition position(Look look) {
        return Positions.read(
                look.position(),
                HubPosition.class,
                () -> HubPosition.first(look.since().toString()));
    }

    private static HubPosition walking(Look look) {
        HubPosition at = position(look);
        return at.walk().isEmpty() ? at.begin(look.round()) : at;
    }

    /** The address in the header Link (RFC 8288), as one of the real web; empty on the last page. */
    private String nextPage(Page page) {
        String link = page.header("Link").orElse("");
        int open = link.indexOf('<');
        int close = link.indexOf('>');
        if (open < 0 || close < open || !link.contains("rel=\"next\"")) {
            return "";
        }
        URI next = mirror.real(URI.create(link.substring(open + 1, close)));
        if (!"huggingface.co".equals(next.getHost()) || !"https".equals(next.getScheme())) {
            throw new IllegalArgumentException(next.toString());
        }
        return next.toString();
    }

    private Batch read(Look look, HubPosition at, JsonNode list, String nextPage) {
        var drafts = new ArrayList<Draft>();
        var rejected = new ArrayList<Rejected>();
        String top = at.top();
        boolean reachedMark = false;
        for (JsonNode model : list) {
            String time = time(at, model);
            top = top.compareTo(time) >= 0 ? top : time;
            reachedMark = reachedMark || isBelow(time, at.mark());
            take(look, at, model, drafts, rejected);
        }
        boolean goesOn = !reachedMark && !nextPage.isEmpty() && !list.isEmpty();
        return new Batch(drafts, rejected, Positions.write(goesOn ? at.page(nextPage, top) : at.finished(top)));
    }

    private static String time(HubPosition at, JsonNode model) {
        return model.path(at.walk().equals(HubPosition.CREATED) ? "createdAt" : "lastModified")
                .asText("");
    }

    /** Models without a time stand at the end of the list. */
    private static boolean isBelow(String time, String mark) {
        return instant(time)
                .map(at -> at.isBefore(Instant.parse(mark).minus(OVERLAP)))
                .orElse(true);
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void take(Look look, HubPosition at, JsonNode model, List<Draft> drafts, List<Rejected> rejected) {
        String id = model.path("id").asText("");
        if (!HubModel.isId(id)) {
            rejected.add(reject(id, "no-id", "an entry of the Hub has no usable id", model, look.now()));
            return;
        }
        Optional<Instant> created = instant(model.path("createdAt").asText(""));
        boolean isSeen = look.seen().of(id).isPresent();
        boolean isNew = created.filter(time -> !time.isBefore(Instant.parse(at.since())))
                .isPresent();
        if (created.isEmpty() && model.has("createdAt")) {
            rejected.add(reject(id, "bad-date", "repository " + id + " has no date of creation", model, look.now()));
        } else if ((isSeen || isNew) && !model.path("private").asBoolean(false)) {
            drafts.add(HubModel.draft(id, model));
        }
    }

    private static Rejected reject(String id, String reason, String detail, JsonNode model, Instant now) {
        return Rejects.of(ID, id.isEmpty() ? "unknown" : id, SITE + "/" + id, reason, detail, model.toString(), now);
    }
}
