package org.computedivide.streams.rules.tallies;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.computedivide.streams.rules.text.CsvTable;

/** Groups of countries that compute is told by ({@code blocs.csv}). */
public final class Blocs {

    private static final String OTHER = "other";
    private static final Map<String, String> BY_COUNTRY = read();

    private Blocs() {}

    /** The blocs of countries (ISO 3166-1 alpha-2), sorted, each once; empty when no country is known. */
    public static List<String> of(List<String> countries) {
        return countries.stream()
                .map(country -> BY_COUNTRY.getOrDefault(country, OTHER))
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, String> read() {
        var blocs = new TreeMap<String, String>();
        CsvTable.read("blocs.csv")
                .forEach(row -> blocs.put(row.getOrDefault("code", ""), row.getOrDefault("bloc", "")));
        return blocs;
    }
}
