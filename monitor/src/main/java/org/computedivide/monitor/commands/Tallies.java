package org.computedivide.monitor.commands;

import java.util.Comparator;
import java.util.List;
import org.computedivide.avro.Tally;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.output.Column;
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
                    "affiliation, openness, country, domain, tier, total, …; pairs with a comma: affiliation,openness")
    private @Nullable String dimension;

    @Option(names = "--measure", paramLabel = "MEASURE", description = "releases, releaseShare, compute, …")
    private @Nullable String measure;

    @Option(names = "--selection", paramLabel = "SELECTION", description = "all, withCompute, …")
    private @Nullable String selection;

    @Option(names = "--value", paramLabel = "VALUE", description = "value of the dimension, for example industry")
    private @Nullable String value;

    private static final Comparator<Tally> ORDER = Comparator.comparing(Tally::getMeasure)
            .thenComparing(Tally::getSelection)
            .thenComparing(Tally::getDimension)
            .thenComparing(Tally::getWindow)
            .thenComparing(Tally::getValue);

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
    List<Tally> chosen(List<Tally> all) {
        return all.stream().filter(this::isWanted).sorted(ORDER).toList();
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
