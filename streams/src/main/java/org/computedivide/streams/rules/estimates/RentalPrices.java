package org.computedivide.streams.rules.estimates;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.computedivide.streams.rules.text.CsvTable;

/** What a chip costs to rent on demand, by year ({@code rental-prices.csv}). */
final class RentalPrices {

    private static final Map<String, NavigableMap<Integer, Double>> PRICES = read();

    private RentalPrices() {}

    /** USD per chip-hour in the year, or in the nearest before it, else in the first; empty for a chip nobody rents out. */
    static OptionalDouble of(String chip, int year) {
        NavigableMap<Integer, Double> years = PRICES.get(chip);
        if (years == null) {
            return OptionalDouble.empty();
        }
        Map.Entry<Integer, Double> price = years.floorEntry(year);
        return OptionalDouble.of((price == null ? years.firstEntry() : price).getValue());
    }

    private static Map<String, NavigableMap<Integer, Double>> read() {
        var prices = new TreeMap<String, NavigableMap<Integer, Double>>();
        CsvTable.read("rental-prices.csv")
                .forEach(row -> prices.computeIfAbsent(row.getOrDefault("chip", ""), chip -> new TreeMap<>())
                        .put(
                                Integer.valueOf(row.getOrDefault("year", "")),
                                Double.valueOf(row.getOrDefault("price", ""))));
        return prices;
    }
}
