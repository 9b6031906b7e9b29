package org.computedivide.streams.rules.literature;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Headline;
import org.computedivide.avro.Trend;
import org.computedivide.streams.rules.text.CsvTable;
import org.computedivide.streams.rules.trends.TrendBook;

/**
 * Points that authors published, put through the same fold as our own releases: each is a release of its own with one
 * variant.
 */
final class KnownPoints {

    private static final double FLOP_IN_A_PETAFLOP_DAY = 8.64e19;

    /** Their figures are read off or rounded: the width of curated values. */
    private static final double SIGMA = 0.15;

    private static final Map<String, KnownPoints> READ = new ConcurrentHashMap<>();

    private final SortedMap<String, Double> compute = new TreeMap<>();
    private final SortedMap<String, Trend> trends;

    private KnownPoints(String file) {
        var book = new TrendBook();
        var days = new ArrayList<LocalDate>();
        for (Map<String, String> row : CsvTable.read(file)) {
            String name = row.getOrDefault("name", "");
            double flop = Double.parseDouble(row.getOrDefault("petaflop_days", "")) * FLOP_IN_A_PETAFLOP_DAY;
            LocalDate day = LocalDate.parse(row.getOrDefault("date", ""));
            compute.put(name, flop);
            days.add(day);
            book.change(Optional.empty(), Optional.of(counted(name, day, flop)));
        }
        LocalDate last = days.stream().max(LocalDate::compareTo).orElseThrow();
        trends = book.snapshot(last.plusDays(1)).all();
    }

    /** The points of a data file; read and fitted once. */
    static KnownPoints of(String file) {
        return READ.computeIfAbsent(file, KnownPoints::new);
    }

    Optional<Trend> trend(String key) {
        return Optional.ofNullable(trends.get(key));
    }

    /** Factor between two points. */
    double growth(String from, String to) {
        return compute(to) / compute(from);
    }

    private double compute(String name) {
        Double flop = compute.get(name);
        if (flop == null) {
            throw new IllegalArgumentException("there is no point " + name);
        }
        return flop;
    }

    private static CountedRelease counted(String name, LocalDate day, double flop) {
        int date = Math.toIntExact(day.toEpochDay());
        return CountedRelease.newBuilder()
                .setFamilyId(name)
                .setDay(date)
                .setCumulative(flop)
                .setAdded(flop)
                .setSigma(SIGMA)
                .setMethod("curated")
                .setHeadlines(List.of(Headline.newBuilder()
                        .setDay(date)
                        .setCompute(flop)
                        .setSigma(SIGMA)
                        .setMethod("curated")
                        .build()))
                .build();
    }
}
