package org.computedivide.streams.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computedivide.streams.rules.identity.Samples.MARCH;
import static org.computedivide.streams.rules.identity.Samples.override;
import static org.computedivide.streams.rules.identity.Samples.paper;
import static org.computedivide.streams.rules.identity.Samples.repository;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Release;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTopologyTest {

    private Driver driver;
    private TestInputTopic<String, Evidence> evidence;
    private TestOutputTopic<String, Release> releases;

    @BeforeEach
    void setUp(@TempDir Path state) {
        driver = new Driver(ReleasesTopology.build(TopicSerdes.embedded()), state, MARCH);
        evidence = driver.input(Topics.EVIDENCE);
        releases = driver.output(Topics.RELEASES);
    }

    @AfterEach
    void tearDown() {
        driver.close();
    }

    @Test
    void shouldBeAsDescribed() throws IOException {
        Golden.assertDescribes(ReleasesTopology.build(TopicSerdes.embedded()), "releases");
    }

    @Test
    void shouldSendOnlyReleasesThatChanged() {
        // Given:
        send(repository("acme", "Roc-7B", "roc", "2026-03-01"));
        send(repository("zeta", "Rook-7B", "rook", "2026-03-01"));
        releases.readKeyValuesToList();

        // When:
        send(repository("acme", "Roc-70B", "roc", "2026-03-01"));

        // Then:
        assertThat(releases.readKeyValuesToList())
                .singleElement()
                .satisfies(sent -> assertThat(sent.value.getMembers()).hasSize(2));
    }

    @Test
    void shouldSendGrownFamilyBeforeTombstoneOfTheOneItTook() {
        // Given:
        send(paper("2603.00001", "roc", "2026-03-01"));
        String alone = releases.readKeyValue().key;

        // When:
        send(repository("acme", "Roc-7B", "roc", "2026-03-01"));

        // Then:
        List<KeyValue<String, Release>> sent = releases.readKeyValuesToList();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).value.getMembers()).hasSize(2);
        assertThat(sent.get(1)).isEqualTo(new KeyValue<>(alone, (Release) null));
    }

    @Test
    void shouldGiveReleaseTheTimeOfItsCause() {
        // When:
        send(repository("acme", "Roc-7B", "roc", "2026-03-01").setObservedAt(MARCH.plus(Duration.ofHours(3))));

        // Then:
        assertThat(releases.readRecord().getRecordTime()).isEqualTo(MARCH.plus(Duration.ofHours(3)));
    }

    @Test
    void shouldFollowTheOperatorAndSayItInCorrection(@TempDir Path state) {
        // Given:
        send(repository("acme", "Roc-7B", "roc", "2026-03-01"));
        send(repository("acme", "Rook-7B", "rook", "2026-03-01"));
        Evidence.Builder join = override("join", "huggingface/acme/Roc-7B", "huggingface/acme/Rook-7B")
                .setObservedAt(MARCH.plus(Duration.ofDays(2)));

        // When:
        send(join);
        send(join.setState("withdrawn").setRevision(1).setObservedAt(MARCH.plus(Duration.ofDays(4))));

        // Then:
        try (var follower = new Driver(CorrectionsTopology.build(TopicSerdes.embedded()), state, MARCH)) {
            TestInputTopic<String, Release> published = follower.input(Topics.RELEASES);
            releases.readRecordsToList()
                    .forEach(sent -> published.pipeInput(sent.key(), sent.value(), sent.getRecordTime()));
            assertThat(follower.output(Topics.CORRECTIONS).readValuesToList())
                    .extracting(Correction::getWhy)
                    .containsExactly("merged", "split");
        }
    }

    private void send(Evidence.Builder evidence) {
        Evidence built = evidence.build();
        this.evidence.pipeInput(built.getSource() + "/" + built.getNativeId(), built, built.getObservedAt());
    }
}
