package org.computedivide.producers.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Hashes;
import org.computedivide.producers.source.Looks;
import org.computedivide.producers.source.Looks.Remembered;
import org.computedivide.producers.source.Source;
import org.junit.jupiter.api.Test;

class OllamaSourceTest {

    private final Source source = new OllamaSource(Duration.ofMinutes(15));
    private final Request list = source.next(Looks.first()).orElseThrow();

    @Test
    void shouldReadAModelWithItsTags() {
        // Given:
        Draft draft = only(row("auriga2", "Feb 13, 2026 9:00 AM UTC"));

        // When:
        Observation model = whole(
                draft,
                tag("8b-q8_0", "9.1GB", "128K", "2026-02-13T09:00:00Z")
                        + tag("8b", "4.9GB", "128K", "2026-02-12T08:00:00Z"));

        // Then:
        assertThat(draft.parts().get(0).request().uri()).hasToString("https://ollama.com/library/auriga2/tags");
        assertThat(model.getNativeId()).isEqualTo("auriga2");
        assertThat(model.getUrl()).isEqualTo("https://ollama.com/library/auriga2");
        assertThat(model.getPublishedAt()).isEqualTo("2026-02-12");
        assertThat(model.getCategories()).containsExactly("input:image", "input:text", "tools");
        assertThat(model.getText()).isEqualTo("A small model.\n\nSizes: 8b\n\nTags:\n- 8b: 4.9GB\n- 8b-q8_0: 9.1GB");
        assertThat(model.getStatements())
                .extracting("field", "number")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("contextLength", 131_072.0));
        assertThat(model.getOrganizations()).isEmpty();
        assertThat(model.getForm()).isEqualTo("product");
    }

    @Test
    void shouldSeeNoNewVersionWhenATagIsPackedAnew() {
        // Given:
        Draft draft = only(row("auriga2", "Feb 13, 2026 9:00 AM UTC"));
        Observation before = whole(draft, tag("8b", "4.9GB", "128K", "2026-02-12T08:00:00Z"));

        // When:
        Observation after =
                whole(draft, tag("8b", "4.9GB", "128K", "2026-02-12T23:00:00Z").replace("6995872bfe4c", "0"));

        // Then:
        assertThat(Hashes.ofContent(after, 0)).isEqualTo(Hashes.ofContent(before, 0));
    }

    @Test
    void shouldFetchTagsOnlyWhenTheRowHasChanged() {
        // Given:
        String mark = only(row("auriga2", "Feb 13, 2026 9:00 AM UTC")).mark();

        // When:
        String later = only(row("auriga2", "Feb 14, 2026 9:00 AM UTC")).mark();

        // Then:
        assertThat(only(row("auriga2", "Feb 13, 2026 9:00 AM UTC").replace("2 days", "3 days"))
                        .mark())
                .isEqualTo(mark);
        assertThat(later).isNotEqualTo(mark);
    }

    @Test
    void shouldLeaveAloneWhatWasNotUpdatedSinceTheFirstStart() {
        // Given:
        Page page = page(row("old", "Jan 3, 2026 9:00 AM UTC") + row("new", "Feb 13, 2026 9:00 AM UTC"));

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), list, page));

        // Then:
        assertThat(batch.drafts()).extracting(Draft::nativeId).containsExactly("new");
        assertThat(Looks.batch(source.parse(Looks.at("", new Remembered().with("old", 0, ""), 2), list, page))
                        .drafts())
                .hasSize(2);
    }

    @Test
    void shouldNameTheSelectorThatFindsNothingAnyMore() {
        // Given:
        Page rebuilt = page("<li><a href=\"/library/auriga2\">auriga2</a></li>");

        // When:
        Reading<Batch> reading = source.parse(Looks.first(), list, rebuilt);

        // Then:
        assertThat(reading).isEqualTo(new Reading.PageChanged<Batch>("li[x-test-model]"));
        Draft draft = only(row("auriga2", "Feb 13, 2026 9:00 AM UTC"));
        assertThat(into(draft, "")).isEqualTo(new Reading.PageChanged<Observation>("a[href*=/library/auriga2:]"));
        assertThat(draft.parts().get(0).merge().into(draft.observation(), Optional.empty()))
                .isInstanceOf(Reading.Refused.class);
    }

    @Test
    void shouldRefusePagesThatEndEarly() {
        // Given:
        Page cut = Page.of("<!DOCTYPE html><html><body><ul>" + row("auriga2", "Feb 13, 2026 9:00 AM UTC"));

        // When:
        Reading<Batch> reading = source.parse(Looks.first(), list, cut);

        // Then:
        assertThat(Looks.reason(reading)).isEqualTo("truncated");
    }

    private Draft only(String row) {
        return Looks.batch(source.parse(Looks.first(), list, page(row)))
                .drafts()
                .get(0);
    }

    private static Observation whole(Draft draft, String tags) {
        return ((Reading.Read<Observation>) into(draft, tags)).value();
    }

    private static Reading<Observation> into(Draft draft, String tags) {
        Page page = Page.of("<!DOCTYPE html><html><body><main><h1>auriga2</h1><section>" + tags
                + "</section></main></body></html>");
        return draft.parts().get(0).merge().into(draft.observation(), Optional.of(page));
    }

    private static Page page(String rows) {
        return Page.of("<!DOCTYPE html><html><body><main><ul role=\"list\">" + rows + "</ul></main></body></html>");
    }

    private static String row(String name, String updated) {
        return """
                <li x-test-model class="flex"><a href="/library/%1$s" class="group w-full">
                <div title="%1$s"><h2><span x-test-search-response-title>%1$s</span></h2><p class="max-w-lg">A small model.</p></div>
                <div><span x-test-capability>tools</span><span x-test-size>8b</span></div>
                <p class="my-1"><span><span x-test-tag-count>2</span> Tags</span>
                <span title="%2$s">Updated <span x-test-updated>2 days ago</span></span></p></a></li>
                """.formatted(name, updated);
    }

    private static String tag(String name, String size, String context, String time) {
        return """
                <div class="group px-4 py-3"><a href="/library/auriga2:%s">auriga2:%s</a> <span class="font-mono">6995872bfe4c</span> •
                %s • %s context window • Text, Image input • <time datetime="%s">3 months ago</time></div>
                """.formatted(name, name, size, context, time);
    }
}
