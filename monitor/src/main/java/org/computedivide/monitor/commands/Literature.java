package org.computedivide.monitor.commands;

import java.util.Comparator;
import java.util.List;
import org.computedivide.avro.LiteratureClaim;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.output.Column;
import picocli.CommandLine.Command;

/** Published claims with our numbers. */
@Command(
        name = "literature",
        description = "Print what was published on the compute divide, and what it is by our count.")
public final class Literature extends LatestCommand<LiteratureClaim> {

    public Literature() {
        super(
                Topics.LITERATURE,
                Column.of("id", 24, "id"),
                Column.of("published", 40, "published"),
                Column.of("standing", 16, "standing"),
                Column.of("nearest definition", 60, "figures.0.definition"),
                Column.figure("number", "figures.0.value"),
                Column.of("unit", 8, "figures.0.unit"),
                Column.figure("low", "figures.0.low"),
                Column.figure("high", "figures.0.high"),
                Column.of("n", 6, "figures.0.n"),
                Column.of("unknown", 8, "figures.0.unknown"));
    }

    @Override
    List<LiteratureClaim> chosen(List<LiteratureClaim> all) {
        return all.stream()
                .sorted(Comparator.comparing(LiteratureClaim::getPlace))
                .toList();
    }
}
