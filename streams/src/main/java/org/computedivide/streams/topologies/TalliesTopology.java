package org.computedivide.streams.topologies;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.computedivide.avro.Tally;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.StreamsSettings;
import org.computedivide.streams.rules.tallies.TallyBook;

/**
 * Releases and days become tallies, all of them in one task, so that a release leaves its old cells and enters its new
 * ones in one step and no partition count can matter. Rows that changed are published at most once a second; their intervals are
 * drawn beside the stream and follow within a minute.
 *
 * <ul>
 *   <li>Why this key: measure, selection, dimension with value, and window name one row; the topic keeps its newest.
 *   <li>What if nothing joins: there is no join; a release without a date counts nowhere, and before the first day has
 *       begun nothing is published.
 *   <li>When do entries leave: a counted release with its tombstone or its date; a row when its cell is empty, with a
 *       tombstone.
 * </ul>
 */
public final class TalliesTopology {

    private static final String PUBLISHED = "published-tallies";

    private TalliesTopology() {}

    public static Topology build(TopicSerdes serdes) {
        return build(serdes, StreamsSettings.WORK_INTERVAL);
    }

    /** The same with the shortest time between two rounds of long work. */
    public static Topology build(TopicSerdes serdes, Duration workInterval) {
        StreamsBuilder builder = StrictBuilders.strict();
        ReleaseOrDay.read(builder, serdes)
                .process(new KeepBook<>(PUBLISHED, Tally.class, TallyBook::new, workInterval), Named.as("keep-tallies"))
                .to(
                        Topics.TALLIES.name(),
                        Produced.with(Serdes.String(), serdes.of(Topics.TALLIES))
                                .withName("write-tallies"));
        return builder.build();
    }
}
