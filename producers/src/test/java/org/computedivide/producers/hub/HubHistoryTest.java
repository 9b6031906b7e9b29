package org.computedivide.producers.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.computedivide.producers.fetch.Mirror;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.History;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Looks;
import org.computedivide.producers.source.SeenItems;
import org.computedivide.producers.source.Span;
import org.junit.jupiter.api.Test;

class HubHistoryTest {

    private static final String NEXT = "https://huggingface.co/api/models?cursor=abc";

    private final History history = new HubSource(Duration.ofMinutes(1), Mirror.of(Optional.empty()))
            .history(new Span(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-03")))
            .orElseThrow();

    @Test
    void shouldPassOverWhatIsNewerAndGoOnWhereTheLinkSays() {
        // Given:
        Page page = page(NEXT, "2026-02-05", "2026-02-04");

        // When:
        Batch batch = read("", page);

        // Then:
        assertThat(batch.drafts()).isEmpty();
        assertThat(history.next(look(batch.position()))).hasValueSatisfying(request -> {
            assertThat(request.uri()).isEqualTo(URI.create(NEXT));
            assertThat(request.conditional()).isFalse();
        });
        assertThat(history.done(batch.position())).isBetween(0.2, 0.5);
    }

    @Test
    void shouldTakeWhatWasMadeInTheSpanAndEndBelowIt() {
        // Given:
        String position = read("", page(NEXT, "2026-02-05", "2026-02-04")).position();

        // When:
        Batch batch = read(position, page(NEXT, "2026-02-03", "2026-02-01", "2026-01-31"));

        // Then:
        assertThat(batch.drafts()).extracting(Draft::nativeId).containsExactly("lab/2026-02-03", "lab/2026-02-01");
        assertThat(history.next(look(batch.position()))).isEmpty();
        assertThat(history.done(batch.position())).isEqualTo(1);
    }

    @Test
    void shouldTakeAnEmptyListForAnAlarm() {
        // When:
        Reading<Batch> reading = parse("", Page.of("[]"));

        // Then:
        assertThat(reading).isInstanceOf(Reading.PageChanged.class);
    }

    private Batch read(String position, Page page) {
        return Looks.batch(parse(position, page));
    }

    private Reading<Batch> parse(String position, Page page) {
        Look look = look(position);
        return history.parse(look, history.next(look).orElseThrow(), page);
    }

    private static Look look(String position) {
        return Looks.at(position, SeenItems.NONE, 1);
    }

    private static Page page(String next, String... days) {
        var models = new StringBuilder("[");
        for (String day : days) {
            models.append(models.length() > 1 ? "," : "")
                    .append("{\"_id\":\"x\",\"id\":\"lab/%s\",\"createdAt\":\"%sT10:00:00.000Z\",\"tags\":[]}"
                            .formatted(day, day));
        }
        return new Page(models.append(']').toString(), Map.of("Link", "<" + next + ">; rel=\"next\""));
    }
}
