package org.computedivide.monitor.commands;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.computedivide.avro.Alert;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.RowWriter;
import org.computedivide.monitor.output.Terminal;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.monitor.settings.Nearest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The alert streams. */
@Command(
        name = "alerts",
        description = "Print alerts, or wait for them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {})
public final class Alerts {

    private static final List<Column> COLUMNS = List.of(
            Column.of("observedAt", 24, "observedAt"),
            Column.of("rule", 16, "rule"),
            Column.of("state", 9, "state"),
            Column.of("name", 32, "name"),
            Column.power("FLOP", "value"),
            Column.of("title", 80, "title"));

    @Command(name = "list", description = "Print the alerts so far, in the order of each stream.")
    int list(
            @Mixin ReadOptions options,
            @Parameters(
                            paramLabel = "NAME",
                            arity = "0..1",
                            description =
                                    "one stream: frontier-compute, threshold, open-weights, class-jump, oversized-family (default: all)")
                    @Nullable
                    String name) {
        List<Topic<Alert>> streams = name == null ? Topics.ALERTS : List.of(stream(name));
        try (Reading reading = options.open();
                RowWriter rows = options.writer(COLUMNS)) {
            for (Topic<Alert> stream : streams) {
                reading.topics().read(stream, alert -> rows.write(PlainJson.write(alert)));
            }
        }
        return 0;
    }

    @Command(name = "tail", description = "Print the alerts of one stream as they come, until Ctrl-C.")
    int tail(
            @Mixin ReadOptions options,
            @Parameters(
                            paramLabel = "NAME",
                            description = "frontier-compute, threshold, open-weights, class-jump or oversized-family")
                    String name,
            @Option(names = "--json", description = "one JSON object a line") boolean json,
            @Option(names = "--all", description = "begin with those there have been") boolean all) {
        Topic<Alert> stream = stream(name);
        Predicate<Alert> print = json ? alert -> line(options.out(), alert) : alert -> words(options.out(), alert);
        try (Reading reading = options.open()) {
            reading.topics().follow(stream, all, print);
        }
        return 0;
    }

    private static boolean line(PrintWriter out, Alert alert) {
        out.println(PlainJson.write(alert));
        return !out.checkError();
    }

    private static boolean words(PrintWriter out, Alert alert) {
        out.println(Terminal.safe(alert.getObservedAt() + "  " + mark(alert) + alert.getTitle()));
        out.println("  " + Terminal.safe(alert.getMessage()));
        alert.getProofs()
                .forEach(proof -> out.println(Terminal.safe("  “" + proof.getQuote() + "” " + proof.getUrl())));
        out.println("  " + Terminal.safe(alert.getUrl()));
        out.println();
        return !out.checkError();
    }

    private static String mark(Alert alert) {
        return alert.getState().equals("fired") ? "" : "[" + alert.getState() + "] ";
    }

    private static Topic<Alert> stream(String name) {
        Optional<Topic<Alert>> exact = Topics.ALERTS.stream()
                .filter(topic -> nameOf(topic).equals(name))
                .findFirst();
        List<String> names = Topics.ALERTS.stream().map(Alerts::nameOf).toList();
        return exact.orElseThrow(() -> new CannotRun("there is no alert stream %s%s"
                .formatted(
                        name,
                        Nearest.to(name, names)
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse("; there are " + String.join(", ", names)))));
    }

    private static String nameOf(Topic<Alert> topic) {
        return topic.name().replaceFirst("^divide\\.alerts\\.", "").replaceFirst("\\.v1$", "");
    }
}
