package org.computedivide.streams.rules.tallies;

import java.util.Map;
import java.util.stream.Collectors;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.text.CsvTable;

/** Models that growth is measured from and to ({@code landmarks.csv}). */
public final class Landmarks {

    private static final Map<String, String> BY_NAME = CsvTable.read("landmarks.csv").stream()
            .collect(Collectors.toMap(
                    row -> Folded.of(row.getOrDefault("name", "")), row -> row.getOrDefault("landmark", "")));

    private Landmarks() {}

    /** The landmark that a release of this name is; empty for all others. */
    static String of(String name) {
        return BY_NAME.getOrDefault(Folded.of(name), "");
    }
}
