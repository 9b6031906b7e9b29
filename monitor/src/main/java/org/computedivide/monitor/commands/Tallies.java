package org.computedivide.monitor.commands;

import org.computedivide.avro.Tally;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.output.Column;
import picocli.CommandLine.Command;

/** Every tally as it stands. */
@Command(name = "tallies", description = "Print every tally as it stands now.")
public final class Tallies extends LatestCommand<Tally> {

    public Tallies() {
        super(
                Topics.TALLIES,
                Column.of("measure", 14, "measure"),
                Column.of("selection", 14, "selection"),
                Column.of("dimension", 22, "dimension"),
                Column.of("value", 28, "value"),
                Column.of("window", 10, "window"),
                Column.of("day", 10, "day"),
                Column.of("number", 22, "number"),
                Column.of("low", 22, "low"),
                Column.of("high", 22, "high"),
                Column.of("unit", 10, "unit"),
                Column.of("members", 7, "members"),
                Column.of("unknown", 7, "unknown"));
    }
}
