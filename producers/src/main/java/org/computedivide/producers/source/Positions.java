package org.computedivide.producers.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/** Positions of sources as JSON; a later version may add fields. */
public final class Positions {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Which round it is, and how far a look around has come that begins again by itself. */
    private static final List<String> OF_THE_ROUND = List.of("round", "rotation");

    private Positions() {}

    /** A position from its JSON, or the first one when there is none yet. */
    public static <P> P read(String json, Class<P> type, Supplier<P> first) {
        if (json.isEmpty() || json.equals("{}")) {
            return first.get();
        }
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the cursor is not a " + type.getSimpleName() + ": " + json, e);
        }
    }

    /** What of a position outlives its round: a round that saw nothing new needs not be written down. */
    public static String lasting(String json) {
        try {
            return JSON.readTree(json) instanceof ObjectNode object
                    ? object.without(OF_THE_ROUND).toString()
                    : json;
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    /** A position as JSON. */
    public static String write(Object position) {
        try {
            return JSON.writeValueAsString(position);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a position must be plain data", e);
        }
    }
}
