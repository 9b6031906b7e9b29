package org.computedivide.monitor.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Statement;
import org.computedivide.avro.json.PlainJson;
import org.computedivide.avro.topics.Topics;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.RowWriter;
import org.computedivide.monitor.reading.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the operator knows better: written to the log of record with a reason, as any source is. */
@Command(
        name = "operator",
        description = {
            "Say what you know better than the rules, with a reason.",
            "It is written to the log of record, and everything that follows from it changes by itself."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {})
public final class Operator {

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", 20, "nativeId"),
            Column.of("state", 9, "state"),
            Column.of("observedAt", 24, "observedAt"),
            Column.of("said", 80, "title"),
            Column.of("reason", 80, "text"));

    @Command(
            name = "join",
            description = {
                "Say that things are one release.",
                "A thing is source/id as in the log, a repository id, an arXiv id, an address, or the name of a release."
            })
    int join(
            @Mixin ReadOptions options,
            @Parameters(paramLabel = "THING", arity = "2..*", description = "what belongs together")
                    List<String> things,
            @Option(names = "--reason", required = true, description = "why; shown with the release") String reason) {
        return write(options, subjects -> List.of(OperatorSays.join(subjects.all(things), reason)));
    }

    @Command(
            name = "part",
            description = {
                "Say that things are not the release that the last of them belongs to.",
                "Those before the last leave it together, and stay together where the rules join them."
            })
    int part(
            @Mixin ReadOptions options,
            @Parameters(paramLabel = "THING", arity = "2..*", description = "what leaves, and last what it leaves")
                    List<String> things,
            @Option(names = "--reason", required = true, description = "why; shown with the release") String reason) {
        return write(options, subjects -> List.of(OperatorSays.part(subjects.all(things), reason)));
    }

    @Command(
            name = "correct",
            description = {
                "Give a value by hand: it goes before all that sources say of this field, until it is withdrawn.",
                "Numbers in plain units (parameters, tokens, hours, FLOP): 7e9; the name of a chip for accelerator."
            })
    int correct(
            @Mixin ReadOptions options,
            @Parameters(paramLabel = "THING", description = "source/id, a repository id, an address, a release")
                    String thing,
            @Parameters(paramLabel = "FIELD", description = "for example parameters, trainingTokens, trainingCompute")
                    String field,
            @Parameters(paramLabel = "VALUE", description = "the true value") String value,
            @Option(names = "--reason", required = true, description = "why; shown with the release") String reason) {
        Statement statement = CorrectedField.statement(field, value);
        return write(options, subjects -> {
            Subjects.Subject subject = subjects.find(thing);
            String title = "%s of %s is %s".formatted(field, subject.title(), value);
            return List.of(OperatorSays.correction(subject, statement, title, reason));
        });
    }

    @Command(
            name = "apply",
            description = {
                "Say everything that stands in a file: CSV with the columns action (join or part), a, b, reason.",
                "A file that was applied before adds only what is new in it."
            })
    int apply(@Mixin ReadOptions options, @Parameters(paramLabel = "FILE") Path file) {
        List<OverrideRow> rows = read(file);
        return write(
                options,
                subjects -> rows.stream().map(row -> row.said(subjects)).toList());
    }

    @Command(name = "list", description = "Print what the operator said, newest version of each.")
    int list(@Mixin ReadOptions options) {
        try (Reading reading = options.open();
                RowWriter rows = options.writer(COLUMNS)) {
            OperatorDesk.said(reading.topics()).values().forEach(one -> rows.write(PlainJson.write(one)));
        }
        return 0;
    }

    @Command(name = "withdraw", description = "Take back what was said; the rules decide again.")
    int withdraw(
            @Mixin ReadOptions options,
            @Parameters(paramLabel = "ID", description = "as printed by: divide operator list") String id) {
        try (Reading reading = options.open();
                OperatorDesk desk = OperatorDesk.open(reading, options)) {
            Observation said = OperatorDesk.said(reading.topics()).get(id);
            if (said == null) {
                throw new CannotRun(
                        "the operator said nothing with the id %s; see: divide operator list".formatted(id));
            }
            report(options, desk.write(List.of(OperatorSays.withdrawn(said))));
        }
        return 0;
    }

    private interface Saying {
        List<Observation> about(Subjects subjects);
    }

    private static int write(ReadOptions options, Saying saying) {
        try (Reading reading = options.open()) {
            var subjects = new Subjects(
                    reading.topics().latest(Topics.EVIDENCE), reading.topics().latest(Topics.RELEASES));
            List<Observation> said = saying.about(subjects);
            try (OperatorDesk desk = OperatorDesk.open(reading, options)) {
                report(options, desk.write(said));
            }
        }
        return 0;
    }

    private static void report(ReadOptions options, List<Observation> written) {
        if (written.isEmpty()) {
            options.out().println("Nothing new: all of it was said before.");
        }
        written.forEach(
                one -> options.out().println(one.getNativeId() + "  " + one.getState() + "  " + one.getTitle()));
        options.out().flush();
    }

    private static List<OverrideRow> read(Path file) {
        try {
            return new ArrayList<>(OverrideRow.read(Files.readString(file)));
        } catch (IOException e) {
            throw new CannotRun("cannot read %s: %s".formatted(file, e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new CannotRun("%s: %s; nothing was written".formatted(file, e.getMessage()), e);
        }
    }
}
