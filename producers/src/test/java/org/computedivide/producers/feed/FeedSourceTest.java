package org.computedivide.producers.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Looks;
import org.computedivide.producers.source.SeenItems;
import org.computedivide.producers.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedSourceTest {

    private static final Lab LAB =
            Lab.ofFeed("meridian", "Meridian Blog", URI.create("https://meridian.example/feed"), "Meridian Labs", "en");
    private static final Request FEED = Request.page(LAB.url(), Media.XML);

    private final Source source = new FeedSource(LAB, Duration.ofMinutes(15));

    @Test
    void shouldReadAPostOfAnRssFeed() {
        // Given:
        Page page = rss(item(
                "Auriga &amp; \"friends\" <![CDATA[<script>alert(1)</script>9B]]>",
                "tag:1",
                "Fri, 13 Feb 2026 09:00:00 GMT"));

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), FEED, page));

        // Then:
        Observation post = batch.drafts().get(0).observation();
        assertThat(post.getNativeId()).isEqualTo("tag:1");
        assertThat(post.getTitle()).isEqualTo("Auriga & \"friends\" 9B");
        assertThat(post.getPublishedAt()).isEqualTo("2026-02-13T09:00:00Z");
        assertThat(post.getUrl()).isEqualTo("https://meridian.example/auriga");
        assertThat(post.getOrganizations()).containsExactly("Meridian Labs");
        assertThat(post.getForm()).isEqualTo("post");
        assertThat(post.getText()).isEqualTo("The whole story.\nTrained on 15T tokens.");
        assertThat(post.getLinks())
                .containsExactly("https://meridian.example/auriga", "https://huggingface.co/meridian/Auriga-9B");
        assertThat(post.getCategories()).containsExactly("Models");
    }

    @Test
    void shouldReadAPostOfAnAtomFeed() {
        // Given:
        Page page = Page.of("<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">"
                + "<title>Blog</title><id>x</id><updated>2026-02-14T00:00:00Z</updated><entry><title>模型 正式版发布</title>"
                + "<id>abc</id><link href=\"https://meridian.example/zh\"/><updated>2026-02-12T00:00:00+00:00</updated>"
                + "<summary>新模型</summary></entry></feed>");

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), FEED, page));

        // Then:
        Observation post = batch.drafts().get(0).observation();
        assertThat(post.getNativeId()).isEqualTo("abc");
        assertThat(post.getTitle()).isEqualTo("模型 正式版发布");
        assertThat(post.getPublishedAt()).isEqualTo("2026-02-12");
        assertThat(post.getText()).isEqualTo("新模型");
    }

    @Test
    void shouldLeaveAlonePostsFromBeforeTheFirstStart() {
        // Given:
        Page page = rss(
                item("New", "1", "Fri, 13 Feb 2026 09:00:00 GMT") + item("Old", "2", "Fri, 30 Jan 2026 09:00:00 GMT"));

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), FEED, page));

        // Then:
        assertThat(batch.drafts()).extracting(Draft::nativeId).containsExactly("1");
    }

    @Test
    void shouldTakeAPostWithoutDateForOldOnlyAtTheFirstLook() {
        // Given:
        Page page = rss(item("Undated", "1", ""));
        String position = Looks.batch(source.parse(Looks.first(), FEED, page)).position();

        // When:
        List<String> intakes = List.of(
                intake(source.parse(Looks.first(), FEED, page)),
                intake(source.parse(Looks.at(position, SeenItems.NONE, 2), FEED, page)));

        // Then:
        assertThat(intakes).containsExactly("first-load", "live");
    }

    @Test
    void shouldTakeAPostThatStandsTwiceOnce() {
        // Given:
        String item = item("Auriga", "1", "Fri, 13 Feb 2026 09:00:00 GMT");

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), FEED, rss(item + item)));

        // Then:
        assertThat(batch.drafts()).hasSize(1);
    }

    @Test
    void shouldNotBelieveAFeedThatHasLostAllItsPosts() {
        // Given:
        String position = Looks.batch(
                        source.parse(Looks.first(), FEED, rss(item("Auriga", "1", "Fri, 13 Feb 2026 09:00:00 GMT"))))
                .position();

        // When:
        Reading<Batch> reading = source.parse(Looks.at(position, SeenItems.NONE, 2), FEED, rss(""));

        // Then:
        assertThat(reading).isInstanceOf(Reading.PageChanged.class);
        assertThat(source.parse(Looks.first(), FEED, rss(""))).isInstanceOf(Reading.Read.class);
    }

    @Test
    void shouldAskOnceInARound() {
        // Given:
        String position = source.unchanged(Looks.first(), FEED);

        // When:
        boolean due = source.next(Looks.at(position, SeenItems.NONE, 1)).isPresent();

        // Then:
        assertThat(due).isFalse();
        assertThat(source.next(Looks.at(position, SeenItems.NONE, 2))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version=\"2.0\"><channel><item><title>Cut",
                "<html><body>One moment</body></html>",
                "plain text",
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss version=\"2.0\"><channel>"
                        + "<title>&x;</title><link>https://a.example</link><description>d</description></channel></rss>"
            })
    void shouldRefuseWhatIsNoFeed(String text) {
        // Given:
        Page page = Page.of(text);

        // When:
        Reading<Batch> reading = source.parse(Looks.first(), FEED, page);

        // Then:
        assertThat(reading).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void shouldKnowItsLabs() {
        // Given: the files that we bring along

        // When:
        List<Lab> labs = Lab.bundled();

        // Then:
        assertThat(labs)
                .hasSizeGreaterThan(10)
                .extracting(Lab::id)
                .contains("openai")
                .doesNotHaveDuplicates();
    }

    private static String intake(Reading<Batch> reading) {
        return Looks.batch(reading).drafts().get(0).observation().getIntake();
    }

    private static Page rss(String items) {
        return Page.of("<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\""
                + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Blog</title>"
                + "<link>https://meridian.example</link><description>d</description>" + items + "</channel></rss>");
    }

    private static String item(String title, String guid, String date) {
        return "<item><title>" + title + "</title><link>https://meridian.example/auriga</link>"
                + "<description>Short.</description><content:encoded><![CDATA[<p>The whole story.</p><style>p{}</style>"
                + "<p>Trained on <b>15T</b> tokens. <a href=\"https://huggingface.co/meridian/Auriga-9B\"></a>"
                + "<a href=\"javascript:alert(1)\"></a></p>]]></content:encoded>"
                + "<guid isPermaLink=\"false\">" + guid + "</guid><category>Models</category>"
                + (date.isEmpty() ? "" : "<pubDate>" + date + "</pubDate>") + "</item>";
    }
}
