package org.computedivide.producers.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Outcome;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Proof;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Draft.Part;
import org.computedivide.producers.source.Hashes;
import org.computedivide.producers.source.Texts;
import org.jspecify.annotations.Nullable;

/** One model of the Hub's list, with its card and its config.json. */
final class HubModel {

    /** Configs are written by Python, which writes NaN where JSON has no word. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,96}(?:/[A-Za-z0-9._-]{1,96})?");
    private static final Set<String> RELATIONS = Set.of("finetune", "quantized", "adapter", "merge");
    private static final int CARD_BYTES = 8 << 20;
    private static final int CONFIG_BYTES = 4 << 20;
    private static final int CONFIG_KEPT = 64 << 10;
    private static final int MOST_FILES = 2_000;
    private static final int MOST_TAGS = 500;

    private HubModel() {}

    static boolean isId(String id) {
        return ID.matcher(id).matches() && !id.contains("..");
    }

    /**
     * A repository as the Hub lists it.
     *
     * @param formerIds what it was called before
     */
    static Draft draft(String id, JsonNode model, List<String> formerIds) {
        Observation observation = observation(id, model, formerIds);
        String state = Hashes.ofContent(observation, 0) + text(model, "sha") + text(model, "lastModified");
        var parts = new ArrayList<Part>();
        if (mayHave(model, "README.md")) {
            parts.add(new Part(file(id, "README.md", Media.TEXT, CARD_BYTES), HubModel::withCard, HubModel::isSaid));
        }
        if (mayHave(model, "config.json")) {
            parts.add(new Part(
                    file(id, "config.json", Media.JSON, CONFIG_BYTES), HubModel::withConfig, HubModel::isSaid));
        }
        return new Draft(observation, 0, Hashes.sha256(state).substring(0, 16), parts, text(model, "_id"));
    }

    /** The Hub says in a header of its own what is not there or not for us; an answer without it may be anyone's. */
    private static boolean isSaid(Outcome.Absent<?> absent) {
        return !absent.code().isEmpty() || absent.status() == 403;
    }

    /** A record without a list of files does not say; then we ask. */
    private static boolean mayHave(JsonNode model, String file) {
        return !model.has("siblings") || files(model).contains(file);
    }

    private static Request file(String id, String name, Media media, int maxBytes) {
        return Request.file(URI.create(HubSource.SITE + "/" + id + "/resolve/main/" + name), media, maxBytes);
    }

    private static Observation observation(String id, JsonNode model, List<String> formerIds) {
        int slash = id.indexOf('/');
        return Observation.newBuilder()
                .setSource(HubSource.ID)
                .setNativeId(id)
                .setForm("repository")
                .setTier("maker")
                .setOrigin(HubSource.ID)
                .setUrl(HubSource.SITE + "/" + id)
                .setTitle(id.substring(slash + 1))
                .setPublishedAt(emptyToNull(text(model, "createdAt")))
                .setOrganizations(slash < 0 ? List.of() : List.of(id.substring(0, slash)))
                .setHub(hub(model, formerIds))
                .build();
    }

    private static Hub hub(JsonNode model, List<String> formerIds) {
        List<String> tags = strings(model.path("tags"), MOST_TAGS);
        JsonNode total = model.path("safetensors").path("total");
        return Hub.newBuilder()
                .setLicense(license(model, tags))
                .setGated(model.has("gated") ? model.get("gated").asText() : null)
                .setPipelineTag(emptyToNull(text(model, "pipeline_tag")))
                .setTags(tags)
                .setParameters(total.canConvertToLong() && total.longValue() > 0 ? total.longValue() : null)
                .setBaseModels(baseModels(model, tags))
                .setDatasets(prefixed(tags, "dataset:"))
                .setFiles(files(model))
                .setFormerIds(formerIds)
                .setCreatedAt(emptyToNull(text(model, "createdAt")))
                .setLastModified(emptyToNull(text(model, "lastModified")))
                .setSha(emptyToNull(text(model, "sha")))
                .build();
    }

    /** The tag; for "other" the name that the card gives; "none" where the Hub lists tags and no licence is among them. */
    private static @Nullable String license(JsonNode model, List<String> tags) {
        String tag = prefixed(tags, "license:").stream().findFirst().orElse("");
        String name = text(model.path("cardData"), "license_name");
        if (tag.equals("other") && !name.isEmpty()) {
            return name;
        }
        return !tag.isEmpty() ? tag : model.has("tags") ? "none" : null;
    }

    /** Bases with their relation; a tag without a relation is followed by one with it, which says more. */
    private static List<BaseModel> baseModels(JsonNode model, List<String> tags) {
        Map<String, String> relations = new LinkedHashMap<>();
        for (String tag : prefixed(tags, "base_model:")) {
            int colon = tag.indexOf(':');
            String relation = colon < 0 ? "" : tag.substring(0, colon);
            boolean known = RELATIONS.contains(relation);
            relations.merge(known ? tag.substring(colon + 1) : tag, known ? relation : "unknown", HubModel::surer);
        }
        JsonNode named = model.path("cardData").path("base_model");
        List<String> ofCard = named.isTextual() ? List.of(named.textValue()) : strings(named, 50);
        String relation = text(model.path("cardData"), "base_model_relation");
        ofCard.forEach(id -> relations.merge(id, RELATIONS.contains(relation) ? relation : "unknown", HubModel::surer));
        return relations.entrySet().stream()
                .map(base -> BaseModel.newBuilder()
                        .setId(base.getKey())
                        .setRelation(base.getValue())
                        .build())
                .toList();
    }

    private static String surer(String a, String b) {
        return a.equals("unknown") ? b : a;
    }

    private static List<String> files(JsonNode model) {
        var files = new ArrayList<String>();
        for (JsonNode sibling : model.path("siblings")) {
            String name = text(sibling, "rfilename");
            if (!name.isEmpty() && name.length() <= 300 && files.size() < MOST_FILES) {
                files.add(name);
            }
        }
        return files;
    }

    private static Reading<Observation> withCard(Observation observation, Optional<Page> card) {
        if (card.filter(HubModel::isPageInstead).isPresent()) {
            return Reading.refused("html-instead", "a web page came in place of the card");
        }
        return Reading.read(card.map(page -> Observation.newBuilder(observation)
                        .setText(page.text())
                        .setLinks(Texts.linksIn(Texts.cut(page.text(), Texts.MAX_BYTES)))
                        .build())
                .orElse(observation));
    }

    private static boolean isPageInstead(Page card) {
        String start = card.text().substring(0, Math.min(200, card.text().length()));
        String low = start.stripLeading().toLowerCase(Locale.ROOT);
        return (low.startsWith("<!doctype html") || low.startsWith("<html")) && !Proof.isWhole(card);
    }

    /** A config that is no JSON object is the maker's mistake, not the site's: the repository stands without it. */
    private static Reading<Observation> withConfig(Observation observation, Optional<Page> config) {
        if (config.isEmpty()) {
            return Reading.read(observation);
        }
        try {
            JsonNode read = JSON.readTree(config.get().text());
            return Reading.read(
                    read instanceof ObjectNode object ? withConfig(observation, kept(object)) : observation);
        } catch (JsonProcessingException e) {
            return Proof.isWhole(config.get())
                    ? Reading.read(observation)
                    : Reading.refused("truncated", "config.json is not whole JSON: " + e.getOriginalMessage());
        }
    }

    private static Observation withConfig(Observation observation, ObjectNode config) {
        Hub hub = Hub.newBuilder(observation.getHub())
                .setConfig(config.toString())
                .build();
        return Observation.newBuilder(observation).setHub(hub).build();
    }

    /** Tables of labels are long and say nothing of size or kind; an outsized rest is cut to its plain values. */
    private static ObjectNode kept(ObjectNode config) {
        config.remove(List.of("id2label", "label2id"));
        if (config.toString().length() > CONFIG_KEPT) {
            config.properties().removeIf(field -> field.getValue().toString().length() > 200);
        }
        return config;
    }

    private static List<String> strings(JsonNode list, int most) {
        var strings = new ArrayList<String>();
        for (JsonNode item : list) {
            if (item.isTextual() && item.textValue().length() <= 300 && strings.size() < most) {
                strings.add(item.textValue());
            }
        }
        return strings;
    }

    private static List<String> prefixed(List<String> tags, String prefix) {
        return tags.stream()
                .filter(tag -> tag.startsWith(prefix) && tag.length() > prefix.length())
                .map(tag -> tag.substring(prefix.length()))
                .toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
