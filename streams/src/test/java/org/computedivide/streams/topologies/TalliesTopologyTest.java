package org.computedivide.streams.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computedivide.streams.topologies.DatedReleases.day;
import static org.computedivide.streams.topologies.DatedReleases.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.awaitility.Awaitility;
import org.computedivide.avro.Day;
import org.computedivide.avro.Release;
import org.computedivide.avro.Tally;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalliesTopologyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private Driver driver;
    private TestInputTopic<String, Release> releases;
    private TestInputTopic<String, Day> days;
    private TestOutputTopic<String, Tally> tallies;

    @BeforeEach
    void setUp(@TempDir Path state) {
        driver = new Driver(TalliesTopology.build(TopicSerdes.embedded()), state, NOON);
        releases = driver.input(Topics.RELEASES);
        days = driver.input(Topics.DAYS);
        tallies = driver.output(Topics.TALLIES);
    }

    @AfterEach
    void tearDown() {
        driver.close();
    }

    @Test
    void shouldBeAsDescribed() throws IOException {
        Golden.assertDescribes(TalliesTopology.build(TopicSerdes.embedded()), "tallies");
    }

    @Test
    void shouldPublishCountsAndSumsOfTheDay() {
        // Given:
        begin(TODAY);
        put(release("a", "2026-03-01", "industry", 3e24));
        put(release("b", "2026-02-27", "academia", 1e24));

        // When:
        Map<String, Tally> rows = afterDrawing();

        // Then:
        assertThat(number(rows, "releases|all|affiliation=industry|7d")).isEqualTo(1);
        assertThat(number(rows, "compute|withCompute|total=all|7d")).isEqualTo(4e24);
        assertThat(number(rows, "computeShare|withCompute|affiliation=industry|7d"))
                .isEqualTo(0.75);
    }

    @Test
    void shouldPublishNothingBeforeADayHasBegun() {
        // Given:
        put(release("a", "2026-03-01", "industry", 3e24));

        // When:
        driver.driver.advanceWallClockTime(LONG_ENOUGH);

        // Then:
        assertThat(tallies.isEmpty()).isTrue();
    }

    @Test
    void shouldTakeBackWhatATombstoneEnds() {
        // Given:
        begin(TODAY);
        put(release("a", "2026-03-01", "industry", 3e24));
        Map<String, Tally> rows = afterDrawing();

        // When:
        releases.pipeInput("a", (Release) null);
        driver.driver.advanceWallClockTime(LONG_ENOUGH);

        // Then:
        assertThat(tallies.readKeyValuesToMap())
                .containsOnlyKeys(rows.keySet())
                .allSatisfy((key, row) -> assertThat(row).isNull());
    }

    @Test
    void shouldStayQuietWhenTheSameReleaseComesAgain() {
        // Given:
        begin(TODAY);
        put(release("a", "2026-03-01", "industry", 3e24));
        afterDrawing();

        // When:
        put(release("a", "2026-03-01", "industry", 3e24));
        begin(TODAY.minusDays(3));
        driver.driver.advanceWallClockTime(LONG_ENOUGH);

        // Then:
        assertThat(tallies.isEmpty()).isTrue();
    }

    @Test
    void shouldRollWithTheDays() {
        // Given:
        begin(TODAY);
        put(release("a", "2026-02-24", "industry", 3e24));
        afterDrawing();

        // When:
        begin(TODAY.plusDays(1));
        Map<String, Tally> rows = afterDrawing();

        // Then:
        assertThat(rows).containsEntry("releases|all|affiliation=industry|7d", null);
        assertThat(number(rows, "releases|all|affiliation=industry|30d")).isEqualTo(1);
    }

    @Test
    void shouldPublishADayWholeWithItsIntervals() {
        // Given:
        begin(TODAY);

        // When:
        put(release("a", "2026-03-01", "industry", 3e24));
        Map<String, Tally> rows = afterDrawing();

        // Then:
        assertThat(rows.values())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getLow() == null).isEqualTo(row.getExact()));
    }

    /** Lets the wall clock of the driver go on until the other thread has drawn and the rows are there. */
    private Map<String, Tally> afterDrawing() {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            driver.driver.advanceWallClockTime(Duration.ofMillis(500));
            return !tallies.isEmpty();
        });
        return tallies.readKeyValuesToMap();
    }

    private static double number(Map<String, Tally> rows, String key) {
        return Optional.ofNullable(rows.get(key))
                .orElseThrow(() -> new AssertionError("no row " + key))
                .getNumber();
    }

    private void begin(LocalDate day) {
        days.pipeInput(day.toString(), day(day), NOON);
    }

    private void put(Release release) {
        releases.pipeInput(release.getFamilyId(), release, NOON);
    }
}
