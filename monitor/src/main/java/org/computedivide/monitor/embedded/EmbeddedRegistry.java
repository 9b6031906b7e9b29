package org.computedivide.monitor.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.computedivide.monitor.CannotRun;

/**
 * Apicurio Registry in a Java process of its own, on the loopback address. Subjects and ids live in an H2 file in its
 * directory, so that bytes written today can be read after any restart.
 */
public final class EmbeddedRegistry implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String API = "/apis/registry/v2";

    private final Process process;
    private final Guard guard;
    private final Path pidFile;
    private final URI address;

    private EmbeddedRegistry(Process process, Guard guard, Path pidFile, URI address) {
        this.process = process;
        this.guard = guard;
        this.pidFile = pidFile;
        this.address = address;
    }

    /**
     * Ends what a crash of ours left running; returns when the registry answers.
     *
     * @param program the folder that the build unpacked the registry into
     * @throws CannotRun when it does not start
     */
    public static EmbeddedRegistry start(Path program, Path directory, int port) {
        Path log = directory.resolve("registry.log");
        try {
            Files.createDirectories(directory);
            Path pidFile = directory.resolve("registry.pid");
            clearAway(pidFile, directory);
            Process process = launch(command(runner(program), directory, port), log);
            Files.writeString(pidFile, Long.toString(process.pid()));
            var registry = new EmbeddedRegistry(
                    process, Guard.over(process.pid(), "KILL"), pidFile, URI.create("http://127.0.0.1:" + port + API));
            registry.awaitReady(log);
            return registry;
        } catch (IOException e) {
            throw new CannotRun(
                    "the embedded schema registry did not start in " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Where serdes find it. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        Guard.end(process.toHandle(), STOP);
        guard.close();
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new CannotRun("cannot remove " + pidFile + ": " + e.getMessage(), e);
        }
    }

    private static Path runner(Path program) throws IOException {
        try (Stream<Path> files = Files.list(program)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new CannotRun("the schema registry is missing from " + program
                            + "; build again with: mvn -DskipTests package"));
        }
    }

    private static List<String> command(Path runner, Path directory, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.datasource.jdbc.url=" + database(directory),
                "-jar",
                runner.toString());
    }

    /** A new schema is on the disk within milliseconds, not half a second: a killed registry must know what values name. */
    private static String database(Path directory) {
        return "jdbc:h2:file:" + directory.toAbsolutePath().resolve("registry") + ";WRITE_DELAY=10";
    }

    /** Started through a shell that ignores Ctrl-C, so that the registry outlives those who still write through it. */
    private static Process launch(List<String> command, Path log) throws IOException {
        var words = Stream.concat(Stream.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh"), command.stream());
        return new ProcessBuilder(words.toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Whatever runs on this directory is left from a crash; it may have come before the number of the process was noted. */
    private static void clearAway(Path pidFile, Path directory) throws IOException {
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            processes.filter(process -> isOurs(process, directory)).forEach(left -> Guard.end(left, STOP));
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isOurs(ProcessHandle process, Path directory) {
        String ours = database(directory);
        return process.info()
                .arguments()
                .map(List::of)
                .filter(arguments -> arguments.stream().anyMatch(argument -> argument.endsWith(ours)))
                .isPresent();
    }

    private void awaitReady(Path log) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        var question = HttpRequest.newBuilder(address.resolve(API + "/system/info"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + START.toNanos();
        while (!answers(client, question)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new CannotRun("the embedded schema registry did not become ready; its words are in " + log
                        + ", and --registry URL uses a server of your own");
            }
        }
    }

    private boolean answers(HttpClient client, HttpRequest question) {
        try {
            if (client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                return true;
            }
        } catch (IOException e) {
            // not listening yet
        } catch (InterruptedException e) {
            close();
            throw new CannotRun("interrupted while the schema registry was starting", e);
        }
        LockSupport.parkNanos(POLL.toNanos());
        return false;
    }
}
