package org.computedivide.sinks.postgres;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column travel. Rows are sent as one array for each column; what PostgreSQL has no array of arrays
 * for (lists, JSON) goes as text and is cast on arrival.
 */
enum ColumnType {
    TEXT("text", "text"),
    TEXTS("text", "text[]"),
    WHOLE("int8", "bigint"),
    NUMBER("float8", "double precision"),
    FLAG("bool", "boolean"),
    DAY("text", "date"),
    INSTANT("text", "timestamptz"),
    JSON("text", "jsonb");

    private final String element;
    private final String cast;

    ColumnType(String element, String cast) {
        this.element = element;
        this.cast = cast;
    }

    /** Type of the elements of the array that is sent. */
    String element() {
        return element;
    }

    /** Type of the column, to which an element is cast. */
    String cast() {
        return cast;
    }

    @Nullable
    Object wire(Object value) {
        return switch (this) {
            case TEXT, INSTANT -> PlainText.of(value.toString());
            case TEXTS -> listOf((Collection<?>) value);
            case JSON -> PlainText.json(value);
            case DAY -> value.toString().isEmpty() ? null : Days.checked(value.toString());
            case WHOLE, NUMBER, FLAG -> value;
        };
    }

    private static String listOf(Collection<?> items) {
        return items.stream().map(ColumnType::quoted).collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(Object item) {
        return '"' + PlainText.of(item.toString()).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
