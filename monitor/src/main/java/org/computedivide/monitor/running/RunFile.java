package org.computedivide.monitor.running;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.computedivide.monitor.CannotRun;
import org.jspecify.annotations.Nullable;

/**
 * What a running monitor tells other commands of the same data directory: {@code divide.run.json}. It stays after the
 * monitor has ended, so that the next start can take the same ports.
 *
 * @param pid the process
 * @param startedAt when that process began, milliseconds since 1970: tells it from a later process of the same number
 * @param kafka host:port
 * @param registry address of the schema registry's API
 * @param postgres JDBC address
 * @param page address of the web page; null while only commands use the parts
 */
public record RunFile(
        long pid,
        long startedAt,
        String kafka,
        URI registry,
        String postgres,
        @Nullable URI page) {

    /** No monitor has run yet. */
    static final RunFile NONE = new RunFile(-1, 0, "", URI.create(""), "", null);

    private static final Pattern PORT = Pattern.compile(":([0-9]{1,5})(?=/|$)");

    private static final ObjectMapper MAPPER =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /** Describes this process. */
    public static RunFile ofThisProcess(Addresses servers, @Nullable URI page) {
        ProcessHandle self = ProcessHandle.current();
        String postgres = servers.postgres() == null ? "" : servers.postgres();
        return new RunFile(self.pid(), startOf(self), servers.kafka(), servers.registry(), postgres, page);
    }

    /** The monitor that runs on a data directory now. */
    public static Optional<RunFile> find(Path data) {
        return last(data).filter(RunFile::isAlive);
    }

    /** The monitor that ran last on a data directory, alive or not. */
    public static Optional<RunFile> last(Path data) {
        try {
            return Optional.of(MAPPER.readValue(file(data).toFile(), RunFile.class));
        } catch (IOException e) {
            return Optional.empty(); // never started, or cut off by a crash: the same as unknown
        }
    }

    /** Writes the file in one step: a reader sees the old one or the new one. */
    public void write(Path data) {
        Path whole = file(data);
        Path part = data.resolve("divide.run.json.part");
        try {
            Files.write(part, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            throw new CannotRun("the data directory " + data + " has disappeared", e);
        } catch (IOException e) {
            throw new CannotRun("cannot write " + whole + ": " + e.getMessage(), e);
        }
    }

    /** The addresses of its servers. */
    public Addresses addresses() {
        return new Addresses(kafka, registry, postgres);
    }

    int kafkaPort() {
        return port(kafka);
    }

    int registryPort() {
        return port(registry.toString());
    }

    int postgresPort() {
        return port(postgres);
    }

    int pagePort() {
        return page == null ? 0 : port(page.toString());
    }

    /** The last number after a colon; 0 when there is none. */
    private static int port(String address) {
        return PORT.matcher(address)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .reduce(0, (first, second) -> second);
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(process -> process.isAlive() && startOf(process) == startedAt)
                .isPresent();
    }

    private static Path file(Path data) {
        return data.resolve("divide.run.json");
    }

    private static long startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
    }
}
