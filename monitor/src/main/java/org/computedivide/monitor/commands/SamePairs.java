package org.computedivide.monitor.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.computedivide.monitor.CannotRun;
import org.computedivide.streams.rules.Same;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The rules of identity over a file of pairs. */
@Command(
        name = "same",
        description = {
            "Read pairs of observations as JSON lines {\"case\", \"a\", \"b\"} and say of each whether both are about one model.",
            "Prints {\"case\", \"same\", \"sameFamily\", \"reason\"}; a line that cannot be read gives {\"line\", \"error\"}."
        })
public final class SamePairs implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "default: standard input")
    private @Nullable Path file;

    @Override
    public Integer call() {
        try (BufferedReader in = input()) {
            int refused = new Same().run(in, spec.commandLine().getOut());
            if (refused > 0) {
                spec.commandLine().getErr().println("divide: %d lines could not be read".formatted(refused));
            }
            return 0;
        } catch (IOException e) {
            throw new CannotRun(
                    "cannot read %s: %s".formatted(file == null ? "standard input" : file, e.getMessage()), e);
        }
    }

    private BufferedReader input() throws IOException {
        return new BufferedReader(
                new InputStreamReader(file == null ? System.in : Files.newInputStream(file), StandardCharsets.UTF_8));
    }
}
