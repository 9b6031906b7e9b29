package org.computedivide.streams.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Variant;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.streams.rules.estimates.VariantReader;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.openness.MofClass;

/**
 * The {@code enrich} contract: an observation as plain JSON in, what the rules make of it as plain JSON out, by exactly
 * the code of the topologies. The input is an observation or an envelope {@code {"case", "observation", "mof"?}}; of an
 * envelope all other fields are ignored. What is not known is left out, except for classes, which say {@code unknown}.
 */
public final class Enrich {

    private final EvidenceReader evidence = new EvidenceReader();
    private final VariantReader variants = new VariantReader();

    /**
     * Enriches one observation.
     *
     * @throws IllegalArgumentException when the JSON is no observation; the message names the field
     */
    public ObjectNode enrich(JsonNode input) {
        if (!input.isObject()) {
            throw new IllegalArgumentException("an observation must be a JSON object, but this is "
                    + Folded.lower(input.getNodeType().name()));
        }
        boolean envelope = input.has("observation");
        JsonNode plain = envelope ? input.get("observation") : input;
        Observation observation = PlainJson.read(plain, Observation.class);
        Evidence read = evidence.read(observation);
        List<Variant> found = variants.read(List.of(read));
        ObjectNode output = object();
        if (input.has("case")) {
            output.set("case", input.get("case"));
        }
        boolean byAuthors = observation.getAuthors().stream()
                .anyMatch(author -> !author.getAffiliations().isEmpty());
        EnrichedJson.write(output, read, found, byAuthors);
        if (envelope && input.path("mof").isObject()) {
            EnrichedJson.openness(output).put("mofClass", number(MofClass.of(input.get("mof"))));
        }
        return output;
    }

    /**
     * Enriches JSON lines. A line that cannot be read gives one line {@code {"case"?, "line", "error"}} and the rest
     * goes on.
     *
     * @return how many lines were refused
     */
    public int run(BufferedReader in, PrintWriter out) throws IOException {
        return JsonLines.each(in, out, this::enrich);
    }

    private static int number(String mofClass) {
        return switch (mofClass) {
            case "I" -> 1;
            case "II" -> 2;
            case "III" -> 3;
            default -> 0;
        };
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
