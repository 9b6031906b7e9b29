package org.computedivide.streams.rules.trends;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.computedivide.avro.Trend;
import org.computedivide.streams.rules.Methods;
import org.computedivide.streams.rules.draws.Percentiles;

/**
 * By what factor compute has grown from one landmark to another, and to the largest known today. Both ends are drawn
 * from their own intervals.
 */
final class Growths {

    private static final int DRAWS = 1000;
    private static final String BOUNDARY =
            "The factor depends on what a compute figure counts: with or without self-play and generated data.";

    private final Points points;
    private final LocalDate day;
    private final Map<String, Dated> landmarks = new TreeMap<>();

    Growths(Points points, LocalDate day) {
        this.points = points;
        this.day = day;
        for (int i = 0; i < points.size(); i++) {
            Dated point = points.get(i);
            String landmark = point.release().getLandmark();
            if (!landmark.isEmpty()) {
                landmarks.putIfAbsent(landmark, point); // points are in order: the earliest bears the name
            }
        }
    }

    List<Trend> all() {
        var trends = new ArrayList<Trend>();
        landmarks.forEach((name, point) -> trends.add(row("landmark", name, point.compute(), "FLOP", point)
                .setLow(drawn(point).low())
                .setHigh(drawn(point).high())
                .build()));
        landmarks.forEach((from, first) -> {
            landmarks.forEach((to, last) -> {
                if (first.day() < last.day()) {
                    trends.add(growth(from + "→" + to, first, last));
                }
            });
            largest()
                    .filter(last -> first.day() < last.day())
                    .ifPresent(last -> trends.add(growth(from + "→frontier", first, last)));
        });
        return trends;
    }

    private Optional<Dated> largest() {
        return IntStream.range(0, points.size())
                .mapToObj(points::get)
                .max(Comparator.comparingDouble(Dated::compute).thenComparing(Dated.ORDER.reversed()));
    }

    private Trend growth(String selection, Dated first, Dated last) {
        double[] ratios = IntStream.range(0, DRAWS)
                .mapToDouble(j -> last.spread().draw(j) / first.spread().draw(j))
                .toArray();
        Percentiles interval = Percentiles.of(ratios);
        return row("growth", selection, last.compute() / first.compute(), "times", last)
                .setFrom(LocalDate.ofEpochDay(first.day()).toString())
                .setSubjects(List.of(last.familyId(), first.familyId()))
                .setLow(interval.low())
                .setHigh(interval.high())
                .setCaveat(BOUNDARY)
                .build();
    }

    private static Percentiles drawn(Dated point) {
        return Percentiles.of(point.spread().draws(DRAWS));
    }

    private Trend.Builder row(String trend, String selection, double number, String unit, Dated subject) {
        return Trend.newBuilder()
                .setTrend(trend)
                .setSelection(selection)
                .setFrom(LocalDate.ofEpochDay(subject.day()).toString())
                .setTo(LocalDate.ofEpochDay(subject.day()).toString())
                .setN(1)
                .setNumber(number)
                .setUnit(unit)
                .setSubjects(List.of(subject.familyId()))
                .setDay(day.toString())
                .setMethodsVersion(Methods.version());
    }
}
