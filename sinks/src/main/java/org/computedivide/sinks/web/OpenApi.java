package org.computedivide.sinks.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The OpenAPI document of the JSON interface, made from the list that the server answers by. */
final class OpenApi {

    private static final String VERSION = "3.1.0";

    private final ObjectMapper json = new ObjectMapper();
    private final ObjectNode document = json.createObjectNode();
    private final Map<String, Relation> relations;

    /**
     * A field of an answer.
     *
     * @param name as the column
     * @param type SQL type
     * @param comment what the database says of the column
     */
    record Field(String name, String type, String comment) {}

    /**
     * A table or view.
     *
     * @param comment what the database says of it
     */
    record Relation(String comment, List<Field> fields) {}

    private static final Relation NONE = new Relation("", List.of());

    private OpenApi(Map<String, Relation> relations) {
        this.relations = relations;
    }

    /**
     * Writes the document.
     *
     * @param relations what the database says of each collection, by its name
     */
    static String of(List<Endpoint> endpoints, Map<String, Relation> relations) {
        return new OpenApi(relations).write(endpoints);
    }

    private String write(List<Endpoint> endpoints) {
        document.put("openapi", VERSION);
        document.putObject("info")
                .put("title", "Compute Divide Monitor")
                .put("version", "1")
                .put(
                        "description",
                        "Releases of AI models with training compute, openness and makers; tallies and trends of the compute"
                                + " divide. Read only. Every answer has an ETag: send it as If-None-Match and get 304 for"
                                + " what has not changed. Unknown is null or the word unknown, never zero.")
                .putObject("license")
                .put("name", "Apache-2.0");
        document.putArray("servers").addObject().put("url", Endpoint.ROOT);
        ObjectNode paths = document.putObject("paths");
        endpoints.forEach(endpoint -> write(paths.putObject(endpoint.path()).putObject("get"), endpoint));
        return document.toPrettyString();
    }

    private void write(ObjectNode get, Endpoint endpoint) {
        Listing listing = endpoint.listing();
        Relation relation = listing == null ? NONE : relations.getOrDefault(listing.name(), NONE);
        String summary = listing == null ? endpoint.summary() : relation.comment();
        get.put("operationId", operationId(endpoint.path())).put("summary", summary);
        ArrayNode parameters = get.putArray("parameters");
        endpoint.placeHolders()
                .forEach(name -> parameter(parameters, name, "path").put("required", true));
        ObjectNode responses = get.putObject("responses");
        ObjectNode answer = responses
                .putObject("200")
                .put("description", summary)
                .putObject("content")
                .putObject(endpoint.path().equals("/events") ? "text/event-stream" : "application/json")
                .putObject("schema");
        if (listing == null) {
            answer.put("type", endpoint.path().equals("/events") ? "string" : "object");
        } else {
            parameters(parameters, listing);
            page(answer, relation);
            responses.putObject("400").put("description", "A parameter is not what it may be; error says which.");
        }
        responses.putObject("304").put("description", "Nothing has changed since the ETag of If-None-Match.");
        if (!endpoint.placeHolders().isEmpty()) {
            responses.putObject("404").put("description", "There is no such thing.");
        }
        responses.putObject("503").put("description", "The database does not answer; ask again in a moment.");
    }

    private static void parameters(ArrayNode parameters, Listing listing) {
        listing.parameters().forEach(name -> {
            ObjectNode parameter = parameter(parameters, name, "query");
            switch (name) {
                case "limit" -> limit(parameter, listing);
                case "after" ->
                    parameter.put("description", "Where the page starts: the value of next in the answer before.");
                default -> filter(parameter, listing.filter(name));
            }
        });
    }

    private static void limit(ObjectNode parameter, Listing listing) {
        parameter.put("description", "Rows of a page.");
        ((ObjectNode) parameter.get("schema"))
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", listing.most())
                .put("default", Math.min(Listing.PAGE, listing.most()));
    }

    private static void filter(ObjectNode parameter, Filter filter) {
        parameter.put(
                "description",
                switch (filter.kind()) {
                    case EQUALS -> "Only rows with this " + filter.column() + ".";
                    case CONTAINS -> "Only rows in whose name or maker these letters stand.";
                    case ELEMENT -> "Only rows with this among their " + filter.column() + ".";
                });
        if (!filter.allowed().isEmpty()) {
            ArrayNode words = ((ObjectNode) parameter.get("schema")).putArray("enum");
            filter.allowed().forEach(words::add);
        }
    }

    private static ObjectNode parameter(ArrayNode parameters, String name, String in) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", in);
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }

    private static void page(ObjectNode schema, Relation relation) {
        schema.put("type", "object").putArray("required").add("items").add("next");
        ObjectNode properties = schema.putObject("properties");
        ObjectNode row = properties
                .putObject("items")
                .put("type", "array")
                .putObject("items")
                .put("type", "object");
        ObjectNode columns = row.putObject("properties");
        relation.fields().forEach(field -> describe(columns.putObject(field.name()), field));
        properties
                .putObject("next")
                .put("description", "Where the next page starts; null when this is the last.")
                .putArray("type")
                .add("string")
                .add("null");
    }

    private static void describe(ObjectNode property, Field field) {
        String type = field.type().toLowerCase(Locale.ROOT);
        if (type.startsWith("_")) {
            property.put("type", "array").putObject("items").put("type", "string");
        } else {
            switch (type) {
                case "float8", "numeric" ->
                    property.putArray("type").add("number").add("null");
                case "int8", "int4" -> property.putArray("type").add("integer").add("null");
                case "bool" -> property.putArray("type").add("boolean").add("null");
                case "date" ->
                    property.put("format", "date")
                            .putArray("type")
                            .add("string")
                            .add("null");
                case "timestamptz" ->
                    property.put("format", "date-time")
                            .putArray("type")
                            .add("string")
                            .add("null");
                case "jsonb", "json" -> {}
                default -> property.putArray("type").add("string").add("null");
            }
        }
        if (!field.comment().isEmpty()) {
            property.put("description", field.comment());
        }
    }

    private static String operationId(String path) {
        return path.substring(1).replaceAll("[^a-z0-9]+", "_").replaceAll("_$", "");
    }
}
