package org.computedivide.monitor.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.Format;
import org.computedivide.monitor.output.ParquetFile;
import org.computedivide.monitor.output.RowWriter;
import org.computedivide.monitor.reading.DatabaseTable;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.monitor.running.DatabaseLogin;
import org.computedivide.sinks.postgres.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A table as a file. */
@Command(
        name = "export",
        description = "Write a table or view into a file.",
        footer = {
            "",
            "epoch_models has the column names of Epoch AI's Data on AI Models: notebooks made for it run unchanged.",
            "Example: divide export epoch_models --format csv --out models.csv"
        })
public final class Export implements Callable<Integer> {

    /** What can be written. */
    enum FileFormat {
        CSV,
        PARQUET
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private SettingOptions options = new SettingOptions();

    @Parameters(
            paramLabel = "NAME",
            defaultValue = "epoch_models",
            description = "any table or view: releases, variants, tallies, epoch_models, … (default: epoch_models)")
    private String name = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORM",
            defaultValue = "csv",
            description = "csv or parquet (default: csv)")
    private FileFormat format = FileFormat.CSV;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "where it goes (default: NAME.csv or NAME.parquet here)")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Path file = out != null ? out : Path.of(name + "." + format.name().toLowerCase(Locale.ROOT));
        try (Reading reading = options.openWithDatabase(spec);
                var database =
                        new Database(DatabaseLogin.of(reading.servers().jdbc()).sinks(0));
                Handle handle = database.jdbi().open().begin()) {
            write(DatabaseTable.named(handle, name), file.toAbsolutePath());
            handle.commit();
        }
        spec.commandLine().getOut().println(file);
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** Written beside its place and moved there whole, so that nobody ever reads half a file. */
    private void write(DatabaseTable table, Path file) {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            if (format == FileFormat.CSV) {
                writeCsv(table, half);
            } else {
                writeParquet(table, half);
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException e) {
            throw new CannotRun("cannot write %s (%s); choose another file with --out FILE".formatted(file, e), e);
        } finally {
            remove(half);
        }
    }

    private static void writeCsv(DatabaseTable table, Path file) throws IOException {
        var columns = table.fields().stream()
                .map(field -> Column.of(field.name(), 0, field.name()))
                .toList();
        try (var text = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
                RowWriter rows = Format.CSV.writer(text, columns)) {
            table.read(rows::write);
            if (text.checkError()) {
                throw new IOException("the disk may be full");
            }
        }
    }

    private static void writeParquet(DatabaseTable table, Path file) throws IOException {
        try (var parquet = new ParquetFile(file, table.fields())) {
            table.read(row -> {
                try {
                    parquet.write(row);
                    return true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void remove(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            throw new CannotRun("cannot remove %s (%s); remove it by hand".formatted(half, e), e);
        }
    }
}
