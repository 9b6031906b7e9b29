package org.computedivide.streams.rules.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Hub;

/** Exact parameter counts from a config.json of a common architecture, and the sizes that a count of operations needs. */
final class ConfigFacts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ConfigFacts() {}

    static List<Fact> read(Hub hub) {
        String text = hub.getConfig();
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        return parse(text).map(ConfigFacts::facts).orElse(List.of());
    }

    private static List<Fact> facts(JsonNode whole) {
        List<Fact> facts = new ArrayList<>();
        Architecture.of(new Config(whole)).ifPresent(count -> facts.addAll(counts(count)));
        JsonNode config = new Config(whole).language().node();
        positive(config, "hidden_size").ifPresent(width -> facts.add(count("hiddenSize", width, "")));
        lookedUp(config).ifPresent(count -> facts.add(count("inputEmbedding", count, "parameters")));
        return facts;
    }

    /** Parameters of an input embedding of its own: they are looked up, not multiplied. A tied one is the output head too. */
    private static Optional<Double> lookedUp(JsonNode config) {
        boolean own = config.has("tie_word_embeddings")
                && !config.path("tie_word_embeddings").asBoolean();
        return own
                ? positive(config, "hidden_size")
                        .flatMap(width -> positive(config, "vocab_size").map(words -> width * words))
                : Optional.empty();
    }

    private static Fact count(String field, double value, String unit) {
        return Fact.newBuilder(HubFacts.fact(field, value, "config"))
                .setUnit(unit)
                .build();
    }

    private static Optional<Double> positive(JsonNode config, String field) {
        double value = config.path(field).isNumber() ? config.path(field).asDouble() : 0;
        return value > 0 ? Optional.of(value) : Optional.empty();
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static List<Fact> counts(Architecture.Count count) {
        List<Fact> facts = new ArrayList<>();
        facts.add(HubFacts.fact("parameters", count.total(), "config"));
        if (count.active() < count.total()) {
            facts.add(HubFacts.fact("activeParameters", count.active(), "config"));
        }
        return facts;
    }
}
