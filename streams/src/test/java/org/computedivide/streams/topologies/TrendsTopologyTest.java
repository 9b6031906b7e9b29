package org.computedivide.streams.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computedivide.streams.topologies.DatedReleases.day;
import static org.computedivide.streams.topologies.DatedReleases.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.awaitility.Awaitility;
import org.computedivide.avro.Day;
import org.computedivide.avro.Release;
import org.computedivide.avro.Trend;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendsTopologyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Driver driver;
    private TestInputTopic<String, Release> releases;
    private TestInputTopic<String, Day> days;
    private TestOutputTopic<String, Trend> trends;

    @BeforeEach
    void setUp(@TempDir Path state) {
        driver = new Driver(TrendsTopology.build(TopicSerdes.embedded()), state, NOON);
        releases = driver.input(Topics.RELEASES);
        days = driver.input(Topics.DAYS);
        trends = driver.output(Topics.TRENDS);
    }

    @AfterEach
    void tearDown() {
        driver.close();
    }

    @Test
    void shouldBeAsDescribed() throws IOException {
        Golden.assertDescribes(TrendsTopology.build(TopicSerdes.embedded()), "trends");
    }

    @Test
    void shouldFitOnceReleasesHaveGoneQuiet() {
        // Given:
        begin(TODAY);
        quadrupling();

        // When:
        List<KeyValue<String, Trend>> rows = afterFitting();

        // Then:
        assertThat(rows)
                .filteredOn(row -> row.key.equals("doubling-time|allWithCompute"))
                .singleElement()
                .satisfies(row -> assertThat(row.value.getDoublingMonths()).isBetween(5.99, 6.01));
    }

    @Test
    void shouldWithdrawTrendsWhenTheirReleasesAreGone() {
        // Given:
        begin(TODAY);
        quadrupling();
        int fitted = afterFitting().size();

        // When:
        for (int year = 2018; year < 2026; year++) {
            releases.pipeInput("y" + year, (Release) null);
        }
        driver.driver.advanceWallClockTime(Duration.ofMinutes(2));
        List<KeyValue<String, Trend>> rows = afterFitting();

        // Then:
        assertThat(rows).hasSize(fitted).allSatisfy(row -> assertThat(row.value).isNull());
    }

    @Test
    void shouldFitAgainWhenADayBegins() {
        // Given:
        begin(TODAY);
        quadrupling();
        afterFitting();

        // When:
        begin(TODAY.plusDays(1));
        List<KeyValue<String, Trend>> rows = afterFitting();

        // Then:
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.value.getDay()).isEqualTo("2026-03-03"));
    }

    private void quadrupling() {
        for (int year = 2018; year < 2026; year++) {
            Release release = release("y" + year, year + "-01-01", "industry", StrictMath.pow(4, year - 1980));
            releases.pipeInput(release.getFamilyId(), release, NOON);
        }
    }

    /** Lets the wall clock of the driver go on until the other thread has fitted and the rows are there. */
    private List<KeyValue<String, Trend>> afterFitting() {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            driver.driver.advanceWallClockTime(Duration.ofMillis(500));
            return !trends.isEmpty();
        });
        return trends.readKeyValuesToList();
    }

    private void begin(LocalDate day) {
        days.pipeInput(day.toString(), day(day), NOON);
    }
}
