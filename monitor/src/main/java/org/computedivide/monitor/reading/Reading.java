package org.computedivide.monitor.reading;

import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;
import org.computedivide.monitor.CannotRun;
import org.computedivide.monitor.running.Addresses;
import org.computedivide.monitor.running.DataDirectory;
import org.computedivide.monitor.running.Parts;
import org.computedivide.monitor.running.Progress;
import org.computedivide.monitor.running.RunFile;
import org.computedivide.monitor.settings.MonitorSettings;
import org.jspecify.annotations.Nullable;

/** The servers a command reads from: those of the running monitor, the user's own, or embedded ones for the moment. */
public final class Reading implements AutoCloseable {

    private final Addresses servers;
    private final @Nullable DataDirectory data;
    private final @Nullable Parts parts;
    private final @Nullable URI page;

    private Reading(MonitorSettings settings, Addresses servers, @Nullable DataDirectory data, @Nullable Parts parts) {
        this.page = RunFile.last(settings.data()).map(RunFile::page).orElse(null);
        this.servers = servers;
        this.data = data;
        this.parts = parts;
    }

    /**
     * Finds the servers, or starts broker and registry on the data directory.
     *
     * @param database whether PostgreSQL is read as well
     * @param notice told what a user should know while waiting
     * @throws CannotRun when there is nothing to read
     */
    public static Reading open(MonitorSettings settings, boolean database, Consumer<String> notice) {
        if (settings.kafka() != null && settings.registry() != null && (!database || settings.postgres() != null)) {
            var own = new Addresses(settings.kafka(), settings.registry(), settings.postgres());
            return new Reading(settings, own, null, null);
        }
        Optional<RunFile> running = RunFile.find(settings.data());
        if (running.isPresent()) {
            requireTables(running.get(), database);
            return new Reading(settings, running.get().addresses(), null, null);
        }
        if (!Files.isDirectory(settings.data())) {
            throw new CannotRun("there is no data in %s yet; start the monitor once with: divide up --data %s"
                    .formatted(settings.data().toAbsolutePath().normalize(), settings.data()));
        }
        notice.accept("No monitor is running on " + settings.data() + ": starting what is needed to read it.");
        return startParts(settings, database);
    }

    public Addresses servers() {
        return servers;
    }

    public TopicReader topics() {
        return new TopicReader(servers);
    }

    /** The web page of the monitor that runs on the directory, or ran last. */
    public Optional<URI> page() {
        return Optional.ofNullable(page);
    }

    @Override
    public void close() {
        if (parts != null) {
            parts.close();
        }
        if (data != null) {
            data.close();
        }
    }

    private static void requireTables(RunFile running, boolean database) {
        if (database && running.postgres().isEmpty()) {
            throw new CannotRun("the monitor that runs there (process %d) keeps no tables; start it with all parts"
                    .formatted(running.pid()));
        }
    }

    private static Reading startParts(MonitorSettings settings, boolean database) {
        DataDirectory data = DataDirectory.open(settings.data());
        Parts parts = Parts.of(settings, data, Progress.silent());
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop")); // Ctrl-C while following
        try {
            return new Reading(settings, parts.start(database), data, parts);
        } catch (CannotRun e) {
            data.close();
            throw e;
        }
    }
}
