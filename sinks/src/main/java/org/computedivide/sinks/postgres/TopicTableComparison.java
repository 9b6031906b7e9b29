package org.computedivide.sinks.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.computedivide.avro.topics.TopicSerdes;
import org.jdbi.v3.core.Handle;

/**
 * Holds the tables against their topics, row for row: each topic is read from its beginning into a temporary table of
 * the same shape, and the database says what differs. Records that nobody can read are left out, as the writers do.
 */
public final class TopicTableComparison {

    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;
    private final TopicSerdes serdes;
    private final Database database;

    public TopicTableComparison(String bootstrapServers, TopicSerdes serdes, Database database) {
        this.bootstrapServers = bootstrapServers;
        this.serdes = serdes;
        this.database = database;
    }

    /** Every table, equal or not, in a fixed order. The topics must be at rest meanwhile. */
    public List<TableDifference> compare() throws SQLException {
        return database.jdbi().inTransaction(handle -> {
            String schema = handle.createQuery("select current_schema()")
                    .mapTo(String.class)
                    .one();
            Set<String> tables = fold(handle, schema);
            return tables.stream()
                    .sorted()
                    .map(table -> difference(handle, schema, table))
                    .toList();
        });
    }

    private Set<String> fold(Handle handle, String schema) throws SQLException {
        var tables = new HashSet<String>();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(SinkLinks.consumerSettings(bootstrapServers))) {
            for (Feed<?> feed : Feeds.all(serdes)) {
                for (Table<?> table : feed.tables()) {
                    if (tables.add(table.name())) {
                        handle.execute("create temp table " + table.name() + " (like " + schema + "." + table.name()
                                + " including all) on commit drop");
                    }
                }
                fold(handle, consumer, feed);
            }
        }
        return tables;
    }

    private <V> void fold(Handle handle, Consumer<byte[], byte[]> consumer, Feed<V> feed) throws SQLException {
        TopicLayout layout = TopicLayout.ask(bootstrapServers, consumer, List.of(feed.topic()));
        List<TopicPartition> partitions = layout.partitions(feed.topic());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < layout.end(partition))) {
            Work.read(feed, consumer.poll(POLL)).write(handle.getConnection());
        }
    }

    private static TableDifference difference(Handle handle, String schema, String table) {
        String topic = "pg_temp." + table;
        String written = schema + "." + table;
        return new TableDifference(
                table, count(handle, topic), onlyIn(handle, topic, written), onlyIn(handle, written, topic));
    }

    private static long count(Handle handle, String table) {
        return handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one();
    }

    private static List<String> onlyIn(Handle handle, String here, String there) {
        return handle.createQuery("select to_jsonb(lone)::text from (select * from " + here + " except select * from "
                        + there + ") as lone order by 1")
                .mapTo(String.class)
                .list();
    }
}
