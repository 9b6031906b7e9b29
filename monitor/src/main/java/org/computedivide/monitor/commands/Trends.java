package org.computedivide.monitor.commands;

import org.computedivide.avro.Trend;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.output.Column;
import picocli.CommandLine.Command;

/** Every trend as it stands. */
@Command(name = "trends", description = "Print how fast training compute grows, by selection.")
public final class Trends extends LatestCommand<Trend> {

    public Trends() {
        super(
                Topics.TRENDS,
                Column.of("trend", 16, "trend"),
                Column.of("selection", 28, "selection"),
                Column.of("n", 6, "n"),
                Column.of("doublingMonths", 20, "doublingMonths"),
                Column.of("low", 20, "low"),
                Column.of("high", 20, "high"),
                Column.of("from", 10, "from"),
                Column.of("to", 10, "to"));
    }
}
