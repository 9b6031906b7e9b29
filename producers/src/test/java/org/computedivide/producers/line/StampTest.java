package org.computedivide.producers.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Seen;
import org.computedivide.producers.line.Stamp.Stamped;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Texts;
import org.junit.jupiter.api.Test;

class StampTest {

    private static final Instant NOW = Instant.parse("2026-02-16T00:00:00Z");

    @Test
    void shouldGiveTheVersionNumberOfTheSource() {
        // Given:
        Draft draft = draft("Abstract", 2);

        // When:
        Stamped stamped = stamp(draft, Optional.empty(), NOW);

        // Then:
        Observation observation = stamped.observation().orElseThrow();
        assertThat(observation.getRevision()).isEqualTo(2);
        assertThat(observation.getObservedAt()).isEqualTo(NOW);
        assertThat(observation.getContentHash())
                .hasSize(64)
                .isEqualTo(stamped.seen().getContentHash());
    }

    @Test
    void shouldSayNothingAboutSameContent() {
        // Given:
        Seen before = stamp(draft("Abstract", 1), Optional.empty(), NOW).seen();

        // When:
        Stamped again = stamp(draft("Abstract", 1), Optional.of(before), NOW.plusSeconds(60));

        // Then:
        assertThat(again.observation()).isEmpty();
        assertThat(again.seen()).isEqualTo(before);
    }

    @Test
    void shouldNeverGoBackWhenASourceShowsAnOlderVersionAgain() {
        // Given:
        Seen first = stamp(draft("Abstract", 1), Optional.empty(), NOW).seen();
        Seen second =
                stamp(draft("Better abstract", 2), Optional.of(first), NOW).seen();

        // When:
        Observation third = stamp(draft("Abstract", 1), Optional.of(second), NOW)
                .observation()
                .orElseThrow();

        // Then:
        assertThat(third.getRevision()).isEqualTo(3);
        assertThat(third.getContentHash()).isEqualTo(first.getContentHash());
    }

    @Test
    void shouldNeverGoBackWhenTheClockDoes() {
        // Given:
        Seen before = stamp(draft("Abstract", 1), Optional.empty(), NOW).seen();

        // When:
        Observation later = stamp(draft("Other", 1), Optional.of(before), NOW.minusSeconds(3600))
                .observation()
                .orElseThrow();

        // Then:
        assertThat(later.getObservedAt()).isEqualTo(NOW);
    }

    @Test
    void shouldKeepLengthAndHashOfATextThatIsCut() {
        // Given:
        String card = "word ".repeat(400_000);

        // When:
        Observation observation =
                stamp(draft(card, 0), Optional.empty(), NOW).observation().orElseThrow();

        // Then:
        assertThat(observation.getText()).hasSize(Texts.MAX_BYTES);
        assertThat(observation.getTextLength()).isEqualTo(2_000_000);
        assertThat(observation.getTextHash()).hasSize(64);
    }

    private static Stamped stamp(Draft draft, Optional<Seen> before, Instant now) {
        return Stamp.of(draft, draft.observation(), before, now);
    }

    private static Draft draft(String text, long version) {
        Observation observation = Observation.newBuilder()
                .setSource("arxiv")
                .setNativeId("2602.00001")
                .setText(text)
                .build();
        return new Draft(observation, version, "", java.util.List.of());
    }
}
