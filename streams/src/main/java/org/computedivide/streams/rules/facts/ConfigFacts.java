package org.computedivide.streams.rules.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Hub;

/** Exact parameter counts from a config.json of a common architecture. */
final class ConfigFacts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ConfigFacts() {}

    static List<Fact> read(Hub hub) {
        String text = hub.getConfig();
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        return parse(text).flatMap(Architecture::of).map(ConfigFacts::facts).orElse(List.of());
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            JsonNode config = JSON.readTree(text);
            JsonNode inner = config.path("text_config");
            return Optional.of(inner.has("hidden_size") ? inner : config);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static List<Fact> facts(Architecture.Count count) {
        List<Fact> facts = new ArrayList<>();
        facts.add(HubFacts.fact("parameters", count.total(), "config"));
        if (count.active() < count.total()) {
            facts.add(HubFacts.fact("activeParameters", count.active(), "config"));
        }
        return facts;
    }
}
