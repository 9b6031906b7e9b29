package org.computedivide.producers.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import org.computedivide.producers.fetch.Backoff;
import org.computedivide.producers.fetch.FakePace;
import org.computedivide.producers.fetch.Fetcher;
import org.computedivide.producers.fetch.Manners;
import org.computedivide.producers.fetch.Web;
import org.computedivide.producers.fetch.Web.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedSearchTest {

    private static final URI BLOG = URI.create("https://meridian.example/blog");
    private static final String FEED =
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Meridian &amp; Co</title>"
                    + "<link>https://meridian.example</link><description>d</description><language>en-us</language>"
                    + "<item><title>Auriga</title><link>https://meridian.example/auriga</link></item></channel></rss>";

    private final Web web = Web.start();
    private final FeedSearch search = new FeedSearch(new Fetcher(
            new Manners(
                    "test",
                    Optional.of(web.address()),
                    Optional.empty(),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    2,
                    new Backoff(Duration.ofMillis(1), Duration.ofMillis(2)),
                    1),
            new FakePace(),
            RandomGeneratorFactory.of("L64X128MixRandom").create(1)));

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void shouldTakeTheFeedThatThePageNames() throws InterruptedException {
        // Given:
        web.on(
                "/meridian.example/blog",
                Reply.ok("<!DOCTYPE html><html><head>"
                        + "<link rel=alternate type='application/rss+xml' title='Comments' href='/comments.xml'>"
                        + "<link rel='alternate' type='application/rss+xml' href='/news/all.xml'></head></html>"));
        web.on("/meridian.example/news/all.xml", Reply.ok(FEED));

        // When:
        Optional<FeedSearch.Found> found = search.at(BLOG);

        // Then:
        assertThat(found)
                .contains(new FeedSearch.Found(
                        URI.create("https://meridian.example/news/all.xml"),
                        "https://meridian.example",
                        "Meridian & Co",
                        "en",
                        1,
                        java.util.List.of("Auriga")));
        assertThat(search.tried()).hasSize(2);
    }

    @Test
    void shouldTryTheUsualAddresses() throws InterruptedException {
        // Given:
        web.on("/meridian.example/blog", Reply.ok("<html><body>Blog</body></html>"));
        web.on("/meridian.example/blog/feed", Reply.ok("<html><body>Not here</body></html>"));
        web.on("/meridian.example/blog/index.xml", Reply.ok(FEED));

        // When:
        Optional<FeedSearch.Found> found = search.at(BLOG);

        // Then:
        assertThat(found).map(FeedSearch.Found::url).contains(URI.create("https://meridian.example/blog/index.xml"));
    }

    @Test
    void shouldTakeTheAddressItselfWhenItIsAFeed() throws InterruptedException {
        // Given:
        web.on("/meridian.example/blog", Reply.ok(FEED));

        // When:
        Optional<FeedSearch.Found> found = search.at(BLOG);

        // Then:
        assertThat(found).map(FeedSearch.Found::url).contains(BLOG);
    }

    @Test
    void shouldGiveUpAfterADozenAddresses() throws InterruptedException {
        // Given:
        web.on("/meridian.example/blog", Reply.ok("<html><body>Blog</body></html>"));

        // When:
        Optional<FeedSearch.Found> found = search.at(BLOG);

        // Then:
        assertThat(found).isEmpty();
        assertThat(search.problem()).isEmpty();
        assertThat(web.asked()).hasSize(12);
    }

    @Test
    void shouldNotSearchASiteThatFails() throws InterruptedException {
        // Given:
        web.on("/meridian.example/blog", Reply.status(500));

        // When:
        Optional<FeedSearch.Found> found = search.at(BLOG);

        // Then:
        assertThat(found).isEmpty();
        assertThat(search.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("500"));
        assertThat(search.tried()).containsExactly(BLOG);
    }

    @Test
    void shouldWriteAFileThatIsReadBackTheSameAndNeverOverwriteOne() throws IOException {
        // Given:
        Lab lab = Lab.ofFeed("meridian", "Meridian: \"blog\" #1", BLOG, "Meridian Labs", "no");

        // When:
        Path file = LabFile.write(lab, folder.resolve("labs"));

        // Then:
        assertThat(Lab.read(file)).isEqualTo(lab);
        assertThatThrownBy(() -> LabFile.write(lab, folder.resolve("labs")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(folder.resolve("labs").toFile().list()).containsExactly("meridian.yaml");
    }
}
