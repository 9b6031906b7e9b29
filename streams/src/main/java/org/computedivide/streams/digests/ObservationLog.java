package org.computedivide.streams.digests;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.computedivide.avro.Digest;
import org.computedivide.avro.Observation;
import org.computedivide.avro.topics.CommittedLog;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.rules.EvidenceReader;
import org.computedivide.streams.rules.digest.DigestDraft;
import org.computedivide.streams.rules.digest.Week;
import org.computedivide.streams.rules.line.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of record, read from its beginning to where it ends when reading begins. Timestamps of records are the times
 * of observation, so what is too late for a question is passed over without decoding it.
 */
public final class ObservationLog {

    private static final Logger LOG = LoggerFactory.getLogger(ObservationLog.class);

    private final String bootstrapServers;
    private final TopicSerdes serdes;

    public ObservationLog(String bootstrapServers, TopicSerdes serdes) {
        this.bootstrapServers = bootstrapServers;
        this.serdes = serdes;
    }

    /** The digest of a week that is over. */
    public Digest digest(Week week) {
        return fold(DigestDraft.of(week), week.end());
    }

    /** The digest of a week by what was observed before a moment; marked as a preview when the week is not over. */
    public Digest preview(Week week, Instant moment) {
        return fold(DigestDraft.preview(week, moment), moment);
    }

    /**
     * What was known at some moments, each with the tallies and trends that followed from it, by the methods of today.
     * The log is read once for all of them.
     */
    public List<Line> known(List<Instant> moments) {
        List<Line> lines = moments.stream().map(Line::asOf).toList();
        Instant last = moments.stream().max(Instant::compareTo).orElse(Instant.EPOCH);
        var reader = new EvidenceReader();
        var values = serdes.of(Topics.OBSERVATIONS).deserializer();
        read(Topics.OBSERVATIONS, record -> {
            if (Instant.ofEpochMilli(record.timestamp()).isBefore(last)) {
                decode(record, values).stream()
                        .map(reader::read)
                        .forEach(evidence -> lines.forEach(line -> line.accept(evidence)));
            }
        });
        return lines;
    }

    private Digest fold(DigestDraft draft, Instant end) {
        var values = serdes.of(Topics.OBSERVATIONS).deserializer();
        read(Topics.OBSERVATIONS, record -> {
            if (record.timestamp() < end.toEpochMilli()) {
                decode(record, values).forEach(draft::accept);
            }
        });
        return draft.digest();
    }

    /** Bytes that no reader understands are in the dead letters already; here they are passed over. */
    private static List<Observation> decode(ConsumerRecord<String, byte[]> record, Deserializer<Observation> values) {
        try {
            return List.of(values.deserialize(record.topic(), record.value()));
        } catch (SerializationException e) {
            LOG.atWarn()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.toString())
                    .log("observation could not be read and is left out");
            return List.of();
        }
    }

    /** How many observations there are of each week. */
    SortedMap<Week, Long> weeks() {
        var weeks = new TreeMap<Week, Long>();
        read(
                Topics.OBSERVATIONS,
                record -> weeks.merge(Week.of(Instant.ofEpochMilli(record.timestamp())), 1L, Long::sum));
        return weeks;
    }

    /** Everything on a topic that is committed now, partition by partition in order. */
    void read(Topic<?> topic, Consumer<ConsumerRecord<String, byte[]>> action) {
        try (var consumer = CommittedLog.consumer(bootstrapServers)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            var ends = CommittedLog.ends(bootstrapServers, partitions);
            CommittedLog.read(consumer, ends, CommittedLog.LONGEST_TRANSACTION, record -> {
                action.accept(record);
                return true;
            });
        }
    }
}
