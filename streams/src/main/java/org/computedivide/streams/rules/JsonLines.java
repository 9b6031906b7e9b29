package org.computedivide.streams.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Function;

/** JSON lines in, JSON lines out; a line that cannot be read is answered and does not stop the rest. */
final class JsonLines {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonLines() {}

    /**
     * Answers each line that is not blank. One that cannot be read, or that the answer refuses with an
     * {@link IllegalArgumentException}, gives {@code {"case"?, "line", "error"}}.
     *
     * @return how many lines were refused
     */
    static int each(BufferedReader in, PrintWriter out, Function<JsonNode, ObjectNode> answer) throws IOException {
        int refused = 0;
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                ObjectNode output = line(line, number, answer);
                refused += output.has("error") ? 1 : 0;
                out.println(output);
            }
        }
        out.flush();
        return refused;
    }

    private static ObjectNode line(String line, int number, Function<JsonNode, ObjectNode> answer) {
        JsonNode input = JsonNodeFactory.instance.missingNode();
        try {
            input = MAPPER.readTree(line);
            return answer.apply(input);
        } catch (JsonProcessingException e) {
            return error(input, number, "not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return error(input, number, String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode error(JsonNode input, int number, String message) {
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        if (input.has("case")) {
            output.set("case", input.get("case"));
        }
        return output.put("line", number).put("error", message);
    }
}
