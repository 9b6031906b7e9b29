package org.computedivide.streams.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Observation;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsTopologyTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T08:00:00Z");

    private Driver driver;
    private TestInputTopic<String, Observation> observations;
    private TestOutputTopic<String, Evidence> evidence;

    @BeforeEach
    void setUp(@TempDir Path state) {
        driver = new Driver(FactsTopology.build(TopicSerdes.embedded()), state, MARCH);
        observations = driver.input(Topics.OBSERVATIONS);
        evidence = driver.output(Topics.EVIDENCE);
    }

    @AfterEach
    void tearDown() {
        driver.close();
    }

    @Test
    void shouldBeAsDescribed() throws IOException {
        Golden.assertDescribes(FactsTopology.build(TopicSerdes.embedded()), "facts");
    }

    @Test
    void shouldSendEvidenceOfNewerVersionOnly() {
        // When:
        send(observation(MARCH, "new", "live"));
        send(observation(MARCH, "new", "live"));
        send(observation(MARCH.plus(Duration.ofHours(1)), "newest", "live"));

        // Then:
        assertThat(evidence.readValuesToList())
                .extracting(Evidence::getContentHash)
                .containsExactly("new", "newest");
    }

    @Test
    void shouldLearnFirstSightFromVersionThatComesLate() {
        // Given:
        send(observation(MARCH, "new", "live"));

        // When:
        send(observation(MARCH.minus(Duration.ofDays(9)), "old", "backfill"));

        // Then:
        List<Evidence> sent = evidence.readValuesToList();
        Evidence last = sent.get(sent.size() - 1);
        assertThat(last.getContentHash()).isEqualTo("new");
        assertThat(last.getFirstIntake()).isEqualTo("backfill");
        assertThat(last.getFirstObservedAt()).isEqualTo(MARCH.minus(Duration.ofDays(9)));
    }

    @Test
    void shouldSetUnreadableBytesAsideAndGoOn() {
        // Given:
        driver.driver
                .createInputTopic(Topics.OBSERVATIONS.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput("arxiv/1", "no avro".getBytes(StandardCharsets.UTF_8));

        // When:
        send(observation(MARCH, "new", "live"));

        // Then:
        assertThat(driver.driver
                        .createOutputTopic(
                                Topics.DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                        .readValuesToList())
                .containsExactly("no avro".getBytes(StandardCharsets.UTF_8));
        assertThat(evidence.getQueueSize()).isEqualTo(1);
    }

    private void send(Observation observation) {
        observations.pipeInput("arxiv/1", observation, observation.getObservedAt());
    }

    private static Observation observation(Instant observedAt, String hash, String intake) {
        return Observation.newBuilder()
                .setSource("arxiv")
                .setNativeId("1")
                .setForm("paper")
                .setTitle("On rocs")
                .setText("A study.")
                .setIntake(intake)
                .setObservedAt(observedAt)
                .setContentHash(hash)
                .build();
    }
}
