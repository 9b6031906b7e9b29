package org.computedivide.streams.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Member;
import org.computedivide.avro.MovedTally;
import org.computedivide.avro.Release;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsTopologyTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant LATER = FIRST.plus(Duration.ofDays(3));

    private Driver driver;
    private TestInputTopic<String, Release> releases;
    private TestOutputTopic<String, Correction> corrections;

    @BeforeEach
    void setUp(@TempDir Path state) {
        driver = new Driver(CorrectionsTopology.build(TopicSerdes.embedded()), state, FIRST);
        releases = driver.input(Topics.RELEASES);
        corrections = driver.output(Topics.CORRECTIONS);
    }

    @AfterEach
    void tearDown() {
        driver.close();
    }

    @Test
    void shouldBeAsDescribed() throws IOException {
        Golden.assertDescribes(CorrectionsTopology.build(TopicSerdes.embedded()), "corrections");
    }

    @Test
    void shouldSayWhatChangedAndWhy() {
        // Given:
        send(release("roc", 3e24, member("a", "1")), FIRST);

        // When:
        send(release("roc", 2e24, member("a", "2")), LATER);

        // Then:
        Correction correction = corrections.readValue();
        assertThat(correction.getSentence())
                .isEqualTo("The training compute of roc was given as 3.00e24 FLOP (1.50e24 to 6.00e24) and is now "
                        + "2.00e24 FLOP (1.00e24 to 4.00e24), because a source changed what it says.");
        assertThat(correction.getTouches()).containsExactly("digest:2026-W10", "tallies:2026");
    }

    @Test
    void shouldKeepSilentInTheFirstDay() {
        // Given:
        send(release("roc", 3e24, member("a", "1")), FIRST);

        // When:
        send(release("roc", 2e24, member("a", "2")), FIRST.plus(Duration.ofHours(23)));

        // Then:
        assertThat(corrections.isEmpty()).isTrue();
    }

    @Test
    void shouldKeepSilentAboutTwoPercent() {
        // Given:
        send(release("roc", 3e24, member("a", "1")), FIRST);

        // When:
        send(release("roc", 3.05e24, member("a", "2")), LATER);

        // Then:
        assertThat(corrections.isEmpty()).isTrue();
    }

    @Test
    void shouldMakeOneCorrectionOfATableLoadedWhole() {
        // Given:
        send(release("roc", 3e24, member("a", "1")), FIRST);
        send(release("rook", 3e24, member("b", "1")), FIRST);
        send(release("roc", 2e24, member("a", "1"), loaded("t1")), LATER);
        send(release("rook", 2e24, member("b", "1"), loaded("t2")), LATER);

        // When:
        driver.driver.advanceWallClockTime(Duration.ofMinutes(1));
        driver.driver.advanceWallClockTime(Duration.ofMinutes(1));

        // Then:
        assertThat(corrections.readValuesToList())
                .extracting(Correction::getSentence)
                .containsExactly("Published values of 2 releases changed because tables or older records were loaded.");
    }

    @Test
    void shouldSayThatTwoReleasesProvedToBeOne() {
        // Given:
        send(release("roc", 3e24, member("a", "1")), FIRST);
        send(release("roc-chat", 3e24, member("b", "1")), FIRST);

        // When:
        send(release("roc", 3e24, member("a", "1"), member("b", "1")), LATER);
        end("roc-chat", LATER);

        // Then:
        assertThat(corrections.readValuesToList()).singleElement().satisfies(correction -> {
            assertThat(correction.getWhy()).isEqualTo("merged");
            assertThat(correction.getName()).isEqualTo("roc-chat");
        });
    }

    @Test
    void shouldSayThatOneReleaseProvedToBeTwoInWhicheverOrderTheyCome() {
        // Given:
        send(release("roc", 3e24, member("a", "1"), member("b", "1")), FIRST);

        // When:
        send(release("roc", 3e24, member("a", "1")), LATER);
        send(release("rook", 3e24, member("b", "1")), LATER);

        // Then:
        assertThat(corrections.readValuesToList())
                .extracting(Correction::getWhy)
                .containsExactly("split");
    }

    @Test
    void shouldKeepSilentAboutANewIdOfTheSameRelease() {
        // Given:
        send(release("roc", 3e24, member("a", "1")), FIRST);

        // When:
        send(release("roc-2", 3e24, member("a", "1"), member("b", "1")), LATER);
        end("roc", LATER);

        // Then:
        assertThat(corrections.isEmpty()).isTrue();
    }

    @Test
    void shouldSayThatAReleaseWasWithdrawn() {
        // Given:
        send(release("roc", 3e24, member("a", "1")), FIRST);

        // When:
        end("roc", LATER);

        // Then:
        assertThat(corrections.readValue().getWhy()).isEqualTo("withdrawn");
    }

    @Test
    void shouldSayNothingAgainInALifeThatBeginsAnew() {
        // Given:
        Correction last = Correction.newBuilder().setObservedAt(LATER).build();
        driver.input(Topics.CORRECTIONS).pipeInput("roc", last);

        // When:
        send(release("roc", 3e24, member("a", "1")), FIRST);
        send(release("roc", 2e24, member("a", "2")), LATER);
        send(release("roc", 1e24, member("a", "3")), LATER.plus(Duration.ofDays(1)));

        // Then:
        assertThat(corrections.readValuesToList())
                .singleElement()
                .satisfies(correction -> assertThat(correction.getFrom()).startsWith("2.00e24 FLOP"));
    }

    @Test
    void shouldSayWhichTalliesMoveAndByHowMuch() {
        // Given:
        send(release("roc", 3e24, member("a", "1")), FIRST);

        // When:
        send(release("roc", 3e23, member("a", "2")), LATER);

        // Then:
        assertThat(corrections.readValue().getMoved())
                .extracting(MovedTally::getTally, MovedTally::getBy, MovedTally::getUnit)
                .contains(
                        tuple("compute|withCompute|total=all|year:2026", 3e23 - 3e24, "FLOP"),
                        tuple("releases|all|tier=≥1e24|year:2026", -1.0, "releases"))
                .doesNotContain(tuple("releases|all|total=all|year:2026", 0.0, "releases"));
    }

    @Test
    void shouldSayWhichAlertsAreWrong() {
        // Given:
        send(release("roc", 3e25, member("a", "1")), FIRST);

        // When:
        send(release("roc", 2e24, member("a", "2")), LATER);

        // Then:
        assertThat(corrections.readValue().getWrongAlerts())
                .isNotEmpty()
                .allMatch(alert -> alert.startsWith("threshold: eu-ai-act"));
    }

    private void send(Release release, Instant at) {
        releases.pipeInput(release.getFamilyId(), release, at);
    }

    private void end(String familyId, Instant at) {
        @Nullable Release none = null;
        releases.pipeInput(familyId, none, at);
    }

    private static Member member(String id, String hash) {
        return Member.newBuilder()
                .setSource("arxiv")
                .setNativeId(id)
                .setIntake("live")
                .setContentHash(hash)
                .setObservedAt(LATER)
                .build();
    }

    private static Member loaded(String id) {
        return Member.newBuilder(member(id, "1")).setIntake("first-load").build();
    }

    private static Release release(String name, double flop, Member... members) {
        return Release.newBuilder()
                .setFamilyId(name)
                .setName(name)
                .setFirstObservedAt(FIRST)
                .setPublishedDay("2026-03-01")
                .setMembers(Arrays.asList(members))
                .setCompute(Compute.newBuilder()
                        .setValue(flop)
                        .setLow(flop / 2)
                        .setHigh(flop * 2)
                        .setAdded(flop)
                        .build())
                .build();
    }
}
