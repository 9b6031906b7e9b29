package org.computedivide.streams.rules.facts;

import com.fasterxml.jackson.databind.JsonNode;

/** The fields of a config.json, which architectures name differently. */
record Config(JsonNode node) {

    /** What describes the language model: the part of a config of several parts, or the config itself. */
    Config language() {
        JsonNode inner = node.path("text_config");
        return inner.has("hidden_size") ? new Config(inner) : this;
    }

    String kind() {
        return node.path("model_type").asText("");
    }

    boolean is(String field, boolean otherwise) {
        return node.path(field).asBoolean(otherwise);
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** The first of the fields that is a number; 0 when none is. */
    double first(String... fields) {
        for (String field : fields) {
            if (node.path(field).isNumber()) {
                return node.path(field).asDouble();
            }
        }
        return 0;
    }

    double number(String field, double otherwise) {
        return node.path(field).isNumber() ? node.path(field).asDouble() : otherwise;
    }
}
