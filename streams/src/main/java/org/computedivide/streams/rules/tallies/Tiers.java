package org.computedivide.streams.rules.tallies;

import java.util.List;
import org.computedivide.streams.rules.text.CsvTable;

/** Lines on the compute scale that tallies count at ({@code tiers.csv}); a release is in every tier it reaches. */
public final class Tiers {

    public static final List<Tier> ALL = CsvTable.read("tiers.csv").stream()
            .map(row -> new Tier(row.getOrDefault("tier", ""), Double.parseDouble(row.getOrDefault("flop", ""))))
            .toList();

    private Tiers() {}

    /**
     * One line.
     *
     * @param name for example ≥1e25
     * @param line FLOP, reached by what has as much or more
     */
    public record Tier(String name, double line) implements Comparable<Tier> {

        @Override
        public int compareTo(Tier other) {
            return Double.compare(line, other.line);
        }
    }

    /** The line of a tier of the file, FLOP. */
    public static double line(String name) {
        return ALL.stream()
                .filter(tier -> tier.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("tiers.csv has no tier " + name))
                .line();
    }

    /** Names of the tiers that a compute reaches. */
    static List<String> reached(double flop) {
        return ALL.stream().filter(tier -> flop >= tier.line()).map(Tier::name).toList();
    }
}
