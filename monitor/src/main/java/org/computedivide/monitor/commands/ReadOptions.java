package org.computedivide.monitor.commands;

import java.io.PrintWriter;
import java.util.List;
import org.computedivide.monitor.output.Column;
import org.computedivide.monitor.output.Format;
import org.computedivide.monitor.output.RowWriter;
import org.computedivide.monitor.reading.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of every command that prints rows. */
final class ReadOptions extends SettingOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table, json, jsonl or csv (default: table)")
    private Format format = Format.TABLE;

    /** The servers to read from. */
    Reading open() {
        return open(commandSpec());
    }

    /** The servers to read from, with the database. */
    Reading openWithDatabase() {
        return openWithDatabase(commandSpec());
    }

    RowWriter writer(List<Column> columns) {
        return format.writer(out(), columns);
    }

    PrintWriter out() {
        return commandSpec().commandLine().getOut();
    }

    private CommandSpec commandSpec() {
        if (command == null) {
            throw new IllegalStateException("the command line was not parsed");
        }
        return command;
    }
}
