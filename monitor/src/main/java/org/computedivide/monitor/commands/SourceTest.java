package org.computedivide.monitor.commands;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Rejected;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.clock.Clocks;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.Format;
import org.computedivide.monitor.output.RowWriter;
import org.computedivide.monitor.output.Terminal;
import org.computedivide.monitor.running.ModelPapers;
import org.computedivide.monitor.settings.MonitorSettings;
import org.computedivide.monitor.settings.Nearest;
import org.computedivide.producers.SourceTrial;
import org.computedivide.producers.source.SourceInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks sources once and writes nothing. */
@Command(
        name = "test",
        description = {
            "Ask sources once, as at a first start, and print what they would emit, without writing anything.",
            "What would be refused, and why, goes to standard error. Ends with 1 when a source cannot be read."
        })
public final class SourceTest implements Callable<Integer> {

    private static final List<Column> COLUMNS = List.of(
            Column.of("source", 14, "source"),
            Column.of("publishedAt", 20, "publishedAt"),
            Column.of("title", 60, "title"),
            Column.of("characters", 10, "textLength"),
            Column.of("url", 60, "url"));

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private WebOptions options = new WebOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table, json, jsonl or csv (default: table)")
    private Format format = Format.TABLE;

    @Option(
            names = "--items",
            paramLabel = "N",
            defaultValue = "5",
            description = "how many items are read with their own pages or files (default: 5)")
    private int items;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "sources, as ./divide sources lists them")
    private List<String> ids = List.of();

    @Override
    public Integer call() throws InterruptedException {
        MonitorSettings settings = options.read();
        SourceTrial trial = trial(settings);
        ids.forEach(id -> check(id, trial));
        boolean failed = false;
        try (RowWriter rows = format.writer(spec.commandLine().getOut(), COLUMNS)) {
            for (String id : ids) {
                SourceTrial.Result result = trial.of(id, items);
                for (Observation observation : result.observations()) {
                    rows.write(PlainJson.write(observation));
                }
                failed |= said(id, result);
            }
        }
        return failed ? 1 : 0;
    }

    private static SourceTrial trial(MonitorSettings settings) {
        InstantSource clock = Clocks.open(settings.clock(), settings.data(), InstantSource.system());
        try {
            return new SourceTrial(settings.sources(), clock, new ModelPapers());
        } catch (IllegalArgumentException e) {
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        }
    }

    private static void check(String id, SourceTrial trial) {
        List<String> known = trial.sources().stream().map(SourceInfo::id).toList();
        if (!known.contains(id)) {
            throw new CannotRun("there is no source %s%s"
                    .formatted(
                            id,
                            Nearest.to(id, known)
                                    .map(nearest -> "; did you mean " + nearest + "?")
                                    .orElse("; there are "
                                            + String.join(
                                                    ", ",
                                                    known.stream().sorted().toList()))));
        }
    }

    /** Says on standard error how it went; whether the source could not be read. */
    private boolean said(String id, SourceTrial.Result result) {
        PrintWriter err = spec.commandLine().getErr();
        for (Rejected rejected : result.rejected()) {
            err.println(Terminal.safe("refused (%s): %s".formatted(rejected.getReason(), rejected.getDetail())));
        }
        Optional<String> problem = result.problem();
        err.println(Terminal.safe("%s: %d items, %d refused%s"
                .formatted(
                        id,
                        result.observations().size(),
                        result.rejected().size(),
                        problem.map(words -> "; not read to its end: " + words).orElse(""))));
        err.flush();
        return problem.isPresent();
    }
}
