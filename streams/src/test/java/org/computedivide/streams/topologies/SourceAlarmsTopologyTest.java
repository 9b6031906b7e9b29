package org.computedivide.streams.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.computedivide.avro.Alert;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Member;
import org.computedivide.avro.Openness;
import org.computedivide.avro.Release;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceAlarmsTopologyTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T08:00:00Z");
    private static final int ITEMS = 30;

    private Driver driver;
    private TestInputTopic<String, Evidence> evidence;
    private TestOutputTopic<String, Alert> alarms;
    private TestInputTopic<String, Release> families;
    private TestOutputTopic<String, Alert> oversized;

    @BeforeEach
    void start(@TempDir Path folder) {
        driver = new Driver(SourceAlarmsTopology.build(TopicSerdes.embedded()), folder, MARCH);
        evidence = driver.input(Topics.EVIDENCE);
        alarms = driver.output(Topics.CLASS_JUMP);
        families = driver.input(Topics.RELEASES);
        oversized = driver.output(Topics.OVERSIZED_FAMILY);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldBeAsDescribed() throws IOException {
        Golden.assertDescribes(SourceAlarmsTopology.build(TopicSerdes.embedded()), "source-alarms");
    }

    @Test
    void shouldRaiseOneAlarmWhenAllLicencesOfASourceBecomeOpenWithinAnHour() {
        // Given:
        read("restricted-use", "1", Duration.ofHours(1));

        // When:
        read("unrestricted", "1", Duration.ofSeconds(60));

        // Then:
        assertThat(alarms.readValuesToList()).singleElement().satisfies(alarm -> {
            assertThat(alarm.getSubject()).isEqualTo("acme");
            assertThat(alarm.getEdge()).startsWith("licence became unrestricted");
            assertThat(alarm.getMessage()).contains("20 of 20 items");
        });
    }

    @Test
    void shouldCountOnAfterARestartInTheMiddleOfTheHour(@TempDir Path other) {
        // Given:
        read("restricted-use", "1", Duration.ofHours(1));
        read("unrestricted", "1", Duration.ofSeconds(60), 15);
        restart(other);

        // When:
        read("non-commercial", "1", Duration.ofSeconds(60), 5);
        read("unrestricted", "1", Duration.ofSeconds(60), ITEMS);

        // Then:
        assertThat(alarms.readValuesToList())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.getMessage()).contains("20 of 25 items"));
    }

    @Test
    void shouldForgetWhatIsOlderThanAnHour() {
        // Given:
        read("restricted-use", "1", Duration.ofHours(1));
        read("unrestricted", "1", Duration.ofSeconds(60), 15);

        // When:
        at = at.plus(Duration.ofHours(2));
        read("non-commercial", "1", Duration.ofSeconds(60), 1);

        // Then:
        assertThat(entries("changes-of-the-hour")).hasSize(1);
    }

    /** Another life on the same states, as a broker gives them back. */
    private void restart(Path folder) {
        Map<String, Map<String, Object>> states = new TreeMap<>();
        driver.driver.getAllStateStores().keySet().forEach(store -> states.put(store, entries(store)));
        driver.close();
        start(folder);
        states.forEach((store, entries) -> entries.forEach((key, value) ->
                driver.driver.<String, Object>getKeyValueStore(store).put(key, value)));
    }

    private Map<String, Object> entries(String store) {
        Map<String, Object> entries = new TreeMap<>();
        try (var all = driver.driver.<String, Object>getKeyValueStore(store).all()) {
            all.forEachRemaining(entry -> entries.put(entry.key, entry.value));
        }
        return entries;
    }

    @Test
    void shouldRaiseNoneForNewItems() {
        // When:
        read("unrestricted", "1", Duration.ofSeconds(1));

        // Then:
        assertThat(alarms.isEmpty()).isTrue();
    }

    @Test
    void shouldRaiseNoneForChangesSpreadOverDays() {
        // Given:
        read("restricted-use", "1", Duration.ofHours(1));

        // When:
        read("unrestricted", "1", Duration.ofHours(3));

        // Then:
        assertThat(alarms.isEmpty()).isTrue();
    }

    @Test
    void shouldRaiseNoneWhenOurOwnMethodsChanged() {
        // Given:
        read("restricted-use", "1", Duration.ofHours(1));

        // When:
        read("unrestricted", "2", Duration.ofSeconds(1));

        // Then:
        assertThat(alarms.isEmpty()).isTrue();
    }

    @Test
    void shouldRaiseOneAlarmOnAFamilyThatOutgrowsAnyReleaseAndEndIt() {
        // When:
        release("roc-1", 300);
        release("roc-1", 301);
        release("roc-1", 400);
        release("roc-1", 280);
        release("roc-1", 12);
        families.pipeInput("roc-1", null, at);

        // Then:
        assertThat(oversized.readValuesToList())
                .extracting(Alert::getState, Alert::getFamilyId, Alert::getTitle)
                .containsExactly(
                        tuple("fired", "roc-1", "Roc: 301 observations in one family"),
                        tuple("withdrawn", "roc-1", "Withdrawn: Roc: 301 observations in one family"));
    }

    @Test
    void shouldEndTheAlarmOfAFamilyThatIsGoneAndRaiseItAnewWhenItComesBack() {
        // When:
        release("roc-1", 500);
        families.pipeInput("roc-1", null, at);
        release("roc-1", 500);

        // Then:
        assertThat(oversized.readValuesToList())
                .extracting(Alert::getState)
                .containsExactly("fired", "withdrawn", "fired");
    }

    private void release(String familyId, int members) {
        at = at.plusSeconds(60);
        families.pipeInput(
                familyId,
                Release.newBuilder()
                        .setFamilyId(familyId)
                        .setName("Roc")
                        .setSubject("acme/0")
                        .setMembers(Collections.nCopies(
                                members, Member.newBuilder().setSource("acme").build()))
                        .setFlags(members > 300 ? List.of("oversized-family") : List.of())
                        .build(),
                at);
    }

    private Instant at = MARCH;

    private void read(String licenceClass, String methods, Duration apart) {
        read(licenceClass, methods, apart, ITEMS);
    }

    private void read(String licenceClass, String methods, Duration apart, int items) {
        for (int i = 0; i < items; i++) {
            at = at.plus(apart);
            evidence.pipeInput(
                    "acme/" + i,
                    Evidence.newBuilder()
                            .setSource("acme")
                            .setNativeId("item " + i)
                            .setState("present")
                            .setKind("base")
                            .setMethodsVersion(methods)
                            .setOpenness(Openness.newBuilder()
                                    .setLicenseClass(licenceClass)
                                    .build())
                            .build(),
                    at);
        }
    }
}
