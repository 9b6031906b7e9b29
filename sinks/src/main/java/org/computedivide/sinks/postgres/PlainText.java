package org.computedivide.sinks.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.computedivide.avro.json.PlainJson;

/** Text that PostgreSQL can hold: it knows neither NUL nor half of a surrogate pair; both become U+FFFD. */
final class PlainText {

    private static final char REPLACEMENT = '\uFFFD';

    private PlainText() {}

    static String of(String text) {
        int first = firstBroken(text);
        if (first == text.length()) {
            return text;
        }
        var plain = new StringBuilder(text);
        for (int i = first; i < text.length(); i++) {
            if (isPair(text, i)) {
                i++;
            } else if (isBroken(text.charAt(i))) {
                plain.setCharAt(i, REPLACEMENT);
            }
        }
        return plain.toString();
    }

    /** A contract, a list of contracts or a map of words as JSON text. */
    static String json(Object value) {
        return cleaned(node(value)).toString();
    }

    private static JsonNode node(Object value) {
        if (value instanceof SpecificRecord contract) {
            return PlainJson.write(contract);
        }
        if (value instanceof Collection<?> items) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> array.add(node(item)));
            return array;
        }
        if (value instanceof Map<?, ?> entries) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            entries.forEach((name, item) -> object.set(name.toString(), node(item)));
            return object;
        }
        return TextNode.valueOf(value.toString());
    }

    private static JsonNode cleaned(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(of(node.textValue()));
        }
        if (node instanceof ArrayNode items) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> array.add(cleaned(item)));
            return array;
        }
        if (node instanceof ObjectNode fields) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            fields.properties().forEach(field -> object.set(of(field.getKey()), cleaned(field.getValue())));
            return object;
        }
        return node;
    }

    private static int firstBroken(String text) {
        int i = 0;
        while (i < text.length() && (isPair(text, i) || !isBroken(text.charAt(i)))) {
            i += isPair(text, i) ? 2 : 1;
        }
        return i;
    }

    private static boolean isPair(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    private static boolean isBroken(char c) {
        return c == 0 || Character.isSurrogate(c);
    }
}
