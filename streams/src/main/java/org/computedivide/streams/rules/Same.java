package org.computedivide.streams.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import org.computedivide.avro.Observation;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.streams.rules.identity.Likeness;

/**
 * The {@code same} contract: two observations as plain JSON in, whether they are about the same model out, by the rules
 * that join observations in the line. The input is {@code {"case", "a", "b"}}; all other fields are ignored.
 */
public final class Same {

    private final EvidenceReader evidence = new EvidenceReader();

    /**
     * Compares two observations.
     *
     * @throws IllegalArgumentException when one of them is no observation; the message names the field
     */
    public ObjectNode compare(JsonNode pair) {
        if (!pair.path("a").isObject() || !pair.path("b").isObject()) {
            throw new IllegalArgumentException("a pair must be an object with the observations a and b");
        }
        Likeness likeness = Likeness.of(
                evidence.read(PlainJson.read(pair.get("a"), Observation.class)),
                evidence.read(PlainJson.read(pair.get("b"), Observation.class)));
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        if (pair.has("case")) {
            output.set("case", pair.get("case"));
        }
        return output.put("same", likeness.same())
                .put("sameFamily", likeness.sameFamily())
                .put("reason", likeness.reason());
    }

    /**
     * Compares pairs given as JSON lines. A line that cannot be read gives {@code {"case"?, "line", "error"}} and the
     * rest goes on.
     *
     * @return how many lines were refused
     */
    public int run(BufferedReader in, PrintWriter out) throws IOException {
        return JsonLines.each(in, out, this::compare);
    }
}
