package org.computedivide.monitor.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.computedivide.monitor.CannotRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that reads JSON lines from a file or standard input and answers each with one. */
public abstract class LineWork implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "default: standard input")
    private @Nullable Path file;

    /**
     * Answers all lines.
     *
     * @return how many of them could not be read
     */
    abstract int run(BufferedReader in, PrintWriter out) throws IOException;

    @Override
    public Integer call() {
        try (BufferedReader in = input()) {
            int refused = run(in, spec.commandLine().getOut());
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
