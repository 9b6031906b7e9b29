package org.computedivide.streams.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.computedivide.avro.LiteratureClaim;
import org.computedivide.avro.Tally;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.rules.literature.PublishedClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiteratureTopologyTest {

    private static final String SHARE = "releaseShare|withCompute|affiliation=academia|365d";

    private Driver driver;
    private TestInputTopic<String, Tally> tallies;
    private TestOutputTopic<String, LiteratureClaim> literature;

    @BeforeEach
    void setUp(@TempDir Path state) {
        driver = new Driver(
                LiteratureTopology.build(TopicSerdes.embedded()), state, Instant.parse("2026-03-02T12:00:00Z"));
        tallies = driver.input(Topics.TALLIES);
        literature = driver.output(Topics.LITERATURE);
    }

    @AfterEach
    void tearDown() {
        driver.close();
    }

    @Test
    void shouldBeAsDescribed() throws IOException {
        Golden.assertDescribes(LiteratureTopology.build(TopicSerdes.embedded()), "literature");
    }

    @Test
    void shouldWriteEveryClaimAtTheBeginning() {
        // When:
        List<KeyValue<String, LiteratureClaim>> written = aSecondLater();

        // Then:
        assertThat(written)
                .extracting(row -> row.key)
                .containsExactlyInAnyOrderElementsOf(PublishedClaims.bundled().claims().stream()
                        .map(PublishedClaims.Entry::id)
                        .toList());
    }

    @Test
    void shouldWriteOnlyTheClaimsThatATallyMoves() {
        // Given:
        aSecondLater();

        // When:
        tallies.pipeInput(SHARE, Tally.newBuilder().setNumber(0.12).build());
        tallies.pipeInput("releases|all|total=all|7d", Tally.newBuilder().build());
        List<KeyValue<String, LiteratureClaim>> written = aSecondLater();

        // Then:
        assertThat(written).extracting(row -> row.key).containsExactly("academic-share");
        assertThat(written.get(0).value.getFigures())
                .anySatisfy(figure -> assertThat(figure.getValue()).isEqualTo(0.12));
    }

    @Test
    void shouldForgetATallyThatHasGone() {
        // Given:
        tallies.pipeInput(SHARE, Tally.newBuilder().setNumber(0.12).build());
        aSecondLater();

        // When:
        tallies.pipeInput(SHARE, (Tally) null);
        List<KeyValue<String, LiteratureClaim>> written = aSecondLater();

        // Then:
        assertThat(written)
                .singleElement()
                .satisfies(row -> assertThat(row.value.getFigures())
                        .noneMatch(figure -> figure.getFrom().equals(SHARE) && figure.getValue() != null));
    }

    private List<KeyValue<String, LiteratureClaim>> aSecondLater() {
        driver.driver.advanceWallClockTime(Duration.ofSeconds(1));
        return literature.readKeyValuesToList();
    }
}
