package org.computedivide.streams.rules.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.computedivide.streams.rules.digest.Rows.row;
import static org.computedivide.streams.rules.digest.Rows.withdrawn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.computedivide.avro.Correction;
import org.computedivide.avro.Digest;
import org.computedivide.avro.DigestEntry;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestDraftTest {

    private static final Week WEEK = Week.parse("2026-W12");

    private static final List<Observation> LOG = List.of(
            row("Heron 1", "2026-03-02T10:00:00Z", "2026-02-20", 1e24),
            row("Stork 1", "2026-03-02T10:00:00Z", "2026-02-21", 2e24),
            row("Egret 1", "2026-03-03T10:00:00Z", "2026-02-22", 3e24),
            row("Heron 1", "2026-03-17T10:00:00Z", "2026-02-20", 4e24),
            withdrawn("Stork 1", "2026-03-18T10:00:00Z"),
            row("Crane 2", "2026-03-16T00:00:00Z", "2026-03-15", 5e23, "Academia"),
            row("Auk 2", "2026-03-22T23:59:59Z", "2026-03-20", 7e23),
            row("Old 2", "2026-03-20T10:00:00Z", "2019-05-01", 1e20),
            row("Next 3", "2026-03-23T00:00:00Z", "2026-03-22", 9e25));

    @Test
    void shouldTellWhatWasFirstObservedInTheWeekByCompute() {
        // When:
        Digest digest = digest(LOG);

        // Then:
        assertThat(digest.getEntries()).extracting(DigestEntry::getName).containsExactly("Auk 2", "Crane 2");
        assertThat(digest.getOlderFinds()).isEqualTo(1);
        assertThat(digest.getObservations()).isEqualTo(5);
        assertThat(digest.getMadeAt()).isEqualTo("2026-03-23T06:00:00Z");
        assertThat(digest.getPreview()).isFalse();
        assertThat(digest.getEntries().get(0).getUrl()).isEqualTo("https://example.org/Auk 2");
    }

    @Test
    void shouldListWhatChangedSinceTheWeekBefore() {
        // When:
        Digest digest = digest(LOG);

        // Then:
        assertThat(digest.getCorrections())
                .extracting(Correction::getName, Correction::getField, Correction::getWhy)
                .containsExactly(
                        tuple("Heron 1", "compute", "source-changed"), tuple("Stork 1", "identity", "withdrawn"));
        assertThat(digest.getCorrections().get(0).getSentence())
                .startsWith("The training compute of Heron 1 was given as 1.00e24 FLOP (")
                .endsWith("because a source changed what it says.");
    }

    @Test
    void shouldCountAsOfSunday() {
        // When:
        Digest digest = digest(LOG);

        // Then:
        Tally week = digest.getTallies().stream()
                .filter(tally -> tally.getMeasure().equals("releases")
                        && tally.getSelection().equals("all")
                        && tally.getDimension().equals("total")
                        && tally.getWindow().equals("7d"))
                .findFirst()
                .orElseThrow();
        assertThat(week.getNumber()).isEqualTo(1);
        assertThat(week.getTo()).isEqualTo("2026-03-22");
        assertThat(digest.getPoints()).extracting(point -> point.getName()).contains("Old 2", "Heron 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldBeTheSameBytesFromAnyOrderOfTheLog(long seed) {
        // Given:
        var shuffled = new ArrayList<>(LOG);
        shuffled.addAll(LOG.subList(0, 4));
        Collections.shuffle(shuffled, new Random(seed));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

        // When:
        Digest digest = digest(shuffled);
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);

        // Then:
        assertThat(digest.toString()).isEqualTo(digest(LOG).toString());
    }

    @Test
    void shouldBeTheSameBytesWhenTheLogWentOn() throws IOException {
        // Given:
        List<Observation> known = LOG.stream()
                .filter(observation -> observation.getObservedAt().isBefore(WEEK.end()))
                .toList();
        var later = new ArrayList<>(LOG);
        later.add(row("Auk 2", "2026-04-01T10:00:00Z", "2026-03-20", 9e23));
        later.add(withdrawn("Crane 2", "2026-04-02T10:00:00Z"));

        // When:
        ByteBuffer again = digest(later).toByteBuffer();

        // Then:
        assertThat(again).isEqualTo(digest(known).toByteBuffer());
    }

    @Test
    void shouldSayThatItIsAPreviewBeforeTheWeekIsOver() {
        // Given:
        Instant thursday = Instant.parse("2026-03-19T12:00:00Z");
        var draft = DigestDraft.preview(WEEK, thursday);

        // When:
        LOG.forEach(draft::accept);
        Digest digest = draft.digest();

        // Then:
        assertThat(digest.getPreview()).isTrue();
        assertThat(digest.getMadeAt()).isEqualTo(thursday);
        assertThat(digest.getEntries()).extracting(DigestEntry::getName).containsExactly("Crane 2");
    }

    private static Digest digest(List<Observation> observations) {
        var draft = DigestDraft.of(WEEK);
        observations.forEach(draft::accept);
        return draft.digest();
    }
}
