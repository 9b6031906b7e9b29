package org.computedivide.avro.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Contracts as the JSON that people script against: field names as in the schema, times as ISO 8601, and what is null
 * or empty left out. A string field marked {@code "json": true} in the schema holds JSON and is written as such.
 */
public final class PlainJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlainJson() {}

    /** The plain form of a contract. */
    public static ObjectNode write(SpecificRecord value) {
        ObjectNode node = NODES.objectNode();
        for (Schema.Field field : value.getSchema().getFields()) {
            JsonNode written = isJson(field) ? parsed(value.get(field.pos())) : write(value.get(field.pos()));
            if (!written.isNull() && !(written.isContainerNode() && written.isEmpty()) && !isEmptyText(written)) {
                node.set(field.name(), written);
            }
        }
        return node;
    }

    /**
     * A contract from its plain form. Fields that the schema lacks are ignored; fields that the JSON lacks take the
     * default of the schema.
     *
     * @throws WrongShape when a field has a type that the schema does not allow; the message names the field
     */
    public static <V extends SpecificRecord> V read(JsonNode json, Class<V> type) {
        Schema schema = SpecificData.get().getSchema(type);
        return type.cast(readRecord(json, schema, ""));
    }

    /** A field of the JSON has a type that the contract does not allow. */
    public static final class WrongShape extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        WrongShape(String path, String wanted, JsonNode found) {
            super("field " + (path.isEmpty() ? "(top level)" : path) + " must be " + wanted + ", but is "
                    + found.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static boolean isJson(Schema.Field field) {
        return Boolean.TRUE.equals(field.getObjectProp("json"));
    }

    private static boolean isEmptyText(JsonNode node) {
        return node.isTextual() && node.textValue().isEmpty();
    }

    private static JsonNode parsed(@Nullable Object text) {
        if (text == null) {
            return NODES.nullNode();
        }
        try {
            return MAPPER.readTree(text.toString());
        } catch (JsonProcessingException e) {
            return NODES.textNode(text.toString());
        }
    }

    private static JsonNode write(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof SpecificRecord inner) {
            return write(inner);
        }
        if (value instanceof Collection<?> items) {
            var array = NODES.arrayNode();
            items.forEach(item -> array.add(write(item)));
            return array;
        }
        if (value instanceof Map<?, ?> entries) {
            var object = NODES.objectNode();
            entries.forEach((key, item) -> object.set(key.toString(), write(item)));
            return object;
        }
        if (value instanceof Instant || value instanceof CharSequence) {
            return NODES.textNode(value.toString());
        }
        return MAPPER.valueToTree(value);
    }

    private static Object readRecord(JsonNode json, Schema schema, String path) {
        if (!json.isObject()) {
            throw new WrongShape(path, "an object", json);
        }
        SpecificRecord value = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode node = json.get(field.name());
            value.put(field.pos(), node == null || node.isNull() ? fallback(field) : readField(node, field, path));
        }
        return value;
    }

    private static @Nullable Object fallback(Schema.Field field) {
        Object fallback =
                SpecificData.get().deepCopy(field.schema(), SpecificData.get().getDefaultValue(field));
        return fallback instanceof CharSequence text ? text.toString() : fallback;
    }

    private static @Nullable Object readField(JsonNode node, Schema.Field field, String path) {
        String at = path.isEmpty() ? field.name() : path + "." + field.name();
        return isJson(field) && !node.isTextual() ? node.toString() : read(node, field.schema(), at);
    }

    private static Object read(JsonNode node, Schema schema, String path) {
        return switch (schema.getType()) {
            case UNION -> read(node, valueOf(schema), path);
            case RECORD -> readRecord(node, schema, path);
            case ARRAY -> readArray(node, schema, path);
            case MAP -> readMap(node, schema, path);
            case STRING -> node.isValueNode() ? node.asText() : wrong(path, "a string", node);
            case BOOLEAN -> node.isBoolean() ? node.booleanValue() : wrong(path, "true or false", node);
            case INT -> node.canConvertToInt() ? node.intValue() : wrong(path, "a whole number", node);
            case LONG -> readLong(node, schema, path);
            case DOUBLE -> node.isNumber() ? node.doubleValue() : wrong(path, "a number", node);
            default -> wrong(path, schema.getType().getName(), node);
        };
    }

    private static Schema valueOf(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> readArray(JsonNode node, Schema schema, String path) {
        if (!node.isArray()) {
            throw new WrongShape(path, "a list", node);
        }
        var items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(read(node.get(i), schema.getElementType(), path + "[" + i + "]"));
        }
        return items;
    }

    private static Map<String, Object> readMap(JsonNode node, Schema schema, String path) {
        if (!node.isObject()) {
            throw new WrongShape(path, "an object", node);
        }
        var entries = new LinkedHashMap<String, Object>();
        node.properties()
                .forEach(entry -> entries.put(
                        entry.getKey(), read(entry.getValue(), schema.getValueType(), path + "." + entry.getKey())));
        return entries;
    }

    private static Object readLong(JsonNode node, Schema schema, String path) {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            try {
                return node.isTextual() ? Instant.parse(node.textValue()) : wrong(path, "an ISO 8601 instant", node);
            } catch (java.time.format.DateTimeParseException e) {
                return wrong(path, "an ISO 8601 instant", node);
            }
        }
        return node.isNumber() && isWhole(node.doubleValue())
                ? node.canConvertToExactIntegral() ? node.longValue() : Math.round(node.doubleValue())
                : wrong(path, "a whole number", node);
    }

    /** Whole, or off by no more than the last digit that scripts write: 247000000.00000003 is 247 million. */
    private static boolean isWhole(double number) {
        double off = Math.abs(number - Math.rint(number));
        return off <= Math.ulp(number);
    }

    private static Object wrong(String path, String wanted, JsonNode found) {
        throw new WrongShape(path, wanted, found);
    }
}
