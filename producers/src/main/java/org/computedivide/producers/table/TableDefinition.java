package org.computedivide.producers.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * How a curated table says things, and what that is in our words.
 *
 * @param id of the source
 * @param name for people
 * @param url where it lies
 * @param origin tables of one origin are one voice
 * @param separator between the entries of a list in a cell
 * @param columns our field name to the table's column
 * @param words our field name to the table's word to ours; a word that is not listed stays as it is, in lower case
 */
record TableDefinition(
        String id,
        String name,
        String url,
        String origin,
        String separator,
        Map<String, String> columns,
        Map<String, Map<String, String>> words) {

    TableDefinition {
        columns = Map.copyOf(columns);
        words = words == null ? Map.of() : Map.copyOf(words);
        if (!columns.containsKey("name")) {
            throw new IllegalArgumentException("table " + id + " needs a column for the name");
        }
    }

    static TableDefinition bundled(String file) {
        try (InputStream yaml = TableDefinition.class.getResourceAsStream(file)) {
            return new ObjectMapper(new YAMLFactory())
                    .readValue(Objects.requireNonNull(yaml, file), TableDefinition.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
