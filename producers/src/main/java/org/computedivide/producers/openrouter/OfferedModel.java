package org.computedivide.producers.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Statement;
import org.computedivide.producers.source.Published;
import org.computedivide.producers.source.Texts;

/**
 * One model of OpenRouter's list. What it is and can take is kept; prices, limits, parameters of the interface and
 * benchmarks drift from day to day and are left out, so that they make no new versions.
 */
final class OfferedModel {

    private static final String SITE = "https://openrouter.ai/";

    private OfferedModel() {}

    static Observation observation(String id, Published published, JsonNode model) {
        String name = Texts.oneLine(model.path("name").asText(id));
        String description = model.path("description").asText("");
        return Observation.newBuilder()
                .setSource(OpenRouterSource.ID)
                .setNativeId(id)
                .setForm("product")
                .setTier("aggregator")
                .setOrigin(OpenRouterSource.ID)
                .setUrl(SITE + id)
                .setTitle(title(name))
                .setPublishedAt(published.text())
                .setOrganizations(maker(id, name))
                .setCategories(modalities(model.path("architecture")))
                .setText(description)
                .setLinks(links(id, model, description))
                .setStatements(statements(model))
                .build();
    }

    /** Names are written "Maker: Model". */
    private static String title(String name) {
        int colon = name.indexOf(": ");
        return colon < 0 ? name : name.substring(colon + 2);
    }

    /** OpenRouter's own entries choose among others' models; they have no maker. */
    private static List<String> maker(String id, String name) {
        int colon = name.indexOf(": ");
        int slash = id.indexOf('/');
        if (id.startsWith("openrouter/") || slash <= 0) {
            return List.of();
        }
        String namespace = id.substring(id.startsWith("~") ? 1 : 0, slash);
        return List.of(colon > 0 ? name.substring(0, colon) : namespace);
    }

    private static List<String> modalities(JsonNode architecture) {
        var modalities = new ArrayList<String>();
        architecture.path("input_modalities").forEach(kind -> modalities.add("input:" + kind.asText()));
        architecture.path("output_modalities").forEach(kind -> modalities.add("output:" + kind.asText()));
        return modalities.stream().sorted().toList();
    }

    private static List<String> links(String id, JsonNode model, String description) {
        var links = new ArrayList<String>();
        links.add(SITE + id);
        String weights = model.path("hugging_face_id").asText("");
        if (weights.indexOf('/') > 0) {
            links.add("https://huggingface.co/" + weights);
        }
        links.addAll(Texts.linksIn(description));
        return links.stream().distinct().toList();
    }

    private static List<Statement> statements(JsonNode model) {
        var statements = new ArrayList<Statement>();
        long context = model.path("context_length").asLong(0);
        if (context > 0) {
            statements.add(Statement.newBuilder()
                    .setField("contextLength")
                    .setNumber((double) context)
                    .setText(String.valueOf(context))
                    .setUnit("tokens")
                    .build());
        }
        String cutoff = model.path("knowledge_cutoff").asText("");
        if (!cutoff.isEmpty() && !cutoff.equals("null")) {
            statements.add(Statement.newBuilder()
                    .setField("knowledgeCutoff")
                    .setText(cutoff)
                    .setUnit("date")
                    .build());
        }
        return statements;
    }
}
