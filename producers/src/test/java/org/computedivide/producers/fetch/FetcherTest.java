package org.computedivide.producers.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import org.computedivide.avro.Validator;
import org.computedivide.producers.fetch.Web.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

    private static final URI PAGE = URI.create("https://lab.example/news");
    private static final String AT = "/lab.example/news";

    private final Web web = Web.start();
    private final FakePace pace = new FakePace();
    private final Fetcher fetcher = new Fetcher(
            new Manners(
                    "monitor/1 (mailto:us@example.org)",
                    Optional.of(web.address()),
                    Optional.of("secret-token"),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    3,
                    new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30)),
                    1.0),
            pace,
            RandomGeneratorFactory.of("L64X128MixRandom").create(7));

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void shouldReadAPageAndRememberItsValidators() throws InterruptedException {
        // Given:
        web.on(AT, Reply.ok("{}").with("ETag", "\"a\"").with("Last-Modified", "Mon, 16 Feb 2026 00:00:00 GMT"));

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        Validator validator = ((Outcome.Read<String>) outcome).validator();
        assertThat(validator.getEtag()).isEqualTo("\"a\"");
        assertThat(validator.getLastModified()).isEqualTo("Mon, 16 Feb 2026 00:00:00 GMT");
        assertThat(web.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.header("User-agent")).isEqualTo("monitor/1 (mailto:us@example.org)");
            assertThat(asked.header("Accept-encoding")).isEqualTo("gzip");
            assertThat(asked.header("Authorization"))
                    .as("the Hub's token is for the Hub")
                    .isEmpty();
        });
    }

    @Test
    void shouldAskOnlyForWhatHasChanged() throws InterruptedException {
        // Given:
        web.on(AT, Reply.status(304));
        Validator known = Validator.newBuilder().setEtag("\"a\"").build();

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.JSON), Optional.of(known));

        // Then:
        assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
        assertThat(web.asked().get(0).header("If-none-match")).isEqualTo("\"a\"");
    }

    @Test
    void shouldKeepTheBudgetOfArxivOverAllItsHosts() throws InterruptedException {
        // Given:
        web.on("/export.arxiv.org/api/query", Reply.ok("<feed/>")).on("/oaipmh.arxiv.org/oai", Reply.ok("<oai/>"));

        // When:
        fetch(Request.page(URI.create("https://export.arxiv.org/api/query"), Media.XML), Optional.empty());
        fetch(Request.page(URI.create("https://oaipmh.arxiv.org/oai"), Media.XML), Optional.empty());

        // Then: four requests, two of them for robots.txt, so three pauses
        assertThat(pace.pauses())
                .hasSize(3)
                .allSatisfy(pause -> assertThat(pause).isEqualTo(Duration.ofSeconds(3)));
    }

    @Test
    void shouldWaitAsLongAsTheSiteAsks() throws InterruptedException {
        // Given:
        web.on(AT, Reply.status(503).with("Retry-After", "17"), Reply.ok("{}"));

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        assertThat(outcome).isInstanceOf(Outcome.Read.class);
        assertThat(pace.nanoTime())
                .isBetween(
                        Duration.ofSeconds(17).toNanos(), Duration.ofSeconds(20).toNanos());
    }

    @Test
    void shouldReturnAtOnceWhenTheSiteWantsALongRest() throws InterruptedException {
        // Given:
        web.on(AT, Reply.status(429).with("Retry-After", "3600"));

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        assertThat(failure(outcome).retryAt()).isPresent();
        assertThat(web.asked()).hasSize(1);
    }

    @Test
    void shouldWaitUntilTheHubsWindowEndsWhenItsAllowanceIsUsedUp() throws InterruptedException {
        // Given:
        web.on("/huggingface.co/api/models", Reply.ok("[]").with("RateLimit", "\"api\";r=0;t=200"));
        Request request = Request.page(URI.create("https://huggingface.co/api/models"), Media.JSON);

        // When:
        fetch(request, Optional.empty());
        fetch(request, Optional.empty());

        // Then:
        assertThat(pace.pauses()).contains(Duration.ofSeconds(200));
        assertThat(web.asked().get(0).header("Authorization")).isEqualTo("Bearer secret-token");
    }

    @Test
    void shouldTryAgainWhenAPageCannotBeReadToItsEnd() throws InterruptedException {
        // Given:
        web.on(AT, Reply.ok("{\"cut"), Reply.ok("{}"));

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        assertThat(outcome).isInstanceOf(Outcome.Read.class);
        assertThat(web.asked()).hasSize(2);
    }

    @Test
    void shouldRefuseAnAnswerThatIsTooLargeOnceUnpacked() throws InterruptedException {
        // Given:
        web.on(AT, new Reply(200, Web.gzip(new byte[4 << 20]), java.util.Map.of("Content-Encoding", "gzip")));

        // When:
        Outcome<String> outcome = fetch(Request.file(PAGE, Media.JSON, 1 << 20), Optional.empty());

        // Then:
        assertThat(failure(outcome).reason()).isEqualTo("too-large");
    }

    @Test
    void shouldBreakOffAnAnswerThatIsTooLarge() throws InterruptedException {
        // Given:
        web.on(AT, new Reply(200, new byte[200_000], java.util.Map.of()));

        // When:
        Outcome<String> outcome = fetch(Request.file(PAGE, Media.TEXT, 100_000), Optional.empty());

        // Then:
        assertThat(failure(outcome).reason()).isEqualTo("too-large");
    }

    @Test
    void shouldRefuseWhatIsNotUtf8() throws InterruptedException {
        // Given:
        byte[] latin = "{\"name\":\"Modèle\"}".getBytes(StandardCharsets.ISO_8859_1);
        web.on(AT, new Reply(200, latin, java.util.Map.of()));

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        assertThat(failure(outcome).reason()).isEqualTo("not-utf8");
        assertThat(failure(outcome).ofContent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><html><body>One moment", "  \n<HTML lang=en>", "\ufeff<!doctype HTML>"})
    void shouldRefuseAWebPageInPlaceOfData(String body) throws InterruptedException {
        // Given:
        web.on(AT, Reply.ok(body));

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        assertThat(failure(outcome).reason()).isEqualTo("html-instead");
    }

    @Test
    void shouldRefuseAnEmptyPage() throws InterruptedException {
        // Given:
        web.on(AT, Reply.ok("  \n"));

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.XML), Optional.empty());

        // Then:
        assertThat(failure(outcome).reason()).isEqualTo("truncated");
    }

    @Test
    void shouldFollowARedirectWithinTheMirror() throws InterruptedException {
        // Given:
        web.on(AT, Reply.status(301).with("Location", web.address() + "/other.example/feed"))
                .on("/other.example/feed", Reply.ok("{}"));

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        assertThat(outcome).isInstanceOf(Outcome.Read.class);
    }

    @Test
    void shouldSendARedirectToTheRealWebThroughTheMirror() throws InterruptedException {
        // Given:
        web.on(AT, Reply.status(302).with("Location", "https://other.example/feed"))
                .on("/other.example/feed", Reply.ok("{}"));

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        assertThat(outcome).isInstanceOf(Outcome.Read.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://lab.example/news",
                "file:///etc/hostname",
                "ftp://lab.example/news",
                "https://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1/",
                "https://192.168.1.1/admin",
                "https://[::1]:1/",
                "https://[::ffff:127.0.0.1]/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://0177.0.0.1/",
                "https://localhost/",
                "https://user@lab.example/",
                "::not an address::"
            })
    void shouldNotFollowARedirectToAnotherSchemeOrIntoOurNetwork(String location) throws InterruptedException {
        // Given:
        web.on(AT, Reply.status(302).with("Location", location));

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        assertThat(failure(outcome).state()).isEqualTo("blocked");
        assertThat(web.asked()).allSatisfy(asked -> assertThat(asked.path()).isEqualTo(AT));
    }

    @Test
    void shouldNotRunInCircles() throws InterruptedException {
        // Given:
        web.on(AT, Reply.status(302).with("Location", "/lab.example/b"))
                .on("/lab.example/b", Reply.status(302).with("Location", "/lab.example/news"));

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        assertThat(failure(outcome).detail()).contains("more than 5 times");
    }

    @Test
    void shouldObeyRobots() throws InterruptedException {
        // Given:
        web.on("/lab.example/robots.txt", Reply.ok("User-agent: *\nDisallow: /news\n"));

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        assertThat(failure(outcome).detail()).isEqualTo("robots.txt of lab.example forbids /news");
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void shouldKeepTheDelayThatRobotsAsksFor() throws InterruptedException {
        // Given:
        web.on("/lab.example/robots.txt", Reply.ok("User-agent: *\nCrawl-delay: 9\n"))
                .on(AT, Reply.ok("{}"));

        // When:
        fetch(Request.page(PAGE, Media.JSON), Optional.empty());
        fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        assertThat(pace.pauses()).contains(Duration.ofSeconds(9));
    }

    @Test
    void shouldKeepTheDelayOfAPageHostFromItsPagesOnly() throws InterruptedException {
        // Given: arXiv states the rate of its interfaces itself, not that of its pages
        web.on("/arxiv.org/robots.txt", Reply.ok("User-agent: *\nCrawl-delay: 15\n"))
                .on("/export.arxiv.org/robots.txt", Reply.ok("User-agent: *\nCrawl-delay: 15\n"))
                .on("/arxiv.org/html/2602.1", Reply.ok("<p>"))
                .on("/export.arxiv.org/api/query", Reply.ok("<feed/>"));
        fetch(Request.once(URI.create("https://arxiv.org/html/2602.1"), Media.HTML), Optional.empty());

        // When:
        fetch(Request.once(URI.create("https://export.arxiv.org/api/query"), Media.XML), Optional.empty());
        fetch(Request.once(URI.create("https://export.arxiv.org/api/query"), Media.XML), Optional.empty());
        Duration longest = pace.pauses().stream().max(Duration::compareTo).orElseThrow();
        fetch(Request.once(URI.create("https://arxiv.org/html/2602.1"), Media.HTML), Optional.empty());
        fetch(Request.once(URI.create("https://arxiv.org/html/2602.1"), Media.HTML), Optional.empty());

        // Then:
        assertThat(longest).isEqualTo(Duration.ofSeconds(3));
        assertThat(pace.pauses()).contains(Duration.ofSeconds(15));
    }

    @Test
    void shouldLeaveAFailingSiteAlone() throws InterruptedException {
        // Given:
        web.on(AT, Reply.status(500));

        // When:
        fetch(Request.page(PAGE, Media.JSON), Optional.empty());
        fetch(Request.page(PAGE, Media.JSON), Optional.empty());
        Outcome<String> third = fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        assertThat(failure(third).reason()).isEqualTo("circuit-open");
        assertThat(web.asked()).hasSize(6);
    }

    @Test
    void shouldSayThatSomethingIsNotThereWithTheSitesOwnWord() throws InterruptedException {
        // Given:
        web.on(AT, Reply.status(401).with("X-Error-Code", "GatedRepo"));

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        assertThat(outcome).isEqualTo(new Outcome.Absent<>(401, "GatedRepo"));
    }

    @Test
    void shouldSayQuicklyThatASiteCannotBeReached() throws InterruptedException {
        // Given:
        web.close();

        // When:
        Outcome<String> outcome = fetch(Request.page(PAGE, Media.JSON), Optional.empty());

        // Then:
        assertThat(failure(outcome).state()).isEqualTo("unreachable");
        assertThat(failure(outcome).detail()).isEqualTo("lab.example cannot be reached");
    }

    private Outcome<String> fetch(Request request, Optional<Validator> validator) throws InterruptedException {
        return fetcher.fetch(request, validator, FetcherTest::whole);
    }

    private static Reading<String> whole(Page page) {
        boolean cut = page.text().startsWith("{") && !page.text().endsWith("}");
        return cut ? Reading.refused("truncated", "cut") : Reading.read(page.text());
    }

    private static Failure failure(Outcome<String> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<String>) outcome).failure();
    }

    @Test
    void shouldWaitARandomTimeUnderADoublingBound() {
        // Given:
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8));
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);

        // When:
        List<Duration> waits = java.util.stream.IntStream.rangeClosed(1, 40)
                .mapToObj(failures -> backoff.after(failures, random))
                .toList();

        // Then:
        assertThat(waits.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofSeconds(8)));
        assertThat(waits.stream().distinct().count()).isGreaterThan(30);
    }
}
