package org.computedivide.monitor.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One column of a table.
 *
 * @param name heading
 * @param width characters it takes in a table for people
 * @param value the cell for a row
 */
public record Column(String name, int width, Function<ObjectNode, String> value) {

    /** The field of the row at a path like {@code compute.value}; empty where it is missing. */
    public static Column of(String name, int width, String path) {
        String pointer = "/" + path.replace('.', '/');
        return new Column(name, width, row -> words(row.at(pointer)));
    }

    /** A number in the form 3.1e25. */
    public static Column power(String name, String path) {
        String pointer = "/" + path.replace('.', '/');
        return new Column(name, 9, row -> power(row.at(pointer)));
    }

    String cell(ObjectNode row) {
        return value.apply(row);
    }

    private static String words(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(item -> item.isObject() ? words(item.path("name")) : words(item))
                    .collect(Collectors.joining(", "));
        }
        return node.isMissingNode() ? "" : node.asText(node.toString());
    }

    private static String power(JsonNode node) {
        return node.isNumber()
                ? String.format(java.util.Locale.ROOT, "%.2e", node.doubleValue())
                        .replace("e+", "e")
                : "";
    }
}
