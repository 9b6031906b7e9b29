package org.computedivide.monitor.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.replay.FactsFile;
import org.computedivide.monitor.replay.Figures;
import org.computedivide.monitor.replay.Replay;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tables of known facts through the topologies. */
@Command(
        name = "replay",
        description = {
            "Run a table of facts in Epoch AI's columns through the topologies on a broker of its own.",
            "Each row is a release of its own, as written; given several times, the tables are states of one table, in order."
        })
public final class ReplayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--facts", paramLabel = "FILE", required = true, description = "the table, as CSV")
    private List<Path> facts = new ArrayList<>();

    @Option(
            names = "--figures",
            paramLabel = "FILE",
            description = "write what follows from it: counts, shares, growth, concentration, as JSON")
    private @Nullable Path figures;

    @Option(
            names = "--rows",
            paramLabel = "DIRECTORY",
            description = "write releases, tallies, trends and corrections, one JSON object a line")
    private @Nullable Path rows;

    @Override
    public Integer call() {
        List<FactsFile> files = facts.stream().map(FactsFile::read).toList();
        Replay.Outcome outcome = Replay.of(files);
        if (figures != null) {
            writeFigures(outcome, figures);
        }
        if (rows != null) {
            new ReplayedRows(outcome).write(rows);
        }
        spec.commandLine()
                .getOut()
                .println("%d releases, %d tallies, %d trends, %d corrections"
                        .formatted(
                                outcome.releases().size(),
                                outcome.tallies().size(),
                                outcome.trends().size(),
                                outcome.corrections().size()));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static void writeFigures(Replay.Outcome outcome, Path file) {
        try {
            Path half = Files.createTempFile(file.toAbsolutePath().getParent(), "figures", ".json");
            new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValue(half.toFile(), new Figures(outcome.tallies(), outcome.trends()).all());
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CannotRun("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
