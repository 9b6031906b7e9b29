package org.computedivide.streams.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Release;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTopologyTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-07-02T00:00:00Z");

    private Driver driver;
    private TestInputTopic<String, Observation> rows;
    private TestOutputTopic<String, Release> releases;

    @BeforeEach
    void setUp(@TempDir Path state) {
        driver = new Driver(ReplayTopology.build(TopicSerdes.embedded()), state, FIRST);
        rows = driver.input(Topics.OBSERVATIONS);
        releases = driver.output(Topics.RELEASES);
    }

    @AfterEach
    void tearDown() {
        driver.close();
    }

    @Test
    void shouldBeAsDescribed() throws IOException {
        Golden.assertDescribes(ReplayTopology.build(TopicSerdes.embedded()), "replay");
    }

    @Test
    void shouldKeepWhenARowWasFirstSeenAndEndItWhenItGoes() {
        // Given:
        rows.pipeInput("facts/Heron#1", row(FIRST, "present"));
        rows.pipeInput("facts/Heron#1", row(SECOND, "present"));
        rows.pipeInput("facts/Heron#1", row(FIRST, "present"));

        // When:
        rows.pipeInput("facts/Heron#1", row(SECOND, "withdrawn"));

        // Then:
        List<KeyValue<String, Release>> written = releases.readKeyValuesToList();
        assertThat(written).hasSize(3);
        assertThat(written.get(1).value.getFirstObservedAt()).isEqualTo(FIRST);
        assertThat(written.get(1).value.getChangedAt()).isEqualTo(SECOND);
        assertThat(written.get(2).value).isNull();
    }

    private static Observation row(Instant seen, String state) {
        return Observation.newBuilder()
                .setSource("facts")
                .setNativeId("Heron#1")
                .setTitle("Heron")
                .setState(state)
                .setObservedAt(seen)
                .build();
    }
}
