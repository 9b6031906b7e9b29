package org.computedivide.producers.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Looks;
import org.computedivide.producers.source.Looks.Remembered;
import org.computedivide.producers.source.SeenItems;
import org.computedivide.producers.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesSourceTest {

    private static final Lab LAB = new Lab(
            "meridian",
            "Meridian",
            URI.create("https://meridian.example/news/"),
            "Meridian Labs",
            "en",
            new IndexPage("li.post", null, null, null, null, null),
            new ArticlePage("div.words", "h1", null, null, null));

    private final Source source = LAB.source(Duration.ofMinutes(15));
    private final Request index = source.next(Looks.first()).orElseThrow();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldListEachPostOnce() {
        // Given:
        String post = post("/news/auriga?utm_source=x#top", "Auriga", "2026-02-13");

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), index, page(post + post)));

        // Then:
        assertThat(batch.drafts()).hasSize(1);
        Observation auriga = batch.drafts().get(0).observation();
        assertThat(auriga.getNativeId()).isEqualTo("https://meridian.example/news/auriga");
        assertThat(auriga.getPublishedAt()).isEqualTo("2026-02-13");
        assertThat(auriga.getText()).isEqualTo("A model.");
    }

    @Test
    void shouldLeaveAlonePostsFromBeforeTheFirstStart() {
        // Given:
        String posts = post("/news/old", "Old", "2026-02-08") + post("/news/new", "New", "2026-02-09");

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), index, page(posts)));

        // Then:
        assertThat(batch.drafts()).extracting(Draft::nativeId).containsExactly("https://meridian.example/news/new");
    }

    @Test
    void shouldFetchOnlyPagesOfItsOwnSite() {
        // Given:
        String posts = post("https://elsewhere.example/a", "Elsewhere", "2026-02-13")
                + post("https://www.meridian.example/b", "Here", "2026-02-13");

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), index, page(posts)));

        // Then:
        assertThat(batch.drafts()).extracting(draft -> draft.parts().size()).containsExactly(0, 1);
    }

    @Test
    void shouldNameTheSelectorThatFindsNothingAnyMore() {
        // Given:
        Page rebuilt = page("<article><a href='/news/auriga'>Auriga</a></article>");

        // When:
        Reading<Batch> reading = source.parse(Looks.first(), index, rebuilt);

        // Then:
        assertThat(reading).isEqualTo(new Reading.PageChanged<Batch>("li.post"));
        assertThat(source.parse(Looks.first(), index, page("<li class=post><h2>No link</h2></li>")))
                .isEqualTo(new Reading.PageChanged<Batch>("li.post a[href]"));
        assertThat(source.parse(Looks.first(), index, page("<li class=post><a href='/news/x'></a></li>")))
                .isEqualTo(new Reading.PageChanged<Batch>("li.post h1, h2, h3, h4"));
    }

    @Test
    void shouldRefuseAPageThatEndsEarly() {
        // Given:
        Page cut = Page.of("<!DOCTYPE html><html><body><ul>" + post("/news/auriga", "Auriga", "2026-02-13"));

        // When:
        Reading<Batch> reading = source.parse(Looks.first(), index, cut);

        // Then:
        assertThat(Looks.reason(reading)).isEqualTo("truncated");
    }

    @Test
    void shouldRefuseAPostWithoutLinkAndTakeTheOthers() {
        // Given:
        String posts = "<li class=post><h2>Soon</h2></li>" + post("/news/auriga", "Auriga", "2026-02-13");

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), index, page(posts)));

        // Then:
        assertThat(batch.drafts()).hasSize(1);
        assertThat(batch.rejected())
                .extracting("reason", "excerpt")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("no-id", "Soon"));
    }

    @Test
    void shouldTakeTheMorePreciseOfTwoDatesThatAgree() {
        // Given:
        Draft draft = draft(post("/news/auriga", "Auriga", "2026-02-13"));

        // When:
        Observation whole = read(draft, "<time datetime='2026-02-13T09:30:00Z'></time><div class=words>Words</div>");

        // Then:
        assertThat(whole.getPublishedAt()).isEqualTo("2026-02-13T09:30:00Z");
        assertThat(read(draft, "<time>January 1, 2020</time><div class=words>W</div>")
                        .getPublishedAt())
                .isEqualTo("2026-02-13");
        assertThat(read(draft(post("/news/b", "B", "soon")), "<div class=words>W</div>")
                        .getPublishedAt())
                .isNull();
    }

    @Test
    void shouldKeepNoneOfAPageWithoutItsWords() {
        // Given:
        Draft draft = draft(post("/news/auriga", "Auriga", "2026-02-13"));

        // When:
        Reading<Observation> reading = into(draft, "<html><body>One moment</body></html>");

        // Then:
        assertThat(reading).isEqualTo(new Reading.PageChanged<Observation>("div.words"));
        assertThat(into(draft, "<html><body><div class=words>Half")).isInstanceOf(Reading.Refused.class);
        assertThat(draft.parts().get(0).merge().into(draft.observation(), Optional.empty()))
                .as("a listed post whose page is not there is not emptied")
                .isInstanceOf(Reading.Refused.class);
    }

    @Test
    void shouldAskForAPageAgainWhenItIsYoungOrWasRefused() {
        // Given:
        String old = "https://meridian.example/news/old";
        Page page = page(post("/news/old", "Old", "2026-01-01"));
        var seen = new Remembered().with(old, 0, "");

        // When:
        String settled = mark(page, seen);

        // Then:
        assertThat(settled).doesNotContain("2026-02-16");
        assertThat(mark(page(post("/news/old", "Old, mended", "2026-01-01")), seen))
                .isNotEqualTo(settled);
        assertThat(mark(page, new Remembered().withRejected(old))).isEqualTo(settled + " 2026-02-16");
        assertThat(draft(post("/news/auriga", "Auriga", "2026-02-13")).mark()).endsWith(" 2026-02-16");
    }

    @Test
    void shouldSayWhatIsWrongWithALabFile() throws IOException {
        // Given:
        String head = "id: a\nname: A\nurl: https://a.example/\norganization: A\n";
        Path typo = Files.writeString(folder.resolve("typo.yaml"), head + "index: {posts: 'li', titel: h2}\n");
        Path selector = Files.writeString(folder.resolve("selector.yaml"), head + "index: {posts: 'li[['}\n");
        Path half = Files.writeString(folder.resolve("half.yaml"), head + "article: {text: main}\n");

        // When:
        Throwable unknown = org.assertj.core.api.Assertions.catchThrowable(() -> Lab.read(typo));

        // Then:
        assertThat(unknown).hasMessageContaining("typo.yaml").hasMessageContaining("titel");
        assertThatThrownBy(() -> Lab.read(selector)).hasMessageContaining("'li[[' is no selector");
        assertThatThrownBy(() -> Lab.read(half)).hasMessageContaining("needs index too");
        assertThatThrownBy(() -> Lab.read(folder.resolve("none.yaml"))).hasMessageContaining("cannot be opened");
    }

    private Draft draft(String post) {
        return Looks.batch(source.parse(Looks.first(), index, page(post)))
                .drafts()
                .get(0);
    }

    private String mark(Page page, SeenItems seen) {
        return Looks.batch(source.parse(Looks.at("", seen, 2), index, page))
                .drafts()
                .get(0)
                .mark();
    }

    private static Observation read(Draft draft, String body) {
        return ((Reading.Read<Observation>) into(draft, "<html><body>" + body + "</body></html>")).value();
    }

    private static Reading<Observation> into(Draft draft, String html) {
        return draft.parts().get(0).merge().into(draft.observation(), Optional.of(Page.of(html)));
    }

    private static Page page(String posts) {
        return Page.of("<!DOCTYPE html><html><body><ul>" + posts + "</ul></body></html>");
    }

    private static String post(String link, String title, String date) {
        return "<li class=post><h2><a href=\"" + link + "\">" + title + "</a></h2><p>A model.</p><time datetime=\""
                + date + "\">then</time></li>";
    }
}
