package org.computedivide.sinks;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.sinks.postgres.Database;
import org.computedivide.sinks.postgres.TableSink;
import org.computedivide.sinks.postgres.WriterHealth;
import org.computedivide.sinks.web.WebPage;

/** The tables and the web page, in one piece. */
public final class Sinks implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Database database;
    private final TableSink tables;
    private final WebPage page;

    /**
     * Nothing runs yet.
     *
     * @param settings database and port
     * @param bootstrapServers the Kafka cluster
     * @param serdes how the values of topics are read
     * @param clock the monitor's clock
     * @param others who else of this process writes what the page shows
     */
    public Sinks(
            SinksSettings settings,
            String bootstrapServers,
            TopicSerdes serdes,
            InstantSource clock,
            Supplier<List<WriterHealth>> others) {
        this.database = new Database(settings);
        this.page = new WebPage(
                settings,
                database,
                () -> Stream.concat(health().stream(), others.get().stream()).toList());
        this.tables = new TableSink(database, bootstrapServers, serdes, page.listener(), clock);
    }

    /**
     * Starts the page at once and the writers in the background: they wait for database and topics by themselves.
     *
     * @throws IllegalStateException when the port of the page is taken
     */
    public void start() {
        page.start();
        tables.start();
    }

    /** Waits until every writer follows its topics; false when that takes longer than the patience. */
    public boolean awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!health().stream().allMatch(WriterHealth::isFollowing)) {
            if (System.nanoTime() > deadline || !paused()) {
                return false;
            }
        }
        return true;
    }

    /** Where the page is. */
    public URI webAddress() {
        return page.address();
    }

    /** How each writer of the tables is doing. */
    public List<WriterHealth> health() {
        return tables.health();
    }

    @Override
    public void close() {
        tables.close();
        page.close();
        database.close();
    }

    private static boolean paused() {
        try {
            Thread.sleep(LOOK_AGAIN.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
