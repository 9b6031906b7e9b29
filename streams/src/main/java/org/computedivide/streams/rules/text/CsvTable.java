package org.computedivide.streams.rules.text;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.computedivide.streams.rules.Methods;

/** A data file of the rules: comma-separated, a header line, lines that begin with # are remarks. */
public final class CsvTable {

    private CsvTable() {}

    /** The rows of a data file in its order, by column; an empty cell is an empty string. */
    public static List<Map<String, String>> read(String name) {
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .enable(CsvParser.Feature.ALLOW_COMMENTS)
                .build();
        try (InputStream in = Methods.data(name);
                MappingIterator<Map<String, String>> rows = mapper.readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(in)) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("data file " + name + " cannot be read", e);
        }
    }
}
