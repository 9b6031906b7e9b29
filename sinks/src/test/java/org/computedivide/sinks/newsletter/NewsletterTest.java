package org.computedivide.sinks.newsletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.computedivide.avro.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The golden files are read by people when they change: what a test writes to {@code target/newsletter} is the candidate.
 */
class NewsletterTest {

    @ParameterizedTest
    @CsvSource({"full", "thin", "silent"})
    void shouldSetTheWeekInMarkdownAsInTheGoldenFile(String week) throws IOException {
        // Given:
        Digest digest = week(week);

        // When:
        String markdown = new Newsletter(digest, Weeks.LINKS).markdown();

        // Then:
        assertThat(candidate(week + ".md", markdown)).isEqualTo(golden(week + ".md"));
    }

    @ParameterizedTest
    @CsvSource({"full", "thin", "silent"})
    void shouldSetTheWeekInHtmlAsInTheGoldenFile(String week) throws IOException {
        // Given:
        Digest digest = week(week);

        // When:
        String html = new Newsletter(digest, Weeks.LINKS).html();

        // Then:
        assertThat(candidate(week + ".html", html)).isEqualTo(golden(week + ".html"));
    }

    @Test
    void shouldPutTheRecordOfTheWeekIntoTheSubject() {
        // When:
        String subject = new Newsletter(Weeks.full(), Weeks.LINKS).subject();

        // Then:
        assertThat(subject)
                .isEqualTo("Meridian 2 by Northwind AI is probably the largest training run on record: 6.1e25 FLOP.");
    }

    @Test
    void shouldNotPassAnOlderReleaseForNews() {
        // When:
        String subject = new Newsletter(Weeks.late(), Weeks.LINKS).subject();

        // Then:
        assertThat(subject)
                .isEqualTo(
                        "No run of the week can be counted; the largest that came to light is Latecomer of 2026-02-02,"
                                + " with 5.8e24 FLOP.");
    }

    @Test
    void shouldLoadNothingFromElsewhere() {
        // When:
        String html = new Newsletter(Weeks.full(), Weeks.LINKS).html();

        // Then:
        assertThat(html).doesNotContain("<script", " src=", "<link", "@import", "url(");
    }

    @Test
    void shouldKeepHostileNamesAsTextInHtml() {
        // When:
        String html = new Newsletter(Weeks.hostile(), Weeks.LINKS).html();

        // Then:
        assertThat(html)
                .doesNotContain("<script", "<img", "href=\"javascript", "secret@", "\u202E", "\u0007")
                .contains("&lt;script&gt;");
        assertThat(html.split("<title>", -1))
                .as("the page's title and those of the chart")
                .hasSize(3);
    }

    @Test
    void shouldKeepHostileNamesAsTextInMarkdown() {
        // When:
        String markdown = new Newsletter(Weeks.hostile(), Weeks.LINKS).markdown();

        // Then:
        assertThat(markdown)
                .doesNotContain("<script", "<img", "secret@", "\u202E", "\u0007", "\n# heading")
                .doesNotContainPattern("(?<!\\\\)\\]\\(javascript")
                .contains("&lt;script&gt;", "www\\.bad");
    }

    @Test
    void shouldStayShortWhenANameIsLong() {
        // When:
        String html = new Newsletter(Weeks.hostile(), Weeks.LINKS).html();

        // Then:
        assertThat(html).doesNotContain("x".repeat(101));
    }

    @Test
    void shouldHaveNoBlankLineInsideTheChartOfMarkdown() {
        // When:
        String markdown = new Newsletter(Weeks.full(), Weeks.LINKS).markdown();

        // Then:
        assertThat(markdown.substring(markdown.indexOf("<svg"), markdown.indexOf("</svg>")))
                .doesNotContain("\n\n");
    }

    @Test
    void shouldRefuseLinksThatLeadNowhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Links(URI.create("/page")))
                .withMessageContaining("absolute");
    }

    private static Digest week(String name) {
        return switch (name) {
            case "full" -> Weeks.full();
            case "thin" -> Weeks.thin();
            default -> Weeks.silent();
        };
    }

    private static String candidate(String name, String text) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "newsletter"));
        Files.writeString(folder.resolve(name), text);
        return text;
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = NewsletterTest.class.getResourceAsStream(name)) {
            return file == null ? "" : new String(file.readAllBytes(), UTF_8);
        }
    }
}
