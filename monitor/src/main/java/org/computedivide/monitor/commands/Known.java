package org.computedivide.monitor.commands;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.past.Moment;
import org.computedivide.monitor.past.Past;
import org.computedivide.monitor.past.PastFiles;
import org.computedivide.monitor.past.PastSchema;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.monitor.running.DatabaseLogin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Every table as it was known at a moment. */
@Command(
        name = "known",
        description = {
            "Make every table again as it was known at a moment, from the log of record, by the methods of today.",
            "The tables of today are left alone."
        },
        footer = {"", "Example: divide known --as-of 2026-03-02 --schema known_2026_03_02"})
public final class Known implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private SettingOptions options = new SettingOptions();

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            required = true,
            description = "what was observed before it is known; 2026-03-02T00:00:00Z, or a day for its beginning")
    private String asOf = "";

    @Option(names = "--schema", paramLabel = "NAME", description = "into tables of this schema of the database")
    private @Nullable String schema;

    @Option(names = "--out", paramLabel = "DIR", description = "into files of JSON lines, one for each table")
    private @Nullable Path folder;

    @Override
    public Integer call() {
        if (schema == null && folder == null) {
            throw new CannotRun("say where the tables shall go: --schema NAME, --out DIR, or both");
        }
        Moment moment = Moment.parse(asOf);
        try (Reading reading = schema == null ? options.open(spec) : options.openWithDatabase(spec)) {
            Past past = Past.read(reading, moment);
            if (schema != null) {
                new PastSchema(DatabaseLogin.of(reading.servers().jdbc()), schema).write(past);
            }
            if (folder != null) {
                new PastFiles(folder).write(past);
            }
            say(past);
        }
        return 0;
    }

    private void say(Past past) {
        spec.commandLine()
                .getOut()
                .println("%d releases, %d tallies, %d trends, as known before %s by the methods of today"
                        .formatted(
                                past.releases().size(),
                                past.tallies().size(),
                                past.trends().size(),
                                past.moment().instant()));
        spec.commandLine().getOut().flush();
    }
}
