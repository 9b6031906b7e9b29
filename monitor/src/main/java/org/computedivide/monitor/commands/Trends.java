package org.computedivide.monitor.commands;

import java.util.Comparator;
import java.util.List;
import org.computedivide.avro.Trend;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.output.Column;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trends as they stand. */
@Command(
        name = "trends",
        description = "Print how fast training compute grows, who is how many months behind, and what is next.")
public final class Trends extends LatestCommand<Trend> {

    @Option(
            names = "--trend",
            paramLabel = "TREND",
            description = "doubling-time, growth, landmark, frontier, lag, first-passed or projection")
    private @Nullable String trend;

    @Option(names = "--selection", paramLabel = "SELECTION", description = "runningTop10From2018, allWithCompute, …")
    private @Nullable String selection;

    public Trends() {
        super(
                Topics.TRENDS,
                Column.of("trend", 16, "trend"),
                Column.of("selection", 28, "selection"),
                Column.of("n", 6, "n"),
                Column.of("unknown", 8, "unknown"),
                Column.figure("doublingMonths", "doublingMonths"),
                Column.figure("number", "number"),
                Column.of("unit", 12, "unit"),
                Column.figure("low", "low"),
                Column.figure("high", "high"),
                Column.figure("growthPerYear", "growthPerYear"),
                Column.figure("r2", "r2"),
                Column.of("from", 10, "from"),
                Column.of("to", 10, "to"));
    }

    @Override
    List<Trend> chosen(List<Trend> all) {
        return all.stream()
                .filter(row -> isAsked(trend, row.getTrend()) && isAsked(selection, row.getSelection()))
                .sorted(Comparator.comparing(Trend::getTrend).thenComparing(Trend::getSelection))
                .toList();
    }
}
