package org.computedivide.monitor.commands;

import org.computedivide.avro.SourceHealth;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.output.Column;
import picocli.CommandLine.Command;

/** How each source is doing. */
@Command(name = "sources", description = "Print how each source is doing and when it is asked next.")
public final class SourcesCommand extends LatestCommand<SourceHealth> {

    public SourcesCommand() {
        super(
                Topics.SOURCES,
                Column.of("source", 20, "source"),
                Column.of("state", 12, "state"),
                Column.of("items", 8, "items"),
                Column.of("errors", 6, "errors"),
                Column.of("rejected", 8, "rejected"),
                Column.of("lastSuccess", 24, "lastSuccess"),
                Column.of("nextAttempt", 24, "nextAttempt"),
                Column.of("message", 60, "message"));
    }
}
