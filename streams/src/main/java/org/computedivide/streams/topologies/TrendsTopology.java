package org.computedivide.streams.topologies;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.computedivide.avro.Trend;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.StreamsSettings;
import org.computedivide.streams.rules.trends.TrendBook;

/**
 * Releases and days become trends. Fits with their bootstrap walk over all points with compute, seconds of work when
 * there are many, so they run on a thread of their own, at most once a minute and when a day begins; the stream goes on
 * meanwhile.
 *
 * <ul>
 *   <li>Why this key: trend and selection name one row.
 *   <li>What if nothing joins: there is no join; a release without compute counts as unknown.
 *   <li>When do entries leave: a counted release with its tombstone; a trend when it can no longer be fitted, with a
 *       tombstone.
 * </ul>
 */
public final class TrendsTopology {

    private static final String PUBLISHED = "published-trends";

    private TrendsTopology() {}

    public static Topology build(TopicSerdes serdes) {
        return build(serdes, StreamsSettings.WORK_INTERVAL);
    }

    /** The same with the shortest time between two rounds of long work. */
    public static Topology build(TopicSerdes serdes, Duration workInterval) {
        StreamsBuilder builder = StrictBuilders.strict();
        ReleaseOrDay.read(builder, serdes)
                .process(new KeepBook<>(PUBLISHED, Trend.class, TrendBook::new, workInterval), Named.as("fit-trends"))
                .to(
                        Topics.TRENDS.name(),
                        Produced.with(Serdes.String(), serdes.of(Topics.TRENDS)).withName("write-trends"));
        return builder.build();
    }
}
