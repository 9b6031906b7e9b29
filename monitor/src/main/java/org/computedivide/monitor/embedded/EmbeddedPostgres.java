package org.computedivide.monitor.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.monitor.CannotRun;

/**
 * A PostgreSQL server in processes of its own, on the loopback address. The directory holds the unpacked server and its
 * data; both are kept.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String LOCK = "postmaster.pid";
    private static final String WHOLE = "whole";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final Guard guard;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, Guard guard) {
        this.server = server;
        this.guard = guard;
    }

    /**
     * Unpacks and initialises at the first start; ends what a crash of ours left running; returns when it answers.
     *
     * @throws CannotRun when it does not start
     */
    public static EmbeddedPostgres start(Path directory, int port) {
        Path data = directory.resolve("data");
        try {
            Files.createDirectories(directory);
            clearAway(directory, data);
            discardHalfMade(directory, data);
            var server = builder(directory, data, port).start();
            Files.writeString(directory.resolve(WHOLE), "This server has been ready once; its files are whole.\n");
            return new EmbeddedPostgres(server, Guard.over(pid(data), "INT"));
        } catch (IOException | IllegalStateException e) {
            throw new CannotRun(
                    "the embedded PostgreSQL did not start in %s: %s; its words are in %s, and --postgres URL uses a server of your own"
                            .formatted(directory, e.getMessage(), log(directory)),
                    e);
        }
    }

    /** Address for JDBC, with the user; there is no password, as only this machine is listened to. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(server.getPort());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new CannotRun("the embedded PostgreSQL did not stop: " + e.getMessage(), e);
        } finally {
            guard.close();
        }
    }

    private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder builder(
            Path directory, Path data, int port) {
        var log = ProcessBuilder.Redirect.appendTo(log(directory).toFile());
        return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setLocaleConfig("locale", "C")
                // The library starts it for tests, without fsync. A late commit is safe: rows and offsets are lost
                // together.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("max_connections", "50")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("unix_socket_directories", "")
                .setErrorRedirector(log)
                .setOutputRedirector(log)
                .setPGStartupWait(Duration.ofSeconds(30));
    }

    private static Path log(Path directory) {
        return directory.resolve("postgres.log");
    }

    /** A server that outlived a crash of ours is ended; a lock file whose process is another program is removed. */
    private static void clearAway(Path directory, Path data) throws IOException {
        Path lock = data.resolve(LOCK);
        if (!Files.exists(lock)) {
            return;
        }
        Optional<ProcessHandle> left = ProcessHandle.of(pid(data)).filter(process -> isOurs(process, directory));
        if (left.isPresent()) {
            Guard.end(left.get(), PATIENCE);
        }
        Files.deleteIfExists(lock);
    }

    /** A first start that was cut off leaves half a server or half a cluster, which neither would mend. */
    private static void discardHalfMade(Path directory, Path data) throws IOException {
        if (Files.exists(directory.resolve(WHOLE))) {
            return;
        }
        delete(data);
        try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(directory, "PG-*")) {
            for (Path server : unpacked) {
                delete(server);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static boolean isOurs(ProcessHandle process, Path directory) {
        String command = process.info().command().orElse("");
        return Path.of(command).startsWith(directory.toAbsolutePath())
                && command.toLowerCase(Locale.ROOT).contains("postgres");
    }

    private static long pid(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve(LOCK), StandardCharsets.UTF_8);
        try {
            return lines.isEmpty() ? -1 : Long.parseLong(lines.get(0).strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
