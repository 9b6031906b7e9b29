package org.computedivide.monitor.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computedivide.avro.Tally;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.RowWriter;
import org.computedivide.monitor.past.Hindsight;
import org.computedivide.monitor.past.Moment;
import org.computedivide.monitor.past.Past;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.monitor.settings.Nearest;
import org.computedivide.streams.rules.line.Line;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tallies as they stand. */
@Command(
        name = "tallies",
        description =
                "Print tallies as they stand now: shares, sums, counts, each with interval and number of unknowns.",
        footer = {"", "Example: divide tallies --window 365d --by affiliation --measure computeShare"})
public final class Tallies extends LatestCommand<Tally> {

    @Option(names = "--window", paramLabel = "WINDOW", description = "7d, 30d, 90d, 365d, year:2026 or all")
    private @Nullable String window;

    @Option(
            names = "--by",
            paramLabel = "DIMENSION",
            description =
                    "affiliation, openness, country, bloc, domain, organization, maker, tier, legalLine, chipClass, baseMaker, total, …; pairs with a comma: affiliation,openness")
    private @Nullable String dimension;

    @Option(
            names = "--measure",
            paramLabel = "MEASURE",
            description =
                    "releases, releaseShare, compute, computeShare, medianCompute, divideRatio, hhi, cost, energy, carbon, overLine, openCodeShare, …")
    private @Nullable String measure;

    @Option(
            names = "--selection",
            paramLabel = "SELECTION",
            description = "all, withCompute, notable, notableLikely, runningTop10, atLeast1e25, …")
    private @Nullable String selection;

    @Option(names = "--value", paramLabel = "VALUE", description = "value of the dimension, for example industry")
    private @Nullable String value;

    private static final Comparator<Tally> ORDER = Comparator.comparing(Tally::getMeasure)
            .thenComparing(Tally::getSelection)
            .thenComparing(Tally::getDimension)
            .thenComparing(Tally::getWindow)
            .thenComparing(Tally::getValue);

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "tallies by what was known then, made again from the log of record")
    private @Nullable String asOf;

    @Option(
            names = "--compare",
            paramLabel = "INSTANT|now",
            description = "with --as-of: what differs in the same windows by what was known later")
    private @Nullable String compare;

    private static final List<Column> DIFFERENCE = List.of(
            Column.of("measure", 14, "measure"),
            Column.of("selection", 14, "selection"),
            Column.of("dimension", 20, "dimension"),
            Column.of("value", 26, "value"),
            Column.of("window", 10, "window"),
            Column.figure("then", "then"),
            Column.figure("later", "later"),
            Column.figure("change", "change"),
            Column.of("unit", 9, "unit"));

    public Tallies() {
        super(
                Topics.TALLIES,
                Column.of("measure", 14, "measure"),
                Column.of("selection", 14, "selection"),
                Column.of("dimension", 20, "dimension"),
                Column.of("value", 26, "value"),
                Column.of("window", 10, "window"),
                Column.of("day", 10, "day"),
                Column.figure("number", "number"),
                Column.figure("low", "low"),
                Column.figure("high", "high"),
                Column.of("unit", 9, "unit"),
                Column.of("members", 8, "members"),
                Column.of("nonMembers", 10, "nonMembers"),
                Column.of("unknown", 8, "unknown"),
                Column.of("imputed", 8, "imputed"),
                Column.of("provisional", 11, "provisional"));
    }

    @Override
    public Integer call() {
        if (asOf == null) {
            if (compare != null) {
                throw new CannotRun("--compare needs a moment to compare with; give it with --as-of INSTANT");
            }
            return super.call();
        }
        return compare == null
                ? printPast(Moment.parse(asOf))
                : printHindsight(Moment.parse(asOf), Moment.parse(compare));
    }

    private int printPast(Moment moment) {
        return print(options().open(), columns(), reading -> {
            Line line = Past.lines(reading, List.of(moment)).get(0);
            return chosen(whole(List.copyOf(line.tallies(moment.day()).values()))).stream()
                    .map(PlainJson::write)
                    .toList();
        });
    }

    private int printHindsight(Moment then, Moment later) {
        return print(options().open(), DIFFERENCE, reading -> {
            List<Line> lines = Past.lines(reading, List.of(then, later));
            return new Hindsight(lines.get(0).tallies(then.day()), lines.get(1).tallies(then.day()))
                    .rows(this::isWanted);
        });
    }

    private int print(Reading servers, List<Column> columns, Function<Reading, List<ObjectNode>> rows) {
        try (Reading reading = servers;
                RowWriter writer = options().writer(columns)) {
            for (ObjectNode row : rows.apply(reading)) {
                if (!writer.write(row)) {
                    break;
                }
            }
        }
        return 0;
    }

    @Override
    List<Tally> whole(List<Tally> latest) {
        require("--by", dimension == null ? null : pair(dimension), latest, Tally::getDimension);
        require("--measure", measure, latest, Tally::getMeasure);
        require("--selection", selection, latest, Tally::getSelection);
        return latest;
    }

    @Override
    List<Tally> chosen(List<Tally> all) {
        return all.stream().filter(this::isWanted).sorted(ORDER).toList();
    }

    /** A word that no tally has is a slip of the pen, not an empty answer. */
    private static void require(String option, @Nullable String asked, List<Tally> all, Function<Tally, String> word) {
        Set<String> known = all.stream().map(word).collect(Collectors.toCollection(TreeSet::new));
        if (asked != null && !known.isEmpty() && !known.contains(asked)) {
            String meant = Nearest.to(asked, known)
                    .map(" (did you mean %s?)"::formatted)
                    .orElse("");
            throw new CannotRun(
                    "no tally has %s %s%s; there are: %s".formatted(option, asked, meant, String.join(", ", known)));
        }
    }

    private boolean isWanted(Tally tally) {
        return isAsked(window, tally.getWindow())
                && isAsked(dimension == null ? null : pair(dimension), tally.getDimension())
                && isAsked(measure, tally.getMeasure())
                && isAsked(selection, tally.getSelection())
                && isAsked(value, tally.getValue());
    }

    /** Keyboards have no ×. */
    private static String pair(String dimension) {
        return dimension.replaceAll("(?<=[a-zA-Z]) ?, ?(?=[a-zA-Z])", "×");
    }
}
