package org.computedivide.streams.rules;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Rows of the data files that the rules read; one line of data needs no line of Java. */
public final class DataFile {

    private static final CsvMapper CSV = new CsvMapper();

    private DataFile() {}

    /** The rows of a CSV file with a header, in order, by column name; empty cells are empty strings. */
    public static List<Map<String, String>> rows(String name) {
        try (InputStream in = Methods.data(name);
                MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(in)) {
            return rows.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("data file " + name + " cannot be read", e);
        }
    }

    /** The values of a cell that holds several, divided by a bar. */
    public static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
    }
}
