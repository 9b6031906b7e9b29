package org.computedivide.streams.rules.tallies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
     * @param exact whether it rests on no estimate
     * @param worst of a share: what it could be at worst and at best
     */
    record Figure(double number, String unit, boolean exact, Optional<Percentiles> worst) {

        static Figure count(long releases) {
            return exact((double) releases, "releases");
        }

        static Figure exact(double number, String unit) {
            return new Figure(number, unit, true, Optional.empty());
        }

        static Figure estimated(double number, String unit) {
            return new Figure(number, unit, false, Optional.empty());
        }

        static Figure part(double part, long whole) {
            return exact(part / (double) whole, "fraction");
        }

        static Figure part(long part, long whole) {
            return part((double) part, whole);
        }

        /** A share of the known, with what it would be if none or all of the unknown belonged. */
        static Figure share(long members, long known, long unknown) {
            double all = known + unknown;
            return part(members, known).between(members / all, (members + unknown) / all);
        }

        Figure between(double worst, double best) {
            return new Figure(number, unit, exact, Optional.of(new Percentiles(worst, best)));
        }

        /** The same, of what is selected by estimates. */
        Figure selected() {
            return new Figure(number, unit, false, worst);
        }
    }

    /** Who is in a number; all others of the window are known not to be. */
    record Reckoning(long all, long members, long unknown, long imputed) {}

    /** Where a row stands. */
    record Place(String measure, String selection, String dimension, String value) {}

    private final List<Tally> rows = new ArrayList<>();
    private final Map<Place, Percentiles> intervals;
    private final boolean provisional;
    private final String label;
    private final String from;
    private final String to;

    /**
     * @param intervals of the rows as they are now; none when they are still to be drawn
     * @param today days since 1970-01-01
     */
    RowWriter(Window window, Map<Place, Percentiles> intervals, long today) {
        this.intervals = intervals;
        this.provisional = window.provisional(today);
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
        Optional<Percentiles> interval = figure.exact() ? Optional.empty() : Optional.ofNullable(intervals.get(place));
        rows.add(new Tally(
                place.measure(),
                place.selection(),
                place.dimension(),
                place.value(),
                label,
                from,
                to,
                to,
                figure.number(),
                interval.map(Percentiles::low).orElse(null),
                interval.map(Percentiles::high).orElse(null),
                figure.exact(),
                figure.unit(),
                of.members(),
                of.all() - of.members() - of.unknown(),
                of.unknown(),
                of.imputed(),
                provisional,
                figure.worst().map(Percentiles::low).orElse(null),
                figure.worst().map(Percentiles::high).orElse(null),
                caveat(figure, interval),
                Methods.version()));
    }

    /** The headline of a share is whether it is the larger part, that of a ratio which side is ahead. */
    private static String caveat(Figure figure, Optional<Percentiles> interval) {
        return switch (figure.unit()) {
            case "fraction" ->
                spans(figure, interval, HALF)
                        ? "The interval spans one half: it cannot be said whether this is the larger part."
                        : "";
            case "times" ->
                spans(figure, interval, 1) ? "The interval spans 1: it cannot be said which side has more." : "";
            default -> "";
        };
    }

    private static boolean spans(Figure figure, Optional<Percentiles> interval, double line) {
        return Stream.concat(interval.stream(), figure.worst().stream())
                .anyMatch(ends -> ends.low() < line && ends.high() > line);
    }
}
