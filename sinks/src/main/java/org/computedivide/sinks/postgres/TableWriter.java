package org.computedivide.sinks.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.computedivide.avro.topics.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows some topics and writes them into their tables: one poll, one transaction, the offsets in it. Whatever goes
 * wrong, it starts over from the offsets in the database after a pause, so nothing is lost and nothing counted twice.
 * Partitions are assigned, not subscribed: after a kill nobody waits for a dead member, and two writers on one database
 * are told apart by the offsets.
 */
final class TableWriter implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TableWriter.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String name;
    private final List<Feed<?>> feeds;
    private final SinkLinks links;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<TopicPartition, Long> written = new HashMap<>();
    private Duration pause = SHORTEST_PAUSE;
    private volatile WriterHealth health;

    TableWriter(String name, List<Feed<?>> feeds, SinkLinks links, InstantSource clock) {
        this.name = name;
        this.feeds = List.copyOf(feeds);
        this.links = links;
        this.clock = clock;
        this.health = new WriterHealth(name, WriterHealth.State.STARTING, "is starting", clock.instant());
    }

    WriterHealth health() {
        return health;
    }

    @Override
    public void run() {
        while (!isClosing()) {
            try {
                follow();
            } catch (SQLException | RuntimeException e) {
                waitAfter(e);
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void follow() throws SQLException {
        links.database().migrate();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(links.consumerSettings())) {
            seekToWritten(consumer);
            health = new WriterHealth(name, WriterHealth.State.FOLLOWING, "", clock.instant());
            while (!isClosing()) {
                write(consumer);
                pause = SHORTEST_PAUSE;
            }
        }
    }

    private void seekToWritten(Consumer<?, ?> consumer) {
        List<String> topics = feeds.stream().map(Feed::topic).toList();
        TopicLayout layout = TopicLayout.ask(links.bootstrapServers(), consumer, topics);
        written.clear();
        written.putAll(links.database().jdbi().inTransaction(handle -> SinkOffsets.startFrom(handle, feeds, layout)));
        consumer.assign(written.keySet());
        written.forEach((partition, offset) -> consumer.seek(partition, Math.max(offset, layout.beginning(partition))));
    }

    private void write(Consumer<byte[], byte[]> consumer) throws SQLException {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (records.isEmpty()) {
            return;
        }
        List<Span> spans = records.partitions().stream()
                .map(partition -> span(partition, consumer.position(partition)))
                .toList();
        try {
            commit(works(records), spans);
        } catch (SQLException | RuntimeException e) {
            if (!Refusal.isIn(e)) {
                throw e;
            }
            writeOneByOne(records);
        }
    }

    private Span span(TopicPartition partition, long to) {
        return new Span(partition, written.getOrDefault(partition, 0L), to);
    }

    /** When the database refuses a batch, the record that it refuses must not keep the others out. */
    private void writeOneByOne(ConsumerRecords<byte[], byte[]> records) throws SQLException {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            var partition = new TopicPartition(record.topic(), record.partition());
            List<Span> spans = List.of(span(partition, record.offset() + 1));
            try {
                commit(List.of(Work.read(feed(record.topic()), List.of(record))), spans);
            } catch (SQLException | RuntimeException e) {
                if (!Refusal.isIn(e)) {
                    throw e;
                }
                bury(record, e);
                commit(List.of(), spans);
            }
        }
    }

    private void commit(List<Work<?>> works, List<Span> spans) throws SQLException {
        List<TableChange> changes = links.database().jdbi().inTransaction(handle -> {
            spans.forEach(span -> SinkOffsets.advance(handle, span));
            var changed = new ArrayList<TableChange>();
            for (Work<?> work : works) {
                changed.addAll(work.write(handle.getConnection()));
            }
            works.forEach(work -> work.unreadable().forEach(this::bury));
            return changed;
        });
        spans.forEach(span -> written.put(span.partition(), span.to()));
        links.listener().changed(changes);
    }

    private List<Work<?>> works(ConsumerRecords<byte[], byte[]> records) {
        var works = new ArrayList<Work<?>>();
        for (Feed<?> feed : feeds) {
            var own = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            records.records(feed.topic()).forEach(own::add);
            if (!own.isEmpty()) {
                works.add(Work.read(feed, own));
            }
        }
        return works;
    }

    private Feed<?> feed(String topic) {
        return feeds.stream()
                .filter(feed -> feed.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    private void bury(ConsumerRecord<byte[], byte[]> record, Exception reason) {
        LOG.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("offset", record.offset())
                .addKeyValue("reason", reason.getMessage())
                .log("A record cannot be written and goes to the dead letters");
        if (!record.topic().equals(Topics.DEAD_LETTERS)) {
            links.deadLetters().send(record, reason);
        }
    }

    private void waitAfter(Exception e) {
        if (isClosing() || e instanceof WakeupException) {
            return;
        }
        if (health.state() != WriterHealth.State.FAILING) {
            LOG.atWarn()
                    .addKeyValue("writer", name)
                    .addKeyValue("reason", e.getMessage())
                    .log("Writing tables pauses and is tried again");
        }
        health = new WriterHealth(name, WriterHealth.State.FAILING, Trouble.inWords(e), clock.instant());
        sleep(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private void sleep(Duration time) {
        try {
            if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        }
    }
}
