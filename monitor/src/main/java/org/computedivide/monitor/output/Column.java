package org.computedivide.monitor.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One column of a table.
 *
 * @param name heading
 * @param width characters it takes in a table for people
 * @param value the cell for a row, in full
 * @param shown the cell as people read it
 */
public record Column(String name, int width, Function<ObjectNode, String> value, Function<ObjectNode, String> shown) {

    private static final int FIGURE_WIDTH = 9;
    private static final double LARGE = 1e7;
    private static final double SMALL = 1e-4;

    /** The field of the row at a path like {@code compute.value}; empty where it is missing. */
    public static Column of(String name, int width, String path) {
        String pointer = "/" + path.replace('.', '/');
        return same(name, width, row -> words(row.at(pointer)));
    }

    /** A number in the form 3.1e25. */
    public static Column power(String name, String path) {
        String pointer = "/" + path.replace('.', '/');
        return same(name, FIGURE_WIDTH, row -> power(row.at(pointer)));
    }

    /** Any number: in full for programs, with four digits for people. */
    public static Column figure(String name, String path) {
        String pointer = "/" + path.replace('.', '/');
        return new Column(name, FIGURE_WIDTH, row -> words(row.at(pointer)), row -> digits(row.at(pointer)));
    }

    private static Column same(String name, int width, Function<ObjectNode, String> value) {
        return new Column(name, width, value, value);
    }

    String cell(ObjectNode row) {
        return value.apply(row);
    }

    String forPeople(ObjectNode row) {
        return shown.apply(row);
    }

    private static String digits(JsonNode node) {
        if (!node.isNumber()) {
            return "";
        }
        double size = Math.abs(node.doubleValue());
        return size >= LARGE || (size > 0 && size < SMALL)
                ? power(node)
                : BigDecimal.valueOf(node.doubleValue())
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static String words(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(item -> item.isObject() ? words(item.path("name")) : words(item))
                    .collect(Collectors.joining(", "));
        }
        return node.isMissingNode() || node.isNull() ? "" : node.asText(node.toString());
    }

    private static String power(JsonNode node) {
        return node.isNumber()
                ? String.format(java.util.Locale.ROOT, "%.2e", node.doubleValue())
                        .replace("e+", "e")
                : "";
    }
}
