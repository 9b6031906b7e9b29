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
import org.computedivide.monitor.past.Moment;
import org.computedivide.monitor.past.Past;
import org.computedivide.monitor.past.PastFiles;
import org.computedivide.monitor.past.PastSchema;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.monitor.replay.FactsFile;
import org.computedivide.monitor.replay.Figures;
import org.computedivide.monitor.replay.Rehearsal;
import org.computedivide.monitor.replay.Replay;
import org.computedivide.monitor.running.DatabaseLogin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The past, or tables of known facts, through the line again. */
@Command(
        name = "replay",
        description = {
            "With --facts: run a table of facts in Epoch AI's columns through the topologies on a broker of its own.",
            "Each row is a release of its own, as written; given several times, the tables are states of one table, in order.",
            "With --observations: run observations (as divide observations --format jsonl prints them) through the whole line.",
            "With --as-of: make every table again from the log of record as it was known at a moment, by the methods of today;",
            "the tables of today are left alone."
        },
        footer = {"", "Example: divide replay --as-of 2026-03-02 --schema known_2026_03_02"})
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

        @Option(
                names = "--as-of",
                paramLabel = "INSTANT",
                description = "the log; what was observed before it: 2026-03-02T00:00:00Z, or a day for its beginning")
        private @Nullable String asOf;
    }

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "with --as-of: into tables of this schema of the database")
    private @Nullable String schema;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "with --as-of: into files of JSON lines, one for each table")
    private @Nullable Path folder;

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
        if (what.asOf != null) {
            say(known(what.asOf));
            return 0;
        }
        if (schema != null || folder != null) {
            throw new CannotRun(
                    "--schema and --out belong to --as-of; what else is replayed is written by --rows DIRECTORY");
        }
        Replay.Outcome outcome = what.observations == null
                ? Replay.of(what.facts.stream().map(FactsFile::read).toList())
                : rehearsed(what.observations);
        if (figures != null) {
            writeFigures(outcome, figures);
        }
        if (rows != null) {
            new ReplayedRows(outcome).write(rows);
        }
        say("%d releases, %d tallies, %d trends, %d corrections"
                .formatted(
                        outcome.releases().size(),
                        outcome.tallies().size(),
                        outcome.trends().size(),
                        outcome.corrections().size()));
        return 0;
    }

    private String known(String asOf) {
        if (schema == null && folder == null) {
            throw new CannotRun("say where the tables shall go: --schema NAME, --out DIR, or both");
        }
        Moment moment = Moment.parse(asOf);
        try (Reading reading = schema == null ? settings.open(spec) : settings.openWithDatabase(spec)) {
            Past past = Past.read(reading, moment);
            if (schema != null) {
                new PastSchema(DatabaseLogin.of(reading.servers().jdbc()), schema).write(past);
            }
            if (folder != null) {
                new PastFiles(folder).write(past);
            }
            return "%d releases, %d tallies, %d trends, as known before %s by the methods of today"
                    .formatted(
                            past.releases().size(),
                            past.tallies().size(),
                            past.trends().size(),
                            moment.instant());
        }
    }

    private void say(String words) {
        spec.commandLine().getOut().println(words);
        spec.commandLine().getOut().flush();
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
