package org.computedivide.streams.rules.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.computedivide.streams.rules.text.CsvTable;

/**
 * The export class of a chip on a day, by the dated lines of {@code export-lines.csv}: {@code 3A090.a}, {@code 3A090.b}, before
 * November 2023 {@code 3A090}; {@code below} when it meets no line, {@code unknown} when a figure that decides is not known.
 */
public final class ExportLines {

    public static final String BELOW = "below";
    public static final String UNKNOWN = "unknown";

    private static final String CASE_BY_CASE = "case-by-case";
    private static final ExportLines BUNDLED = new ExportLines();

    private final List<Line> lines =
            CsvTable.read("export-lines.csv").stream().map(Line::of).toList();

    private ExportLines() {}

    /** Those that the monitor comes with. */
    public static ExportLines bundled() {
        return BUNDLED;
    }

    /** The class of a chip by the lines in force on a day. */
    public String classOf(Accelerator chip, LocalDate day) {
        boolean open = false;
        for (Line line : lines) {
            if (line.isInForce(day) && !line.name().equals(CASE_BY_CASE)) {
                Answer answer = line.ask(chip);
                if (answer == Answer.YES) {
                    return line.name();
                }
                open |= answer == Answer.UNKNOWN;
            }
        }
        return open ? UNKNOWN : BELOW;
    }

    /** The class of a chip by the lines that have no end: the rule as it stands. */
    public String classOf(Accelerator chip) {
        return classOf(chip, LocalDate.MAX.minusDays(1));
    }

    /** Whether exports of the chip to China are looked at one by one on a day, though a class binds it. */
    public boolean isCaseByCase(Accelerator chip, LocalDate day) {
        String bound = classOf(chip, day);
        return !bound.equals(BELOW)
                && !bound.equals(UNKNOWN)
                && lines.stream()
                        .filter(line -> line.name().equals(CASE_BY_CASE) && line.isInForce(day))
                        .anyMatch(line -> line.ask(chip) == Answer.YES);
    }

    /** Whether a chip meets a line. */
    private enum Answer {
        YES,
        NO,
        UNKNOWN;

        Answer and(Answer other) {
            return this == NO || other == NO ? NO : this == YES ? other : this;
        }
    }

    private record Bound(OptionalDouble from, OptionalDouble below) {

        Answer ask(OptionalDouble value) {
            if (from.isEmpty() && below.isEmpty()) {
                return Answer.YES;
            }
            if (value.isEmpty()) {
                return Answer.UNKNOWN;
            }
            double number = value.getAsDouble();
            return number >= from.orElse(Double.NEGATIVE_INFINITY) && number < below.orElse(Double.POSITIVE_INFINITY)
                    ? Answer.YES
                    : Answer.NO;
        }
    }

    private record Line(
            String name,
            LocalDate from,
            LocalDate to,
            Bound performance,
            Bound density,
            Bound interconnect,
            Bound bandwidth) {

        static Line of(Map<String, String> row) {
            String to = row.getOrDefault("to", "");
            return new Line(
                    row.getOrDefault("class", ""),
                    LocalDate.parse(row.getOrDefault("from", "")),
                    to.isEmpty() ? LocalDate.MAX : LocalDate.parse(to),
                    bound(row, "tpp"),
                    bound(row, "density"),
                    bound(row, "interconnect"),
                    bound(row, "bandwidth"));
        }

        private static Bound bound(Map<String, String> row, String figure) {
            return new Bound(Accelerator.number(row, figure + "From"), Accelerator.number(row, figure + "Below"));
        }

        boolean isInForce(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }

        Answer ask(Accelerator chip) {
            return performance
                    .ask(chip.design().performance())
                    .and(density.ask(chip.design().density()))
                    .and(interconnect.ask(chip.design().interconnect()))
                    .and(bandwidth.ask(chip.design().bandwidth()));
        }
    }
}
