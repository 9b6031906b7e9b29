package org.computedivide.producers.fetch;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A whole answer: complete, unpacked, valid UTF-8, not an HTML page in place of data.
 *
 * @param text the body
 * @param headers header names in lower case
 */
public record Page(String text, Map<String, String> headers) {

    public Page {
        var lower = new TreeMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
    }

    /** A page without headers. */
    public static Page of(String text) {
        return new Page(text, Map.of());
    }

    /** The value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
