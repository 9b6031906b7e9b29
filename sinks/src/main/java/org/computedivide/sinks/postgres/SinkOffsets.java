package org.computedivide.sinks.postgres;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/** How far each topic is written, kept in the database beside the rows. */
final class SinkOffsets {

    /** Another writer has moved on: what this one was about to write is old. */
    static final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Moved(Span span) {
            super("the tables are not at offset " + span.from() + " of " + span.partition()
                    + " any more; another writer is at work on the same database");
        }
    }

    private SinkOffsets() {}

    /** Moves a partition on, if it is still where this writer left it. */
    static void advance(Handle handle, Span span) {
        int moved = handle.createUpdate(
                        "update sink_offsets set next_offset = :to where topic = :topic and topic_partition = :partition and next_offset = :from")
                .bind("topic", span.partition().topic())
                .bind("partition", span.partition().partition())
                .bind("from", span.from())
                .bind("to", span.to())
                .execute();
        if (moved != 1) {
            throw new Moved(span);
        }
    }

    /**
     * Where to go on. A topic that was never read, or that was made anew since, starts at its beginning; in the second
     * case its old rows go in the same transaction.
     */
    static Map<TopicPartition, Long> startFrom(Handle handle, List<Feed<?>> feeds, TopicLayout layout) {
        var offsets = new HashMap<TopicPartition, Long>();
        for (Feed<?> feed : feeds) {
            if (isMadeAnew(handle, feed.topic(), layout)) {
                forget(handle, feed);
            }
            layout.partitions(feed.topic())
                    .forEach(partition -> offsets.put(partition, stored(handle, partition, layout)));
        }
        return offsets;
    }

    private static boolean isMadeAnew(Handle handle, String topic, TopicLayout layout) {
        List<StoredOffset> stored = handle.createQuery(
                        "select topic_partition, topic_id, next_offset from sink_offsets where topic = :topic")
                .bind("topic", topic)
                .map((row, context) -> new StoredOffset(
                        new TopicPartition(topic, row.getInt("topic_partition")),
                        row.getString("topic_id"),
                        row.getLong("next_offset")))
                .list();
        return stored.stream().anyMatch(layout::contradicts);
    }

    private static void forget(Handle handle, Feed<?> feed) {
        feed.tables().forEach(table -> handle.execute(table.forget(), feed.topic()));
        handle.execute("delete from sink_offsets where topic = ?", feed.topic());
    }

    private static long stored(Handle handle, TopicPartition partition, TopicLayout layout) {
        handle.createUpdate(
                        "insert into sink_offsets (topic, topic_partition, topic_id, next_offset) values (:topic, :partition, :id, :begin) on conflict do nothing")
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .bind("id", layout.id(partition.topic()))
                .bind("begin", layout.beginning(partition))
                .execute();
        return handle.createQuery(
                        "select next_offset from sink_offsets where topic = :topic and topic_partition = :partition")
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .mapTo(Long.class)
                .one();
    }

    /**
     * A row of the table.
     *
     * @param partition which partition
     * @param topicId id that its topic had
     * @param next offset of the first record that is not written
     */
    record StoredOffset(TopicPartition partition, String topicId, long next) {}
}
