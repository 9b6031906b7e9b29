package org.computedivide.producers.line;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.computedivide.avro.SourceHealth;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.fetch.Pace;
import org.computedivide.producers.source.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs sources against one Kafka cluster. The order at a start is what makes each item come exactly once: first every
 * transactional id is taken over, so that an earlier process can write nothing more; then what was seen is read, once
 * for all sources; then the first page is fetched.
 */
public final class Line implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final int MAX_RECORD_BYTES = 2 << 20;
    private static final int TAKEN_OVER_AT_ONCE = 16;

    private final String bootstrapServers;
    private final InstantSource clock;
    private final Fetcher fetcher;
    private final double timeScale;
    private final LogReader log;
    private final Ledger.Values values;
    private final Health health;
    private final ClockWatch watch;
    private final Orders orders;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /**
     * @param timeScale factor on our own pauses between rounds
     */
    public Line(String bootstrapServers, TopicSerdes serdes, InstantSource clock, Fetcher fetcher, double timeScale) {
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
        this.fetcher = fetcher;
        this.timeScale = timeScale;
        this.log = new LogReader(bootstrapServers, serdes);
        this.values = Ledger.Values.of(serdes);
        this.health = new Health(bootstrapServers, serdes);
        this.watch = new ClockWatch(clock);
        this.orders = new Orders(log::consumer, serdes, watch);
    }

    /**
     * Starts the groups of sources one after the other, without waiting for their first round.
     *
     * @param onlyHistories whether nothing new is asked for, only the histories that are ordered
     */
    public void start(List<List<Source>> groups, Instant since, boolean onlyHistories) {
        start("orders", orders::follow);
        start("clock", () -> watch.watch(Pace.real()));
        start("sources", () -> {
            for (List<Source> group : groups) {
                startWhenLogAnswers(group, since, onlyHistories);
            }
        });
    }

    /** Work that ends early when the line is closed. */
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private void start(String name, Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void startWhenLogAnswers(List<Source> group, Instant since, boolean onlyHistories)
            throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                startGroup(group, since, onlyHistories);
                return;
            } catch (RuntimeException e) {
                // Of the log or of the registry, which throws errors of its own: sources that never start would say
                // nothing.
                LOG.atWarn().addKeyValue("problem", e.toString()).log("what was seen cannot be read, trying again");
                Pace.real().pause(Duration.ofSeconds(2));
            }
        }
    }

    private void startGroup(List<Source> group, Instant since, boolean onlyHistories) {
        Map<String, Producer<String, byte[]>> producers = takeOver(group);
        Map<String, Memory> memories;
        Map<String, SourceHealth> before;
        try {
            memories = log.memories(producers.keySet());
            before = log.health();
        } catch (RuntimeException e) {
            producers.values().forEach(producer -> producer.close(Duration.ZERO));
            throw e;
        }
        for (Source source : group) {
            String id = source.info().id();
            var first = new Ledger(id, known(producers, id), values, known(memories, id));
            var loop = new SourceLoop(
                    source,
                    fetcher,
                    first,
                    () -> reopened(id),
                    health,
                    Optional.ofNullable(before.get(id)),
                    clock,
                    since,
                    new Rhythm(Pace.real(), watch, timeScale, RandomGenerator.getDefault()),
                    new SourceLoop.Histories(orders, onlyHistories));
            start("source-" + id, loop::run);
        }
    }

    private static <V> V known(Map<String, V> bySource, String id) {
        return Objects.requireNonNull(bySource.get(id), id);
    }

    /** Takes over the transactional ids of a group, many at a time, since each waits for answers of the broker most of the time. */
    private Map<String, Producer<String, byte[]>> takeOver(List<Source> group) {
        ExecutorService workers = Executors.newFixedThreadPool(TAKEN_OVER_AT_ONCE);
        try {
            var taken = new HashMap<String, CompletableFuture<Producer<String, byte[]>>>();
            for (Source source : group) {
                String id = source.info().id();
                taken.put(id, CompletableFuture.supplyAsync(() -> producer(id), workers));
            }
            var producers = new HashMap<String, Producer<String, byte[]>>();
            var problems = new ArrayList<KafkaException>();
            taken.forEach((id, producer) -> {
                try {
                    producers.put(id, producer.join());
                } catch (CompletionException e) {
                    problems.add(new KafkaException("source " + id, e.getCause()));
                }
            });
            if (!problems.isEmpty()) {
                producers.values().forEach(producer -> producer.close(Duration.ZERO));
                throw problems.get(0);
            }
            return producers;
        } finally {
            workers.shutdownNow();
        }
    }

    private Ledger reopened(String source) {
        Producer<String, byte[]> producer = producer(source);
        try {
            return new Ledger(source, producer, values, known(log.memories(List.of(source)), source));
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private Producer<String, byte[]> producer(String source) {
        return producer(bootstrapServers, source);
    }

    /**
     * A producer that has taken over the transactional id of a source. One request at a time: while the broker makes sure
     * of a new transaction, a second batch would overtake the first and be sent back; it gains nothing with batches as
     * large as a page.
     */
    static Producer<String, byte[]> producer(String bootstrapServers, String source) {
        var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "divide-source-" + source,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "divide-source-" + source,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        2,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "zstd",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        MAX_RECORD_BYTES,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        20_000),
                new StringSerializer(),
                new ByteArraySerializer());
        try {
            producer.initTransactions();
            return producer;
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /** Stops all sources; an open transaction is left to the next start, which aborts it. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        threads.forEach(Line::await);
        health.close();
    }

    private static void await(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(3).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
