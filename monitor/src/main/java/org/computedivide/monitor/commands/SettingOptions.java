package org.computedivide.monitor.commands;

import java.io.PrintWriter;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.monitor.settings.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options of every command that runs servers or reads from them. */
public class SettingOptions extends FileOptions {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "a Kafka cluster of your own (default: an embedded broker)")
    void kafka(String value) {
        flag(Setting.KAFKA, value);
    }

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "a schema registry of your own (default: an embedded one)")
    void registry(String value) {
        flag(Setting.REGISTRY, value);
    }

    @Option(
            names = "--postgres",
            paramLabel = "JDBC-URL",
            description = "a PostgreSQL of your own (default: an embedded one)")
    void postgres(String value) {
        flag(Setting.POSTGRES, value);
    }

    /** The servers to read from; what takes long is said on standard error. */
    final Reading open(CommandSpec command) {
        return open(command, false);
    }

    /** The servers to read from, with the database. */
    final Reading openWithDatabase(CommandSpec command) {
        return open(command, true);
    }

    private Reading open(CommandSpec command, boolean database) {
        PrintWriter err = command.commandLine().getErr();
        return Reading.open(read(), database, notice -> {
            err.println(notice);
            err.flush();
        });
    }
}
