package org.computedivide.monitor.commands;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.computedivide.monitor.reading.Reading;
import org.computedivide.monitor.settings.MonitorSettings;
import org.computedivide.monitor.settings.Setting;
import org.computedivide.monitor.settings.SettingsReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options that every command with a data directory has. */
public class SettingOptions {

    private final Map<Setting, String> flags = new EnumMap<>(Setting.class);

    @Option(names = "--config", paramLabel = "FILE", description = "file of settings (default: divide.yaml)")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "directory that everything is kept in (default: data)")
    void data(String value) {
        flags.put(Setting.DATA, value);
    }

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "a Kafka cluster of your own (default: an embedded broker)")
    void kafka(String value) {
        flags.put(Setting.KAFKA, value);
    }

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "a schema registry of your own (default: an embedded one)")
    void registry(String value) {
        flags.put(Setting.REGISTRY, value);
    }

    @Option(
            names = "--postgres",
            paramLabel = "JDBC-URL",
            description = "a PostgreSQL of your own (default: an embedded one)")
    void postgres(String value) {
        flags.put(Setting.POSTGRES, value);
    }

    /** Notes what a command of its own set. */
    final void flag(Setting setting, String value) {
        flags.put(setting, value);
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

    /** Flags, environment and file joined. */
    final MonitorSettings read() {
        Path file = config == null ? Path.of(System.getenv().getOrDefault("DIVIDE_CONFIG", "divide.yaml")) : config;
        return SettingsReader.read(flags, System.getenv(), file);
    }
}
