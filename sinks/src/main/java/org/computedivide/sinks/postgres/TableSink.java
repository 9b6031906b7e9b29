package org.computedivide.sinks.postgres;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.computedivide.avro.topics.TopicSerdes;

/** Writes every published topic into its tables, until it is closed. */
public final class TableSink implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final DeadLetters deadLetters;
    private final List<TableWriter> writers;
    private final List<Thread> threads;

    public TableSink(
            Database database,
            String bootstrapServers,
            TopicSerdes serdes,
            TableListener listener,
            InstantSource clock) {
        this.deadLetters = new DeadLetters(bootstrapServers);
        var links = new SinkLinks(bootstrapServers, database, deadLetters, listener);
        this.writers = Feeds.byWriter(serdes).entrySet().stream()
                .map(writer -> new TableWriter(writer.getKey(), writer.getValue(), links, clock))
                .toList();
        this.threads = writers.stream()
                .map(writer -> new Thread(writer, "tables-" + writer.health().writer()))
                .toList();
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    /** How each writer is doing. */
    public List<WriterHealth> health() {
        return writers.stream().map(TableWriter::health).toList();
    }

    /** Records that this process has sent to the dead letters. */
    public long deadLetters() {
        return deadLetters.count();
    }

    @Override
    public void close() {
        writers.forEach(TableWriter::close);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        threads.forEach(thread -> join(thread, deadline - System.nanoTime()));
        deadLetters.close();
    }

    private static void join(Thread thread, long nanos) {
        try {
            thread.join(Math.max(1, Duration.ofNanos(nanos).toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
