package org.computedivide.monitor.bench;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.computedivide.avro.topics.Topic;
import org.computedivide.avro.topics.TopicSerdes;

/** A topology that only copies the records of a topic: what nothing on Kafka Streams can be faster than. */
final class PassThrough {

    /** Where the copies go, a topic of one partition. */
    static final String COPIES = "bench.copies";

    private PassThrough() {}

    static <V extends SpecificRecord> Topology of(Topic<V> topic, TopicSerdes serdes) {
        var builder = new StreamsBuilder();
        builder.stream(topic.name(), Consumed.with(Serdes.String(), serdes.of(topic)))
                .to(COPIES, Produced.with(Serdes.String(), serdes.of(topic)));
        return builder.build();
    }
}
