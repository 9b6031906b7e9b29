package org.computedivide.monitor.commands;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.computedivide.monitor.settings.MonitorSettings;
import org.computedivide.monitor.settings.Setting;
import org.computedivide.monitor.settings.SettingsReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where settings and data lie: options that every command with settings has. */
class FileOptions {

    private final Map<Setting, String> flags = new EnumMap<>(Setting.class);

    @Option(names = "--config", paramLabel = "FILE", description = "file of settings (default: divide.yaml)")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "directory that everything is kept in (default: data)")
    void data(String value) {
        flags.put(Setting.DATA, value);
    }

    /** Notes what a command of its own set. */
    final void flag(Setting setting, String value) {
        flags.put(setting, value);
    }

    /** Flags, environment and file joined. */
    final MonitorSettings read() {
        Path file = config == null ? Path.of(System.getenv().getOrDefault("DIVIDE_CONFIG", "divide.yaml")) : config;
        return SettingsReader.read(flags, System.getenv(), file);
    }
}
