package org.computedivide.producers.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Hashes;
import org.computedivide.producers.source.Looks;
import org.computedivide.producers.source.Looks.Remembered;
import org.computedivide.producers.source.SeenItems;
import org.computedivide.producers.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenRouterSourceTest {

    private static final long FEBRUARY_13 = 1_770_973_200L;
    private static final long JANUARY_1 = 1_767_225_600L;

    private final Source source = new OpenRouterSource(Duration.ofMinutes(15));
    private final Request list = source.next(Looks.first()).orElseThrow();

    @Test
    void shouldReadAModel() {
        // Given:
        Page page = page(model("meridian/auriga-2", FEBRUARY_13, "0.000003"));

        // When:
        Observation model = only(page).observation();

        // Then:
        assertThat(model.getNativeId()).isEqualTo("meridian/auriga-2");
        assertThat(model.getTitle()).isEqualTo("Auriga 2");
        assertThat(model.getOrganizations()).containsExactly("Meridian");
        assertThat(model.getPublishedAt()).isEqualTo("2026-02-13T09:00:00Z");
        assertThat(model.getForm()).isEqualTo("product");
        assertThat(model.getTier()).isEqualTo("aggregator");
        assertThat(model.getCategories()).containsExactly("input:image", "input:text", "output:text");
        assertThat(model.getLinks())
                .containsExactly(
                        "https://openrouter.ai/meridian/auriga-2",
                        "https://huggingface.co/meridian/Auriga-2",
                        "https://meridian.example/auriga");
        assertThat(model.getStatements())
                .extracting("field", "text")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("contextLength", "262144"),
                        org.assertj.core.groups.Tuple.tuple("knowledgeCutoff", "2025-06-30"));
    }

    @Test
    void shouldSeeNoNewVersionWhenOnlyPricesMove() {
        // Given:
        Observation cheap = only(page(model("a/b", FEBRUARY_13, "0.000001"))).observation();
        Observation dear = only(page(model("a/b", FEBRUARY_13, "0.9"))).observation();

        // When:
        boolean same = Hashes.ofContent(cheap, 0).equals(Hashes.ofContent(dear, 0));

        // Then:
        assertThat(same).isTrue();
    }

    @Test
    void shouldLeaveAloneWhatWasThereBeforeTheFirstStart() {
        // Given:
        Page page = page(model("a/old", JANUARY_1, "1") + "," + model("a/new", FEBRUARY_13, "1"));

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), list, page));

        // Then:
        assertThat(batch.drafts()).extracting(Draft::nativeId).containsExactly("a/new");
        assertThat(Looks.batch(source.parse(Looks.at("", new Remembered().with("a/old", 0, ""), 2), list, page))
                        .drafts())
                .hasSize(2);
    }

    @Test
    void shouldGiveItsOwnChoosersNoMaker() {
        // Given:
        Page page = page(model("openrouter/auto", FEBRUARY_13, "1"));

        // When:
        Observation chooser = only(page).observation();

        // Then:
        assertThat(chooser.getOrganizations()).isEmpty();
        assertThat(only(page(model("~meridian/auriga-latest", FEBRUARY_13, "1").replace("Meridian: ", "")))
                        .observation()
                        .getOrganizations())
                .containsExactly("meridian");
    }

    @Test
    void shouldRefuseAnEntryWithoutIdOrTime() {
        // Given:
        Page page = page(model("", FEBRUARY_13, "1") + "," + model("a/b", 0, "1"));

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), list, page));

        // Then:
        assertThat(batch.drafts()).isEmpty();
        assertThat(batch.rejected()).extracting("reason").containsExactly("no-id", "bad-date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\": [{\"id\": \"a/b\"", "{\"error\": \"soon\"}", "[]"})
    void shouldTakeNothingOfAnAnswerThatIsNoList(String text) {
        // Given:
        Page page = Page.of(text);

        // When:
        Reading<Batch> reading = source.parse(Looks.first(), list, page);

        // Then:
        assertThat(reading).isNotInstanceOf(Reading.Read.class);
    }

    @Test
    void shouldNotBelieveAListThatHasLostAll() {
        // Given:
        String position = Looks.batch(source.parse(Looks.first(), list, page(model("a/b", FEBRUARY_13, "1"))))
                .position();

        // When:
        Reading<Batch> reading = source.parse(Looks.at(position, SeenItems.NONE, 2), list, page(""));

        // Then:
        assertThat(reading).isEqualTo(new Reading.PageChanged<Batch>("data"));
        assertThat(source.next(Looks.at(position, SeenItems.NONE, 1))).isEmpty();
    }

    private Draft only(Page page) {
        return Looks.batch(source.parse(Looks.first(), list, page)).drafts().get(0);
    }

    private static Page page(String models) {
        return Page.of("{\"data\":[" + models + "]}");
    }

    private static String model(String id, long created, String price) {
        return """
                {"id": "%s", "canonical_slug": "x", "hugging_face_id": "meridian/Auriga-2", "name": "Meridian: Auriga 2",
                 "created": %d, "description": "A model, see https://meridian.example/auriga.", "context_length": 262144,
                 "architecture": {"modality": "text+image->text", "input_modalities": ["text", "image"],
                 "output_modalities": ["text"], "tokenizer": "Other", "instruct_type": null},
                 "pricing": {"prompt": "%s"}, "top_provider": {"context_length": 1}, "knowledge_cutoff": "2025-06-30",
                 "expiration_date": null}""".formatted(id, created, price);
    }
}
