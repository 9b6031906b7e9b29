package org.computedivide.monitor.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computedivide.avro.Alert;
import org.computedivide.avro.SourceHealth;
import org.computedivide.monitor.Divide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that ask a site themselves, on a web of one blog. */
class SourceCommandsTest {

    private static final Map<String, String> PAGES = Map.of(
            "/blog.meridian.example/",
            "<html><head><link rel=alternate type='application/rss+xml' href='/all.xml'></head></html>",
            "/blog.meridian.example/all.xml",
            "<?xml version='1.0'?><rss version='2.0'><channel><title>Meridian Blog</title><link>https://blog.meridian.example</link>"
                    + "<description>d</description><item><title>Auriga</title><link>https://blog.meridian.example/a</link>"
                    + "<pubDate>Fri, 13 Feb 2026 09:00:00 GMT</pubDate></item></channel></rss>",
            "/raw.githubusercontent.com/somebody/feeds/main/lakeside.xml",
            "<?xml version='1.0'?><rss version='2.0'><channel><title>湖畔实验室</title><link>https://lakeside.example/news</link>"
                    + "<description>d</description><language>en</language><item><title>Auriga 大模型正式版发布</title>"
                    + "<link>https://lakeside.example/a</link><pubDate>Fri, 13 Feb 2026 09:00:00 GMT</pubDate></item></channel></rss>");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer web;

    @TempDir
    private Path folder = Path.of("");

    SourceCommandsTest() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        web.createContext("/", exchange -> {
            byte[] page =
                    PAGES.getOrDefault(exchange.getRequestURI().toString(), "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page.length == 0 ? 404 : 200, page.length == 0 ? -1 : page.length);
            try (exchange) {
                if (page.length > 0) {
                    exchange.getResponseBody().write(page);
                }
            }
        });
        web.start();
    }

    @AfterEach
    void stop() {
        web.stop(0);
    }

    @Test
    void shouldAddASiteAndShowWhatItWouldGive() {
        // Given:
        Path labs = folder.resolve("labs");

        // When:
        int added = run("sources", "add", "blog.meridian.example/", "--labs", labs.toString());
        int tested = run("sources", "test", "meridian", "--labs", labs.toString(), "--format", "csv");

        // Then:
        assertThat(added).isZero();
        assertThat(tested).isZero();
        assertThat(labs.resolve("meridian.yaml"))
                .content()
                .contains("url: https://blog.meridian.example/all.xml")
                .contains("organization: Meridian");
        assertThat(out.toString()).contains("meridian,2026-02-13T09:00:00Z,Auriga,0,https://blog.meridian.example/a");
        assertThat(err.toString()).contains("meridian: 1 items, 0 refused");
    }

    @Test
    void shouldNameAFeedThatOthersKeepAfterItsSiteAndScript() {
        // Given:
        Path labs = folder.resolve("labs");

        // When:
        int added = run(
                "sources",
                "add",
                "https://raw.githubusercontent.com/somebody/feeds/main/lakeside.xml",
                "--labs",
                labs.toString());

        // Then:
        assertThat(added).isZero();
        assertThat(labs.resolve("lakeside.yaml")).content().contains("language: zh", "organization: 湖畔实验室");
        assertThat(run("sources", "test", "lakeside", "--labs", labs.toString(), "--format", "csv"))
                .isZero();
        assertThat(out.toString())
                .contains("lakeside,2026-02-13T09:00:00Z,Auriga 大模型正式版发布,0,https://lakeside.example/a");
    }

    @Test
    void shouldNotSearchASiteWhosePageIsWatched() {
        // When:
        int code = run("sources", "add", "qwenlm.github.io/blog", "--labs", folder.toString());

        // Then:
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("https://qwenlm.github.io/blog is watched already, as source qwen");
    }

    @ParameterizedTest
    @CsvSource({"Lakeside Blog, Lakeside", "AI News, AI News", "Marsh, Marsh", "Blog of Marsh, Blog of Marsh"})
    void shouldKnowWhoSpeaksFromTheTitleOfAFeed(String title, String maker) {
        // When:
        String name = SourceAdd.maker(title);

        // Then:
        assertThat(name).isEqualTo(maker);
    }

    @Test
    void shouldNotAddASiteTwice() {
        // Given:
        String labs = folder.toString();
        run("sources", "add", "https://blog.meridian.example/", "--labs", labs);

        // When:
        int code = run("sources", "add", "https://blog.meridian.example/", "--labs", labs, "--id", "other");

        // Then:
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("is watched already, as source meridian");
    }

    @Test
    void shouldSayWhatIsMissingOrWrong() throws IOException {
        // Given:
        Files.writeString(folder.resolve("broken.yaml"), "id: [");

        // When:
        int unknown = run("sources", "test", "opneai");

        // Then:
        assertThat(unknown).isEqualTo(1);
        assertThat(err.toString()).contains("there is no source opneai; did you mean openai?");
        assertThat(run("sources", "add", "https://blog.meridian.example/")).isEqualTo(1);
        assertThat(err.toString()).contains("--labs DIR");
        assertThat(run("sources", "add", "not an address", "--labs", "x")).isEqualTo(1);
        assertThat(err.toString()).contains("is no address of the web");
        assertThat(run("sources", "test", "openai", "--labs", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("broken.yaml").doesNotContain("\tat ");
        assertThat(run("sources", "test", "kakao")).isEqualTo(1);
        assertThat(err.toString()).contains("https://tech.kakao.com/feed/ is not there");
        assertThat(err.toString().lines().filter(line -> line.startsWith("\tat ")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.research.example.co.jp/, example",
        "https://falcon-lm.github.io/blog/, falcon-lm",
        "https://blog.google/technology/ai/, google",
        "https://research.google/blog, google",
        "https://www.example.org/news, example",
        "https://medium.com/@lab_of-ours/feed, lab-of-ours",
        "https://medium.com/feed/our-lab, our-lab",
        "https://our-lab.medium.com/, our-lab",
        "https://note.com/elyza/rss, elyza",
        "https://localhost/, localhost",
    })
    void shouldNameASourceAfterItsAddress(URI site, String name) {
        // When:
        List<String> names = SiteName.of(site);

        // Then:
        assertThat(names.get(0)).isEqualTo(name);
        assertThat(names).allMatch(id -> id.matches("[a-z0-9][a-z0-9-]{0,40}"));
    }

    @Test
    void shouldHaveALongerNameForWhenTheFirstIsTaken() {
        // Given:
        URI site = URI.create("https://blog.example.org/research/");

        // When:
        List<String> names = SiteName.of(site);

        // Then:
        assertThat(names).contains("example", "example-blog", "example-research");
    }

    @Test
    void shouldSayTimesInTheirLargestUnit() {
        // Given:
        Duration time = Duration.ofMinutes(150);

        // When:
        String words = SourcesCommand.words(time);

        // Then:
        assertThat(words).isEqualTo("2 h");
        assertThat(SourcesCommand.words(Duration.ofSeconds(119))).isEqualTo("119 s");
        assertThat(SourcesCommand.words(Duration.ofDays(3))).isEqualTo("3 d");
    }

    private int run(String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of(arguments));
        all.addAll(java.util.List.of(
                "--web", "http://127.0.0.1:" + web.getAddress().getPort(), "--clock", "2026-02-16T00:00:00Z!"));
        return Divide.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void shouldShowAnAlarmOnASourceForAWeek() {
        // Given:
        Alert alarm = Alert.newBuilder()
                .setSubject("huggingface")
                .setEdge("licence became none on 2026-03-02")
                .setObservedAt(Instant.parse("2026-03-02T09:00:00Z"))
                .build();

        // When:
        Optional<String> fresh = SourcesCommand.shown(alarm, triedAt("2026-03-09T08:59:59Z"));

        // Then:
        assertThat(fresh).contains("licence became none on 2026-03-02");
        assertThat(SourcesCommand.shown(alarm, triedAt("2026-03-09T09:00:00Z"))).isEmpty();
        assertThat(SourcesCommand.shown(alarm, SourceHealth.newBuilder().build()))
                .isEmpty();
    }

    private static SourceHealth triedAt(String instant) {
        return SourceHealth.newBuilder().setLastAttempt(Instant.parse(instant)).build();
    }
}
