package org.computedivide.sinks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.Utils;
import org.jdbi.v3.core.Jdbi;

/** A real PostgreSQL in a directory of its own; each test takes a fresh database in it. */
public final class TestPostgres implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EmbeddedPostgres server;
    private final Path directory;

    private TestPostgres(EmbeddedPostgres server, Path directory) {
        this.server = server;
        this.directory = directory;
    }

    public static TestPostgres start() throws IOException {
        Path directory = Files.createTempDirectory("sinks-postgres");
        return new TestPostgres(
                EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(directory.toFile())
                        .setServerConfig("unix_socket_directories", "")
                        .start(),
                directory);
    }

    /** Settings for a database that nobody has used. */
    public SinksSettings freshDatabase() {
        String name = "test" + COUNT.incrementAndGet();
        Jdbi.create(server.getPostgresDatabase()).useHandle(handle -> handle.execute("create database " + name));
        return new SinksSettings(server.getJdbcUrl("postgres", name), "postgres", new Secret("postgres"));
    }

    @Override
    public void close() throws IOException {
        server.close();
        Utils.delete(directory.toFile());
    }
}
