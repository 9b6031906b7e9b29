package org.computedivide.streams.rules.tallies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Tally;
import org.computedivide.streams.rules.Methods;
import org.computedivide.streams.rules.draws.Percentiles;

/** Writes the rows of one window down. */
final class RowWriter {

    private static final double HALF = 0.5;

    /**
     * The number of a row.
     *
     * @param unit as in Tally
     * @param interval from draws; empty when the number is exact
     * @param worst of a share: what it could be at worst and at best
     */
    record Figure(double number, String unit, Optional<Percentiles> interval, Optional<Percentiles> worst) {

        static Figure count(long releases, Optional<Percentiles> interval) {
            return new Figure((double) releases, "releases", interval, Optional.empty());
        }

        static Figure of(double number, String unit, Optional<Percentiles> interval) {
            return new Figure(number, unit, interval, Optional.empty());
        }

        static Figure part(double part, long whole) {
            return of(part / (double) whole, "fraction", Optional.empty());
        }

        static Figure part(long part, long whole) {
            return part((double) part, whole);
        }

        /** A share of the known, with what it would be if none or all of the unknown belonged. */
        static Figure share(long members, long known, long unknown) {
            double all = known + unknown;
            return new Figure(
                    (double) members / (double) known,
                    "fraction",
                    Optional.empty(),
                    Optional.of(new Percentiles(members / all, (members + unknown) / all)));
        }
    }

    /** Who is in a number; all others of the window are known not to be. */
    record Reckoning(long all, long members, long unknown, long imputed) {}

    /** Where a row stands. */
    record Place(String measure, String selection, String dimension, String value) {}

    private final List<Tally> rows = new ArrayList<>();
    private final Window window;
    private final long today;
    private final String label;
    private final String from;
    private final String to;

    RowWriter(Window window, long today) {
        this.window = window;
        this.today = today;
        this.label = window.label();
        this.from = window.begins() ? LocalDate.ofEpochDay(window.from(today)).toString() : "";
        this.to = LocalDate.ofEpochDay(window.to(today)).toString();
    }

    /** All that was written. */
    List<Tally> rows() {
        return rows;
    }

    /** The day of a row is the last of its window, so that years that are over stay as they are. */
    void add(Place place, Figure figure, Reckoning of) {
        rows.add(Tally.newBuilder()
                .setMeasure(place.measure())
                .setSelection(place.selection())
                .setDimension(place.dimension())
                .setValue(place.value())
                .setWindow(label)
                .setFrom(from)
                .setTo(to)
                .setDay(to)
                .setNumber(figure.number())
                .setLow(figure.interval().map(Percentiles::low).orElse(null))
                .setHigh(figure.interval().map(Percentiles::high).orElse(null))
                .setExact(figure.interval().isEmpty())
                .setUnit(figure.unit())
                .setMembers(of.members())
                .setNonMembers(of.all() - of.members() - of.unknown())
                .setUnknown(of.unknown())
                .setImputed(of.imputed())
                .setProvisional(window.provisional(today))
                .setWorstLow(figure.worst().map(Percentiles::low).orElse(null))
                .setWorstHigh(figure.worst().map(Percentiles::high).orElse(null))
                .setCaveat(caveat(figure))
                .setMethodsVersion(Methods.version())
                .build());
    }

    /** The headline of a share is whether it is the larger part, that of a ratio which side is ahead. */
    private static String caveat(Figure figure) {
        return switch (figure.unit()) {
            case "fraction" ->
                spans(figure, HALF)
                        ? "The interval spans one half: it cannot be said whether this is the larger part."
                        : "";
            case "times" -> spans(figure, 1) ? "The interval spans 1: it cannot be said which side has more." : "";
            default -> "";
        };
    }

    private static boolean spans(Figure figure, double line) {
        return figure.interval()
                .or(figure::worst)
                .filter(interval -> interval.low() < line && interval.high() > line)
                .isPresent();
    }
}
