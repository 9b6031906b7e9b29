package org.computedivide.monitor.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.computedivide.avro.Observation;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.replay.FactsFile;
import org.computedivide.monitor.replay.Figures;
import org.computedivide.monitor.replay.Rehearsal;
import org.computedivide.monitor.replay.Replay;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tables of known facts through the topologies. */
@Command(
        name = "replay",
        description = {
            "Run a table of facts in Epoch AI's columns through the topologies on a broker of its own.",
            "Each row is a release of its own, as written; given several times, the tables are states of one table, in order.",
            "With --observations: run observations (as divide observations --format jsonl prints them) through the whole line."
        })
public final class ReplayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    /** What is run through. */
    private static final class What {
        @Option(names = "--facts", paramLabel = "FILE", description = "the table, as CSV")
        private List<Path> facts = new ArrayList<>();

        @Option(names = "--observations", paramLabel = "FILE", description = "observations, as JSON lines")
        private @Nullable Path observations;
    }

    @Option(names = "--shuffle", paramLabel = "SEED", description = "observations in another order, every fourth twice")
    private @Nullable Long shuffle;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "12",
            description = "of the observations (default: 12)")
    private int partitions = 12;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "1",
            description = "processes that run the topologies")
    private int instances = 1;

    @Option(names = "--kill", description = "kill the first instance when half of the observations are written")
    private boolean kill;

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
        Replay.Outcome outcome = what.observations == null
                ? Replay.of(what.facts.stream().map(FactsFile::read).toList())
                : rehearsed(what.observations);
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

    private Replay.Outcome rehearsed(Path file) {
        var order = shuffle == null ? OptionalLong.empty() : OptionalLong.of(shuffle);
        var json = new ObjectMapper();
        var observations = new ArrayList<Observation>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                observations.add(PlainJson.read(json.readTree(line), Observation.class));
            }
        } catch (IOException | PlainJson.WrongShape e) {
            throw new CannotRun(
                    "cannot read %s, line %d: %s".formatted(file, observations.size() + 1, e.getMessage()), e);
        }
        return new Rehearsal(partitions, instances, order, kill).of(observations);
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
