package org.computedivide.sinks.web;

import io.javalin.http.Handler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One address of the JSON interface: what the server answers and what the OpenAPI document says of it.
 *
 * @param path after {@code /api/v1}, with its place holders in braces
 * @param summary what it gives, in one sentence; empty for a collection, of which the database says it
 * @param listing the collection that it pages through; null for a single thing
 * @param handler the answer
 */
record Endpoint(String path, String summary, @Nullable Listing listing, Handler handler) {

    static final String ROOT = "/api/v1";

    /** Names in braces. */
    List<String> placeHolders() {
        return List.of(path.split("/")).stream()
                .filter(part -> part.startsWith("{"))
                .map(part -> part.substring(1, part.length() - 1))
                .toList();
    }
}
