package org.computedivide.sinks.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computedivide.avro.Release;
import org.computedivide.sinks.Samples;
import org.computedivide.sinks.SinksSettings;
import org.computedivide.sinks.TestPostgres;
import org.computedivide.sinks.postgres.Database;
import org.computedivide.sinks.postgres.FilledTables;
import org.computedivide.sinks.postgres.TableChange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page and its JSON interface over HTTP, on a real PostgreSQL. */
class WebPageTest {

    private static final String HOSTILE = "\"'; drop table releases;-- <script>alert(1)</script> \u202E";

    @SuppressWarnings("NullAway.Init")
    private static TestPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static SinksSettings settings;

    @SuppressWarnings("NullAway.Init")
    private static Database database;

    @SuppressWarnings("NullAway.Init")
    private static WebPage page;

    @BeforeAll
    static void start() throws Exception {
        postgres = TestPostgres.start();
        settings = postgres.freshDatabase();
        database = new Database(settings);
        var tables = new FilledTables(database);
        tables.migrate();
        var releases = new LinkedHashMap<String, Release>();
        for (int i = 0; i < 7; i++) {
            String id = "r%d-0000000%d".formatted(i, i);
            releases.put(id, Samples.release(id, i == 3 ? HOSTILE : "Release " + i));
        }
        tables.releases(releases);
        tables.evidence(Map.of(
                "arxiv/2602.00001",
                Samples.evidence("arxiv", "2602.00001", Samples.fact("parameters", 6.71e11, "671B in all"))));
        var tally = Samples.tally("industry", "year:2026", 12);
        tables.tallies(Map.of(Samples.key(tally), tally));
        tables.digests(Map.of("2026-W07", Samples.digest("2026-W07")));
        page = new WebPage(settings, database, List::of);
        page.start();
    }

    @AfterAll
    static void stop() throws Exception {
        page.close();
        database.close();
        postgres.close();
    }

    @Test
    void shouldPageThroughAllReleasesOnce() throws Exception {
        // When:
        var seen = new ArrayList<String>();
        String after = "";
        do {
            JsonNode answer = json("api/v1/releases?limit=3" + after);
            answer.get("items").forEach(item -> seen.add(item.get("family_id").textValue()));
            after = answer.get("next").isNull()
                    ? ""
                    : "&after=" + URLEncoder.encode(answer.get("next").textValue(), UTF_8);
        } while (!after.isEmpty());

        // Then:
        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void shouldGiveAReleaseWithItsProof() throws Exception {
        // When:
        JsonNode release = json("api/v1/releases/r1-00000001");

        // Then:
        assertThat(release.get("compute").doubleValue()).isEqualTo(3.3e24);
        assertThat(release.at("/variants/0/estimates/0/method").textValue()).isEqualTo("operation-counting");
        assertThat(release.at("/facts/0/quote").textValue()).isEqualTo("671B in all");
    }

    @Test
    void shouldFilterByTextAsTextOnly() throws Exception {
        // When:
        JsonNode found = json("api/v1/releases?q=" + URLEncoder.encode("'; DROP table", UTF_8));

        // Then:
        assertThat(found.get("items")).hasSize(1);
        assertThat(found.at("/items/0/name").textValue()).isEqualTo(HOSTILE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "releases?limit=0 | limit must be a whole number from 1 to 200, but is '0'",
                "releases?limit=201 | limit must be a whole number from 1 to 200, but is '201'",
                "releases?limit=many | limit must be a whole number from 1 to 200, but is 'many'",
                "releases?limit=1&limit=2 | parameter limit may be given once only",
                "releases?colour=red | there is no parameter colour here; there are affiliation, after, country, domain, limit, q, weights",
                "releases?affiliation=alien | affiliation must be one of academia, industry, collaboration, government, nonprofit, mixed, unknown, but is 'alien'",
                "releases?after=nowhere | after must be the value of next in an earlier answer, but is 'nowhere'",
                "releases?after=a~b~c | after must be the value of next in an earlier answer",
                "releases?q=a%00b | parameter q holds a NUL character, which no row does",
            })
    void shouldSayInOneSentenceWhatIsWrong(String path, String sentence) throws Exception {
        // When:
        HttpResponse<String> answer = get("api/v1/" + path);

        // Then:
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new ObjectMapper().readTree(answer.body()).get("error").textValue())
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/v1/releases/none", "api/v1/nothing", "api/v1/digests/1999-W01", "newsletter/1999-W01"})
    void shouldSayWhatIsNotThere(String path) throws Exception {
        // When:
        HttpResponse<String> answer = get(path);

        // Then:
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).startsWith("{\"error\": \"there is no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "releases",
                "tallies",
                "trends",
                "alerts",
                "corrections",
                "digests",
                "sources",
                "compute",
                "status",
                "academic-share-by-year",
                "compute-by-affiliation-by-year",
                "open-weights-share-by-year",
                "releases-at-least-by-year",
                "disclosure-by-year",
                "frontier-records",
                "growth-of-compute",
                "literature",
                "openapi.json"
            })
    void shouldNotSendTwiceWhatHasNotChanged(String name) throws Exception {
        // Given:
        String tag = get("api/v1/" + name).headers().firstValue("ETag").orElseThrow();

        // When:
        HttpResponse<String> again = send(request("api/v1/" + name).header("If-None-Match", tag));

        // Then:
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void shouldTellHowFarTheTablesAre() throws Exception {
        // When:
        JsonNode positions = json("api/v1/status").get("positions");

        // Then:
        assertThat(positions.isObject()).isTrue();
    }

    @Test
    void shouldDescribeEveryAddressThatItAnswers() throws Exception {
        // Given:
        JsonNode paths = json("api/v1/openapi.json").get("paths");

        // When:
        Set<String> answered = page.addresses();

        // Then:
        assertThat(answered).isNotEmpty().allMatch(path -> paths.has(path.replace("/api/v1", "")));
        assertThat(paths.size()).isEqualTo(answered.size());
    }

    @Test
    void shouldDescribeEveryFieldOfACollection() throws Exception {
        // Given:
        JsonNode paths = json("api/v1/openapi.json").get("paths");
        JsonNode described = paths.at(
                "/~1releases/get/responses/200/content/application~1json/schema/properties/items/items/properties");

        // When:
        JsonNode row = json("api/v1/releases?limit=1").at("/items/0");

        // Then:
        assertThat(row.fieldNames())
                .toIterable()
                .allSatisfy(name -> assertThat(
                                described.at("/" + name + "/description").asText())
                        .as(name)
                        .isNotEmpty());
        assertThat(described.size()).isEqualTo(row.size());
    }

    @Test
    void shouldAnswerTheQuestionsOfTheViews() throws Exception {
        // When:
        JsonNode record = json("api/v1/frontier-records").at("/items/0");
        JsonNode open = json("api/v1/open-weights-share-by-year");

        // Then:
        assertThat(record.get("compute").doubleValue()).isEqualTo(3.3e24);
        assertThat(record.get("times_the_record_before").isNull()).isTrue();
        assertThat(open.get("items")).isEmpty();
    }

    @Test
    void shouldRefuseAnotherSitesName() throws Exception {
        // When:
        String answer = spoken("GET /api/v1/releases HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n");

        // Then:
        assertThat(answer).startsWith("HTTP/1.1 421").doesNotContain("family_id");
    }

    /** The client of the platform lets nobody say a name that is not the server's. */
    private static String spoken(String request) throws IOException {
        try (var socket = new Socket(page.address().getHost(), page.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void shouldOnlyAnswerGet(String method) throws Exception {
        // When:
        HttpResponse<String> answer =
                send(request("api/v1/releases").method(method, HttpRequest.BodyPublishers.noBody()));

        // Then:
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "main.js", "page.css", "uplot/uPlot.iife.min.js", "icon.svg"})
    void shouldServeThePageUnderAStrictPolicy(String path) throws Exception {
        // When:
        HttpResponse<String> answer = get(path);

        // Then:
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void shouldServeTheLetterOfAWeek() throws Exception {
        // When:
        HttpResponse<String> letter = get("newsletter/2026-W07");

        // Then:
        assertThat(letter.statusCode()).isEqualTo(200);
        assertThat(letter.body()).contains("<!doctype html>", "Week 7, 2026");
    }

    @Test
    void shouldLeadFromALettersLinkToTheWhy() throws Exception {
        // When:
        HttpResponse<String> answer = get("releases/r1-00000001");

        // Then:
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/#/releases/r1-00000001");
    }

    @Test
    void shouldTellOpenPagesWhatChanged() throws Exception {
        // Given:
        var events = client().send(
                        request("api/v1/events")
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofLines());
        var lines = events.body().iterator();
        assertThat(lines.next()).isEqualTo("event: hello");

        // When:
        page.listener().changed(List.of(new TableChange("releases", Set.of("r1-00000001"))));

        // Then:
        String line = lines.next();
        while (!line.equals("event: change")) {
            line = lines.next();
        }
        assertThat(lines.next()).isEqualTo("data: {\"releases\":[\"r1-00000001\"]}");
    }

    @Test
    void shouldComeUpWithoutADatabaseAndSaySo() throws Exception {
        // Given:
        var nowhere = new SinksSettings("jdbc:postgresql://127.0.0.1:1/none", "nobody", settings.password(), 0, null);

        // When:
        try (var absent = new Database(nowhere);
                var lonely = new WebPage(nowhere, absent, List::of)) {
            lonely.start();
            HttpResponse<String> home = send(HttpRequest.newBuilder(lonely.address()));
            HttpResponse<String> rows =
                    send(HttpRequest.newBuilder(lonely.address().resolve("api/v1/releases")));

            // Then:
            assertThat(home.statusCode()).isEqualTo(200);
            assertThat(rows.statusCode()).isEqualTo(503);
            assertThat(rows.body()).contains("the database does not answer");
        }
    }

    @Test
    void shouldSayThatAPortIsTaken() {
        // Given:
        int taken = page.address().getPort();
        var same = new SinksSettings(settings.jdbcUrl(), settings.user(), settings.password(), taken, null);

        // When:
        try (var second = new WebPage(same, database, List::of)) {

            // Then:
            assertThatThrownBy(second::start)
                    .hasMessage(
                            "port " + taken
                                    + " of 127.0.0.1 is taken: stop what listens there, or choose another port for the web page");
        }
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(page.address() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client().send(request.build(), BodyHandlers.ofString());
    }

    private static HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
