package org.computedivide.streams.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.computedivide.avro.Alert;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Fired;
import org.computedivide.avro.Member;
import org.computedivide.avro.Openness;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsTopologyTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T08:00:00Z");

    private Path state = Path.of("");
    private Driver driver;
    private TestInputTopic<String, Release> releases;
    private TestOutputTopic<String, Alert> frontier;
    private TestOutputTopic<String, Alert> threshold;
    private TestOutputTopic<String, Alert> openWeights;
    private TestOutputTopic<String, Fired> ledger;

    @BeforeEach
    void start(@TempDir Path folder) {
        state = folder;
        driver = new Driver(AlertsTopology.build(TopicSerdes.embedded()), state, MARCH);
        releases = driver.input(Topics.RELEASES);
        frontier = driver.output(Topics.FRONTIER_COMPUTE);
        threshold = driver.output(Topics.THRESHOLD);
        openWeights = driver.output(Topics.OPEN_WEIGHTS);
        ledger = driver.output(Topics.ALERTS_FIRED);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldBeAsDescribed() throws IOException {
        Golden.assertDescribes(AlertsTopology.build(TopicSerdes.embedded()), "alerts");
    }

    @Test
    void shouldFireAtBothEdgesWithFigureIntervalAndSource() {
        // When:
        send(release("roc", 5e25, 0.2), MARCH);

        // Then:
        List<Alert> fired = threshold.readValuesToList();
        assertThat(fired)
                .extracting(Alert::getEdge)
                .containsExactly(
                        "eu-ai-act-51 at 0.5",
                        "eu-ai-act-51 at 0.9",
                        "eu-gpai-guidelines at 0.5",
                        "eu-gpai-guidelines at 0.9");
        assertThat(fired.get(0).getTitle()).startsWith("roc probably exceeds 1.0e25 FLOP");
        assertThat(fired.get(1).getTitle()).startsWith("roc almost certainly exceeds 1.0e25 FLOP");
        assertThat(fired.get(0).getMessage())
                .contains("5.0e25 FLOP", "90 % interval", "hardware time", "Regulation (EU) 2024/1689");
    }

    @Test
    void shouldNotFireForReleaseFromBeforeTheLaw() {
        // When:
        send(Release.newBuilder(release("roc", 5e25, 0.2)).setPublishedDay("2024-03-01"), MARCH);

        // Then:
        assertThat(threshold.isEmpty()).isTrue();
    }

    @Test
    void shouldNotCountProjectsAgainstALine() {
        // Given:
        Release.Builder release = release("roc", 5e25, 0.2);
        Compute project =
                Compute.newBuilder(release.getCompute()).setBoundary("project").build();

        // When:
        send(release.setCompute(project), MARCH);

        // Then:
        assertThat(threshold.isEmpty()).isTrue();
    }

    @Test
    void shouldNeverAlertImputedCompute() {
        // Given:
        Release.Builder release = release("roc", 5e25, 0.2);
        Compute imputed =
                Compute.newBuilder(release.getCompute()).setImputed(true).build();

        // When:
        send(open(release).setCompute(imputed), MARCH);

        // Then:
        assertThat(alerts()).isEmpty();
    }

    @Test
    void shouldFireWhenUpperEndReachesTheTenthLargest() {
        // Given:
        frontierOfTen();

        // When:
        send(release("roc", 2e24, 0.2), MARCH);

        // Then:
        assertThat(frontier.readValuesToList()).singleElement().satisfies(alert -> {
            assertThat(alert.getTitle()).isEqualTo("roc may be among the 10 largest training runs published so far");
            assertThat(alert.getLine()).isCloseTo(3e24, within(1e18));
            assertThat(alert.getMessage()).contains("number 11 by its central value");
        });
    }

    @Test
    void shouldNotFireBelowTheTenthLargest() {
        // Given:
        frontierOfTen();

        // When:
        send(release("roc", 4e21, 0.1), MARCH);

        // Then:
        assertThat(frontier.isEmpty()).isTrue();
    }

    @Test
    void shouldAskForReviewOfJumpOverTheRecord() {
        // Given:
        frontierOfTen();

        // When:
        send(release("roc", 5e26, 0.1), MARCH);

        // Then:
        assertThat(frontier.readValue().getFlags()).containsExactly("needs-review", "record-jump");
    }

    @Test
    void shouldFireOnlyForWeightsThatAnyoneMayDownload() {
        // When:
        send(open(release("roc", 1e24, 0.1)), MARCH);
        send(release("rook", 1e24, 0.1), MARCH);

        // Then:
        assertThat(openWeights.readValuesToList()).extracting(Alert::getName).containsExactly("roc");
    }

    @Test
    void shouldEnterBundledTableAsHistoricalWithoutAlert() {
        // When:
        send(open(release("roc", 5e25, 0.2)).setFresh(false), MARCH);

        // Then:
        assertThat(alerts()).isEmpty();
        assertThat(ledger.readValuesToList())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getState()).isEqualTo("historical"));
    }

    @Test
    void shouldNotFireTwiceWhenTheCardIsEdited() {
        // Given:
        send(open(release("roc", 5e25, 0.2)), MARCH);
        alerts();

        // When:
        send(open(release("roc", 5e25, 0.2)).setName("Roc!"), MARCH.plus(Duration.ofHours(1)));

        // Then:
        assertThat(alerts()).isEmpty();
    }

    @Test
    void shouldAmendUnderTheSameIdWhenTheFigureChanges() {
        // Given:
        send(open(release("roc", 5e24, 0.1)), MARCH);
        String id = openWeights.readValue().getId();

        // When:
        send(open(release("roc", 7e24, 0.1)), MARCH.plus(Duration.ofHours(1)));

        // Then:
        Alert amended = openWeights.readValue();
        assertThat(amended.getId()).isEqualTo(id);
        assertThat(amended.getState()).isEqualTo("amended");
    }

    @Test
    void shouldKeepAlertBetweenTheEdgesAndWithdrawItBelow() {
        // Given:
        send(release("roc", 1.2e25, 0.2), MARCH);
        alerts();

        // When:
        send(release("roc", 9.8e24, 0.2), MARCH.plus(Duration.ofHours(1)));
        List<Alert> between = threshold.readValuesToList();
        send(release("roc", 5e24, 0.2), MARCH.plus(Duration.ofHours(2)));

        // Then:
        assertThat(between)
                .filteredOn(alert -> alert.getEdge().startsWith("eu-ai-act"))
                .allSatisfy(alert -> assertThat(alert.getState()).isEqualTo("amended"));
        assertThat(threshold.readValuesToList())
                .filteredOn(alert -> alert.getState().equals("withdrawn"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getEdge()).isEqualTo("eu-ai-act-51 at 0.5"));
    }

    @Test
    void shouldFireAgainAfterWithdrawalUnderTheSameId() {
        // Given:
        send(release("roc", 2e25, 0.2), MARCH);
        String id = threshold.readValuesToList().get(0).getId();
        send(release("roc", 5e24, 0.2), MARCH.plus(Duration.ofHours(1)));
        alerts();

        // When:
        send(release("roc", 2e25, 0.2), MARCH.plus(Duration.ofHours(2)));

        // Then:
        assertThat(threshold.readValuesToList())
                .filteredOn(alert -> alert.getId().equals(id))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getState()).isEqualTo("fired"));
    }

    @Test
    void shouldWithdrawWhenTheReleaseEnds() {
        // Given:
        send(open(release("roc", 5e24, 0.1)), MARCH);
        openWeights.readValuesToList();

        // When:
        end("roc", MARCH.plus(Duration.ofHours(1)));

        // Then:
        assertThat(openWeights.readValue().getState()).isEqualTo("withdrawn");
    }

    @Test
    void shouldFollowMembersIntoAnotherFamilyWithoutWord() {
        // Given:
        send(open(release("roc", 5e24, 0.1)), MARCH);
        alerts();

        // When:
        send(open(release("roc", 5e24, 0.1)).setFamilyId("heron"), MARCH.plus(Duration.ofHours(1)));
        end("roc", MARCH.plus(Duration.ofHours(1)));

        // Then:
        assertThat(alerts()).isEmpty();
    }

    @Test
    void shouldFireNothingAfterARebuildWithTheSameLedger() {
        // Given:
        List<Release> history = List.of(
                open(release("roc", 5e25, 0.2)).build(),
                open(release("roc", 4e21, 0.2)).build(),
                open(release("heron", 3e24, 0.2)).build());
        replay(history);
        List<Alert> before = alerts();
        List<KeyValue<String, Fired>> entries = ledger.readKeyValuesToList();

        // When:
        rebuild(entries);
        replay(history);

        // Then:
        assertThat(before).isNotEmpty();
        assertThat(alerts()).isEmpty();
    }

    @Test
    void shouldFireWhatIsNewAfterARebuild() {
        // Given:
        replay(List.of(open(release("roc", 5e25, 0.2)).build()));
        alerts();
        rebuild(ledger.readKeyValuesToList());

        // When:
        send(open(release("heron", 3e24, 0.2)), MARCH.plus(Duration.ofDays(1)));

        // Then:
        assertThat(openWeights.readValuesToList()).extracting(Alert::getName).containsExactly("heron");
    }

    private void replay(List<Release> history) {
        for (int i = 0; i < history.size(); i++) {
            send(Release.newBuilder(history.get(i)), MARCH.plus(Duration.ofMinutes(i)));
        }
    }

    /** A new application id: empty state, the same ledger on the broker. */
    private void rebuild(List<KeyValue<String, Fired>> entries) {
        driver.close();
        start(state.resolve("rebuilt"));
        driver.input(Topics.ALERTS_FIRED).pipeKeyValueList(entries);
    }

    private void frontierOfTen() {
        for (int i = 0; i < 10; i++) {
            send(release("old-" + i, (i + 3) * 1000 * 1e21, 0.01).setFresh(false), MARCH);
        }
        alerts();
    }

    private void send(Release.Builder release, Instant at) {
        releases.pipeInput(release.getFamilyId(), release.build(), at);
    }

    private void end(String familyId, Instant at) {
        @Nullable Release none = null;
        releases.pipeInput(familyId, none, at);
    }

    private List<Alert> alerts() {
        var all = new ArrayList<Alert>();
        all.addAll(frontier.readValuesToList());
        all.addAll(threshold.readValuesToList());
        all.addAll(openWeights.readValuesToList());
        return all;
    }

    private static Release.Builder open(Release.Builder release) {
        return release.setOpenness(
                Openness.newBuilder().setWeights("restricted-use").build());
    }

    private static Release.Builder release(String name, double flop, double sigma) {
        double width = Math.pow(10, 1.645 * sigma);
        Compute compute = Compute.newBuilder()
                .setValue(flop)
                .setLow(flop / width)
                .setHigh(flop * width)
                .setSigma(sigma)
                .setMethod("hardware-time")
                .setBoundary("unknown")
                .build();
        return Release.newBuilder()
                .setFamilyId(name)
                .setName(name)
                .setPublishedAt("2026-03-01")
                .setPublishedDay("2026-03-01")
                .setSubject("arxiv/" + name)
                .setMembers(List.of(Member.newBuilder()
                        .setSource("arxiv")
                        .setNativeId(name)
                        .setUrl("https://arxiv.org/abs/" + name)
                        .build()))
                .setDomains(List.of("language"))
                .setFresh(true)
                .setVariants(List.of(Variant.newBuilder()
                        .setHeadline(true)
                        .setCompute(compute)
                        .build()))
                .setCompute(compute);
    }
}
