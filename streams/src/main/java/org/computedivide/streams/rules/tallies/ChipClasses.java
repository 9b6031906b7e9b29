package org.computedivide.streams.rules.tallies;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.computedivide.streams.rules.text.CsvTable;

/** Export classes of chips by their total processing performance ({@code chip-classes.csv}). */
final class ChipClasses {

    /** Total processing performance counts a 16-bit operation 16 times. */
    private static final double BITS = 16;

    private static final double TERA = 1e12;

    private record ChipClass(String name, double from) {}

    private static final List<ChipClass> CLASSES = CsvTable.read("chip-classes.csv").stream()
            .map(row -> new ChipClass(row.getOrDefault("class", ""), Double.parseDouble(row.getOrDefault("tpp", ""))))
            .toList();
    private static final Map<String, String> BY_CHIP = read();

    private ChipClasses() {}

    /** The class of a chip by its canonical name; empty for one that the table of chips lacks. */
    static String of(String chip) {
        return BY_CHIP.getOrDefault(chip, "");
    }

    private static Map<String, String> read() {
        var classes = new TreeMap<String, String>();
        for (Map<String, String> row : CsvTable.read("accelerators.csv")) {
            double performance = performance(row);
            CLASSES.stream()
                    .filter(each -> performance >= each.from())
                    .findFirst()
                    .ifPresent(each -> classes.put(row.getOrDefault("name", ""), each.name()));
        }
        return classes;
    }

    private static double performance(Map<String, String> row) {
        String stated = row.getOrDefault("tpp", "");
        return stated.isEmpty()
                ? Double.parseDouble(row.getOrDefault("peak", "")) / TERA * BITS
                : Double.parseDouble(stated);
    }
}
