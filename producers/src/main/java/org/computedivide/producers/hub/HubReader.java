package org.computedivide.producers.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Rejected;
import org.computedivide.avro.Seen;
import org.computedivide.producers.fetch.Mirror;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Rejects;

/** What the Hub's answers say of repositories. */
final class HubReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mirror mirror;

    /**
     * @param mirror whose addresses the link to the next page may hold
     */
    HubReader(Mirror mirror) {
        this.mirror = mirror;
    }

    /**
     * One page of a list.
     *
     * @param models in the order of the list
     * @param next address of the next page; empty on the last one
     */
    record Listed(List<JsonNode> models, String next) {}

    /** Reads a list; one in which nothing has an id and a date is a page that was rebuilt. */
    Reading<Batch> list(Page page, Function<Listed, Reading<Batch>> then) {
        try {
            JsonNode list = JSON.readTree(page.text());
            if (!list.isArray()) {
                return Reading.refused("wrong-type", "the list of models is no list but " + list.getNodeType());
            }
            var models = new ArrayList<JsonNode>();
            list.forEach(models::add);
            if (!models.isEmpty() && models.stream().noneMatch(model -> model.has("id") && model.has("createdAt"))) {
                return new Reading.PageChanged<>("[].id and [].createdAt");
            }
            return then.apply(new Listed(models, nextPage(page)));
        } catch (JsonProcessingException e) {
            return Reading.refused("truncated", "the list of models is not whole JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return Reading.refused("wrong-type", "the link to the next page is no address of the Hub");
        }
    }

    /** Reads the answer for one repository. */
    static Reading<Batch> one(Page page, Function<JsonNode, Reading<Batch>> then) {
        try {
            JsonNode model = JSON.readTree(page.text());
            return HubModel.isId(model.path("id").asText("")) ? then.apply(model) : new Reading.PageChanged<>("id");
        } catch (JsonProcessingException e) {
            return Reading.refused("truncated", "the repository is not whole JSON: " + e.getOriginalMessage());
        }
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

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Takes a repository: a draft when it is wanted, a note when it cannot be read. One that is known under another id is
     * taken under the new one, and the old one goes in the same transaction.
     *
     * @param isWanted by its time of creation, whether one that was never seen is taken
     */
    static void take(
            Look look, JsonNode model, Predicate<Instant> isWanted, List<Draft> drafts, List<Rejected> rejected) {
        String id = model.path("id").asText("");
        if (!HubModel.isId(id)) {
            rejected.add(reject(id, "no-id", "an entry of the Hub has no usable id", model, look.now()));
            return;
        }
        Optional<Instant> created = instant(model.path("createdAt").asText(""));
        Optional<String> before =
                look.seen().named(model.path("_id").asText("")).filter(former -> !former.equals(id));
        boolean isKnown = look.seen().of(id).isPresent() || before.isPresent();
        if (created.isEmpty() && model.has("createdAt")) {
            rejected.add(reject(id, "bad-date", "repository " + id + " has no date of creation", model, look.now()));
        } else if ((isKnown || created.filter(isWanted).isPresent())
                && !model.path("private").asBoolean(false)) {
            drafts.add(HubModel.draft(id, model, formerIds(look, id, before)));
            before.ifPresent(former -> drafts.add(Draft.of(withdrawn(former))));
        }
    }

    private static List<String> formerIds(Look look, String id, Optional<String> before) {
        var ids = new ArrayList<String>();
        before.ifPresent(former -> {
            ids.addAll(look.seen().of(former).map(Seen::getFormerIds).orElse(List.of()));
            ids.add(former);
        });
        look.seen().of(id).map(Seen::getFormerIds).ifPresent(ids::addAll);
        ids.remove(id);
        return ids.stream().distinct().toList();
    }

    /** A repository that is no more. */
    static Observation withdrawn(String id) {
        return Observation.newBuilder()
                .setSource(HubSource.ID)
                .setNativeId(id)
                .setState("withdrawn")
                .setForm("repository")
                .setOrigin(HubSource.ID)
                .setUrl(HubSource.SITE + "/" + id)
                .setHub(Hub.newBuilder().build())
                .build();
    }

    private static Rejected reject(String id, String reason, String detail, JsonNode model, Instant now) {
        String address = HubSource.SITE + "/" + id;
        return Rejects.of(HubSource.ID, id.isEmpty() ? "unknown" : id, address, reason, detail, model.toString(), now);
    }
}
