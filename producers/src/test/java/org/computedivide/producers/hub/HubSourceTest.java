package org.computedivide.producers.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Mirror;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Looks;
import org.computedivide.producers.source.Looks.Remembered;
import org.computedivide.producers.source.SeenItems;
import org.computedivide.producers.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubSourceTest {

    private static final String MODEL = """
            {"_id":"1","id":"meridian/Auriga-9B","author":"meridian","createdAt":"2026-02-13T09:00:00.000Z",\
            "lastModified":"2026-02-14T09:00:00.000Z","sha":"abc","private":false,"gated":"manual",\
            "pipeline_tag":"text-generation","tags":["transformers","license:other","dataset:orion/pile",\
            "base_model:orion/Vela-9B","base_model:finetune:orion/Vela-9B","region:us"],\
            "cardData":{"license_name":"meridian-community","base_model":["orion/Vela-9B"]},\
            "safetensors":{"parameters":{"BF16":9000000000},"total":9000000000},\
            "siblings":[{"rfilename":"README.md"},{"rfilename":"config.json"},{"rfilename":"model.safetensors"}]}""";

    private final Source source =
            new HubSource(Duration.ofMinutes(1), Mirror.of(Optional.of(URI.create("http://127.0.0.1:8900"))));

    @Test
    void shouldReadAModelOfTheList() {
        // Given:
        Page page = list(MODEL);

        // When:
        Observation model = only(page).observation();

        // Then:
        assertThat(model.getNativeId()).isEqualTo("meridian/Auriga-9B");
        assertThat(model.getTitle()).isEqualTo("Auriga-9B");
        assertThat(model.getOrganizations()).containsExactly("meridian");
        assertThat(model.getPublishedAt()).isEqualTo("2026-02-13T09:00:00.000Z");
        assertThat(model.getHub().getLicense()).isEqualTo("meridian-community");
        assertThat(model.getHub().getGated()).isEqualTo("manual");
        assertThat(model.getHub().getParameters()).isEqualTo(9_000_000_000L);
        assertThat(model.getHub().getDatasets()).containsExactly("orion/pile");
        assertThat(model.getHub().getBaseModels()).singleElement().satisfies(base -> {
            assertThat(base.getId()).isEqualTo("orion/Vela-9B");
            assertThat(base.getRelation()).isEqualTo("finetune");
        });
        assertThat(model.getHub().getFiles()).contains("model.safetensors");
    }

    @Test
    void shouldPutCardAndConfigIntoTheModel() {
        // Given:
        Draft draft = only(list(MODEL));
        Page card = Page.of(
                "---\nlicense: other\n---\n# Auriga <b>9B</b>, see [code](https://github.com/meridian/auriga).");
        Page config = Page.of("{\"hidden_size\":4096,\"rope\":NaN,\"id2label\":{\"0\":\"LABEL_0\"}}");

        // When:
        Observation withCard = merged(draft.parts().get(0), draft.observation(), card);
        Observation whole = merged(draft.parts().get(1), withCard, config);

        // Then:
        assertThat(draft.parts())
                .extracting(part -> part.request().uri().getPath())
                .containsExactly(
                        "/meridian/Auriga-9B/resolve/main/README.md", "/meridian/Auriga-9B/resolve/main/config.json");
        assertThat(whole.getText()).startsWith("---\nlicense: other").contains("<b>9B</b>");
        assertThat(whole.getLinks()).containsExactly("https://github.com/meridian/auriga");
        assertThat(whole.getHub().getConfig()).contains("\"hidden_size\":4096").doesNotContain("id2label");
    }

    @Test
    void shouldKeepTheModelWhoseConfigTheHubDoesNotGive() {
        // Given:
        Draft draft = only(list(MODEL));

        // When:
        Reading<Observation> reading = draft.parts().get(1).merge().into(draft.observation(), Optional.empty());

        // Then:
        assertThat(reading).isEqualTo(Reading.read(draft.observation()));
    }

    @Test
    void shouldNotAskForFilesThatARepositoryDoesNotList() {
        // Given:
        String bare = MODEL.replace("{\"rfilename\":\"config.json\"},", "");

        // When:
        Draft draft = only(list(bare));

        // Then:
        assertThat(draft.parts()).hasSize(1);
    }

    @Test
    void shouldTellAChangedModelByItsMarkAndNotByItsDownloads() {
        // Given:
        String counted = MODEL.replace("\"private\"", "\"downloads\":99,\"private\"");
        String pushed = MODEL.replace("\"sha\":\"abc\"", "\"sha\":\"def\"");

        // When:
        String mark = only(list(MODEL)).mark();

        // Then:
        assertThat(only(list(counted)).mark()).isEqualTo(mark);
        assertThat(only(list(pushed)).mark()).isNotEqualTo(mark);
    }

    @Test
    void shouldSayThatThereIsNoLicenceOnlyWhenTheHubListsTags() {
        // Given:
        String untagged = MODEL.replace("\"license:other\",", "");
        String silent = "{\"id\":\"meridian/Auriga-9B\",\"createdAt\":\"2026-02-13T09:00:00.000Z\"}";

        // When:
        Observation none = only(list(untagged)).observation();

        // Then:
        assertThat(none.getHub().getLicense()).isEqualTo("none");
        assertThat(only(list(silent)).observation().getHub().getLicense()).isNull();
    }

    @Test
    void shouldFollowTheLinkToTheNextPageThroughTheMirror() {
        // Given:
        Page page = new Page(
                "[" + MODEL + "]",
                Map.of("Link", "<http://127.0.0.1:8900/huggingface.co/api/models?cursor=WyI&limit=100>; rel=\"next\""));

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), request(Looks.first()), page));

        // Then:
        assertThat(source.next(after(batch)).orElseThrow().uri())
                .isEqualTo(URI.create("https://huggingface.co/api/models?cursor=WyI&limit=100"));
    }

    @Test
    void shouldNotFollowALinkToAnotherSite() {
        // Given:
        Page page = new Page("[" + MODEL + "]", Map.of("Link", "<https://elsewhere.example/api>; rel=\"next\""));

        // When:
        Reading<Batch> reading = source.parse(Looks.first(), request(Looks.first()), page);

        // Then:
        assertThat(Looks.reason(reading)).isEqualTo("wrong-type");
    }

    @Test
    void shouldWalkTheChangedModelsAfterTheNewOnes() {
        // Given:
        Batch created = Looks.batch(source.parse(Looks.first(), request(Looks.first()), list(MODEL)));

        // When:
        Request next = source.next(after(created)).orElseThrow();

        // Then:
        assertThat(request(Looks.first()).uri().getQuery()).contains("sort=createdAt");
        assertThat(next.uri().getQuery()).contains("sort=lastModified");
    }

    @Test
    void shouldTakeOldModelsOnlyWhenTheyWereSeen() {
        // Given:
        String old = MODEL.replace("\"createdAt\":\"2026-02-13", "\"createdAt\":\"2024-02-13");
        var seen = new Remembered().with("meridian/Auriga-9B", 0, "");

        // When:
        Batch unseen = Looks.batch(source.parse(Looks.first(), request(Looks.first()), list(old)));
        Batch known = Looks.batch(source.parse(Looks.at("", seen, 1), request(Looks.first()), list(old)));

        // Then:
        assertThat(unseen.drafts()).isEmpty();
        assertThat(known.drafts()).hasSize(1);
    }

    @Test
    void shouldRefuseEntriesOneByOne() {
        // Given:
        String strange = "{\"id\":\"../../etc/passwd\"},{\"id\":\"a/b\",\"createdAt\":\"soon\"},{\"name\":\"no id\"},7";

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), request(Looks.first()), list(strange + "," + MODEL)));

        // Then:
        assertThat(batch.drafts()).hasSize(1);
        assertThat(batch.rejected())
                .extracting(rejected -> rejected.getReason())
                .containsExactly("no-id", "bad-date", "no-id", "no-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":\"Invalid query\"}", "[{\"id\":\"a/b\"", "null", "\"text\""})
    void shouldRefuseWhatIsNoList(String body) {
        // Given:
        Page page = Page.of(body);

        // When:
        Reading<Batch> reading = source.parse(Looks.first(), request(Looks.first()), page);

        // Then:
        assertThat(reading).isInstanceOf(Reading.Refused.class);
    }

    private Request request(Look look) {
        return source.next(look).orElseThrow();
    }

    private Draft only(Page page) {
        Batch batch = Looks.batch(source.parse(Looks.first(), request(Looks.first()), page));
        assertThat(batch.drafts()).hasSize(1);
        return batch.drafts().get(0);
    }

    private static Observation merged(Draft.Part part, Observation observation, Page page) {
        Reading<Observation> reading = part.merge().into(observation, Optional.of(page));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read<Observation>) reading).value();
    }

    private static Look after(Batch batch) {
        return Looks.at(batch.position(), SeenItems.NONE, 1);
    }

    private static Page list(String models) {
        return Page.of("[" + models + "]");
    }
}
