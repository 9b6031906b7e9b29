package org.computedivide.streams.topologies;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.errors.TopologyException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.junit.jupiter.api.Test;

class StrictBuildersTest {

    @Test
    void shouldRefuseStoreWithoutName() {
        // Given:
        StreamsBuilder builder = StrictBuilders.strict();
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()).withName("read"))
                .groupByKey(Grouped.as("by-key"))
                .count();

        // Then:
        assertThatThrownBy(builder::build)
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("KSTREAM-AGGREGATE-STATE-STORE");
    }
}
