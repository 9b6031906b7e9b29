package org.computedivide.producers.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Looks;
import org.computedivide.producers.source.Looks.Remembered;
import org.computedivide.producers.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArxivSourceTest {

    private static final String HEAD = "<?xml version='1.0' encoding='UTF-8'?>\n"
            + "<feed xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\""
            + " xmlns:arxiv=\"http://arxiv.org/schemas/atom\" xmlns=\"http://www.w3.org/2005/Atom\">\n"
            + "  <id>https://arxiv.org/api/x</id>\n  <title>arXiv Query</title>\n  <updated>2026-02-16T00:00:00Z</updated>\n";
    private static final Request NEWEST =
            Request.page(URI.create("https://export.arxiv.org/api/query?search_query=cat%3Acs.CL"), Media.XML);
    private static final Request RSS = Request.page(URI.create("https://rss.arxiv.org/rss/cs.CL"), Media.XML);
    private static final Request OAI =
            Request.once(URI.create("https://oaipmh.arxiv.org/oai?verb=ListIdentifiers"), Media.XML);

    private final Source source = new ArxivSource(List.of("cs.CL", "cs.LG", "stat.ML"), Duration.ofMinutes(15));

    @Test
    void shouldReadAPaper() {
        // Given:
        Page page = page(1, entry("2602.11111v1", "2026-02-13T09:00:00Z", "Code: https://github.com/lab/auriga."));

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), NEWEST, page));

        // Then:
        Observation paper = batch.drafts().get(0).observation();
        assertThat(paper.getNativeId()).isEqualTo("2602.11111");
        assertThat(paper.getTitle()).isEqualTo("Auriga: A \"Small\" Model");
        assertThat(paper.getPublishedAt()).isEqualTo("2026-02-13T09:00:00Z");
        assertThat(paper.getUrl()).isEqualTo("https://arxiv.org/abs/2602.11111");
        assertThat(paper.getCategories()).containsExactly("cs.CL", "stat.ML");
        assertThat(paper.getAuthors()).extracting(author -> author.getName()).containsExactly("Ada Ørsted", "Bo Li");
        assertThat(paper.getAuthors().get(0).getAffiliations()).containsExactly("Northfield University");
        assertThat(paper.getText())
                .isEqualTo("We train & release a 9B model.\n\nComments: Code: https://github.com/lab/auriga.");
        assertThat(paper.getLinks()).containsExactly("https://github.com/lab/auriga");
        assertThat(paper.getState()).isEqualTo("present");
        assertThat(batch.drafts().get(0).version()).isEqualTo(1);
    }

    @Test
    void shouldGoDownUntilTheBeginningAtAFirstStart() {
        // Given:
        Page page = page(900, entries(200, "2026-02-13T09:00:00Z"));

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), NEWEST, page));

        // Then:
        assertThat(next(batch, 1)).hasValueSatisfying(uri -> assertThat(uri).contains("start=200"));
    }

    @Test
    void shouldStopWhereTheFirstStartBeginsAndTakeNothingEarlier() {
        // Given:
        Page page = page(900, entries(199, "2026-02-13T09:00:00Z") + entry("2602.00001v1", "2026-02-08T23:59:59Z", ""));

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), NEWEST, page));

        // Then:
        assertThat(batch.drafts()).hasSize(199);
        assertThat(next(batch, 1)).hasValueSatisfying(uri -> assertThat(uri).startsWith("https://rss.arxiv.org/"));
    }

    @Test
    void shouldStopAtAPageWithoutNews() {
        // Given:
        var seen = new Remembered();
        for (int i = 0; i < 200; i++) {
            seen.with("2602.%05d".formatted(10_000 + i), 1, "2026-02-15");
        }

        // When:
        Batch batch = Looks.batch(
                source.parse(Looks.at("", seen, 1), NEWEST, page(900, entries(200, "2026-02-13T09:00:00Z"))));

        // Then:
        assertThat(next(batch, 1)).hasValueSatisfying(uri -> assertThat(uri).startsWith("https://rss.arxiv.org/"));
    }

    @Test
    void shouldLookUpWhatTheAnnouncementNamesAndWasNotSeen() {
        // Given:
        var seen = new Remembered().with("2602.00001", 1, "2026-02-15").with("2602.00002", 1, "2026-02-15");
        Page page = Page.of("<rss version=\"2.0\"><channel><title>cs.CL updates</title>" + guid("2602.00001v1")
                + guid("2602.00002v2") + guid("2601.09999v1") + "</channel></rss>");

        // When:
        Batch batch = Looks.batch(source.parse(Looks.at("", seen, 1), RSS, page));

        // Then:
        assertThat(next(batch, 1))
                .hasValueSatisfying(uri -> assertThat(uri).contains("id_list=2602.00002%2C2601.09999"));
    }

    @Test
    void shouldLookUpWhatWasListedSinceItWasLastLookedAt() {
        // Given:
        var seen = new Remembered().with("2602.00001", 1, "2026-02-16").with("2602.00002", 1, "2026-02-15");
        Page page = oai(header("2602.00001", "2026-02-15", "cs:cs:CL")
                + header("2602.00002", "2026-02-15", "cs:cs:LG")
                + header("2602.00003", "2026-02-15", "cs:cs:SE")
                + header("2601.00004", "2026-02-15", "stat:stat:ML"));

        // When:
        Batch batch = Looks.batch(source.parse(Looks.at("", seen, 1), OAI, page));

        // Then:
        assertThat(next(batch, 1))
                .hasValueSatisfying(uri -> assertThat(uri).contains("id_list=2602.00002%2C2601.00004&"));
    }

    @Test
    void shouldGoOnWithTheListingWhereTheTokenSays() {
        // Given:
        Page page =
                oai("<resumptionToken expirationDate='2026-02-17T00:00:00Z'>verb%3DListIdentifiers</resumptionToken>");

        // When:
        Batch batch = Looks.batch(source.parse(begun(), OAI, page));

        // Then:
        assertThat(next(batch, 1))
                .hasValueSatisfying(uri -> assertThat(uri).endsWith("resumptionToken=verb%253DListIdentifiers"));
    }

    @Test
    void shouldListEachArchiveAndReadOneDayAgainTheNextTime() {
        // Given:
        Look look = begun();
        Page nothing = oai("<error code=\"noRecordsMatch\">nothing</error>");

        // When:
        String afterFirst = Looks.batch(source.parse(look, OAI, nothing)).position();
        Look second = Looks.at(afterFirst, look.seen(), 1);
        String afterSecond = Looks.batch(source.parse(second, OAI, nothing)).position();

        // Then:
        assertThat(source.next(second))
                .hasValueSatisfying(request ->
                        assertThat(request.uri().toString()).endsWith("set=stat&from=2026-02-09&until=2026-02-16"));
        assertThat(source.next(Looks.at(afterSecond, look.seen(), 1))).isEmpty();
        Look tomorrow = new Look(afterSecond, look.seen(), Looks.NOW.plus(Duration.ofDays(1)), look.since(), 1);
        assertThat(source.parse(tomorrow, OAI, nothing)).isInstanceOf(Reading.Read.class);
        assertThat(source.next(new Look(
                        tomorrow.position()
                                .replaceFirst("\"announcedAt\":\"[^\"]*\"", "\"announcedAt\":\"2026-02-17T00:00:00Z\""),
                        look.seen(),
                        tomorrow.now(),
                        look.since(),
                        1)))
                .hasValueSatisfying(request ->
                        assertThat(request.uri().toString()).endsWith("set=cs&from=2026-02-15&until=2026-02-17"));
    }

    @Test
    void shouldBeginASetAnewWhenItsTokenHasExpired() {
        // Given:
        Page expired = oai("<error code=\"badResumptionToken\">expired</error>");

        // When:
        Batch batch = Looks.batch(source.parse(begun(), OAI, expired));

        // Then:
        assertThat(next(batch, 1)).hasValueSatisfying(uri -> assertThat(uri).contains("set=cs&from="));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "This paper has been withdrawn by the authors due to an error.|withdrawn",
                "The manuscript was withdrawn by arXiv administrators|withdrawn",
                "Accepted; a withdrawn version stays listed. This paper has been withdrawn elsewhere|present",
                "We study why papers have been withdrawn|present"
            })
    void shouldTakeAPaperForWithdrawnOnlyWhenItsNoteBeginsSo(String comment, String state) {
        // Given:
        Page page = page(1, entry("2602.11111v2", "2026-02-13T09:00:00Z", comment));

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), NEWEST, page));

        // Then:
        assertThat(batch.drafts().get(0).observation().getState()).isEqualTo(state);
    }

    @Test
    void shouldNotWithdrawAPaperThatWasSaidToBeDeletedButIsThere() {
        // Given:
        var seen = new Remembered().with("2602.00001", 1, "2026-02-10").with("2602.00002", 1, "2026-02-10");
        String position = Looks.batch(source.parse(
                        Looks.at("", seen, 1),
                        OAI,
                        oai(deleted("2602.00001", "2026-02-15") + deleted("2602.00002", "2026-02-15"))))
                .position();

        // When:
        Batch batch = Looks.batch(source.parse(
                Looks.at(position, seen, 1), NEWEST, page(1, entry("2602.00001v1", "2026-02-13T09:00:00Z", ""))));

        // Then:
        assertThat(batch.drafts())
                .extracting(
                        draft -> draft.nativeId() + " " + draft.observation().getState())
                .containsExactlyInAnyOrder("2602.00001 present", "2602.00002 withdrawn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<feed><entry><id>http://arxiv.org/abs/2602.1",
                "<html><body>One moment</body></html>",
                "{\"not\": \"xml\"}",
                "<!DOCTYPE feed [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><feed>&x;</feed>",
                "<!DOCTYPE feed [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><feed><title>&b;</title></feed>"
            })
    void shouldRefuseWhatIsNoWholeAnswer(String text) {
        // Given:
        Page page = Page.of(text);

        // When:
        Reading<Batch> reading = source.parse(Looks.first(), NEWEST, page);

        // Then:
        assertThat(reading).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void shouldRefuseAPageWithFewerEntriesThanItsOwnCountSays() {
        // Given:
        Page page = page(150, entries(20, "2026-02-13T09:00:00Z"));

        // When:
        Reading<Batch> reading = source.parse(Looks.first(), NEWEST, page);

        // Then:
        assertThat(Looks.reason(reading)).isEqualTo("truncated");
    }

    @Test
    void shouldSayWhatArxivSaysWhenItRefusesAQuery() {
        // Given:
        Page page = page(
                1,
                "<entry><id>https://arxiv.org/api/errors#x</id><title>Error</title>"
                        + "<summary>start must be an integer</summary></entry>");

        // When:
        Reading<Batch> reading = source.parse(Looks.first(), NEWEST, page);

        // Then:
        assertThat(reading).isEqualTo(Reading.refused("other", "arXiv says: start must be an integer"));
    }

    @Test
    void shouldRefuseAnEntryWithoutDateOrIdAndTakeTheOthers() {
        // Given:
        Page page = page(
                3,
                entry("2602.11111v1", "2026-02-13T09:00:00Z", "")
                        + entry("2602.22222v1", "yesterday", "")
                        + entry("nonsense", "2026-02-13T09:00:00Z", ""));

        // When:
        Batch batch = Looks.batch(source.parse(Looks.first(), NEWEST, page));

        // Then:
        assertThat(batch.drafts()).extracting(Draft::nativeId).containsExactly("2602.11111");
        assertThat(batch.rejected())
                .extracting(rejected -> rejected.getReason())
                .containsExactly("bad-date", "no-id");
    }

    @Test
    void shouldTakeAnEmptyAnswerForAlarmOnceThereWerePapers() {
        // Given:
        var seen = new Remembered().with("2602.00001", 1, "2026-02-10");

        // When:
        Reading<Batch> reading = source.parse(Looks.at("", seen, 1), NEWEST, page(0, ""));

        // Then:
        assertThat(reading).isInstanceOf(Reading.PageChanged.class);
    }

    private Optional<String> next(Batch batch, long round) {
        return source.next(Looks.at(batch.position(), org.computedivide.producers.source.SeenItems.NONE, round))
                .map(request -> request.uri().toString());
    }

    private Look begun() {
        String announced = Looks.batch(
                        source.parse(Looks.first(), RSS, Page.of("<rss version=\"2.0\"><channel></channel></rss>")))
                .position();
        String walked = source.unchanged(Looks.at(announced, Looks.first().seen(), 1), NEWEST);
        return Looks.at(walked, Looks.first().seen(), 1);
    }

    private static Page page(int total, String entries) {
        return Page.of(HEAD + "<opensearch:itemsPerPage>200</opensearch:itemsPerPage><opensearch:totalResults>" + total
                + "</opensearch:totalResults><opensearch:startIndex>0</opensearch:startIndex>\n" + entries
                + "</feed>\n");
    }

    private static String entries(int count, String published) {
        var entries = new StringBuilder();
        for (int i = 0; i < count; i++) {
            entries.append(entry("2602.%05dv1".formatted(10_000 + i), published, ""));
        }
        return entries.toString();
    }

    private static String entry(String id, String published, String comment) {
        return "  <entry>\n    <id>http://arxiv.org/abs/" + id
                + "</id>\n    <title>Auriga:\n  A \"Small\" Model</title>\n"
                + "    <updated>" + published + "</updated>\n    <link href=\"https://arxiv.org/abs/" + id
                + "\" rel=\"alternate\" type=\"text/html\"/>\n    <summary>We train &amp; release a 9B model.</summary>\n"
                + "    <category term=\"cs.CL\" scheme=\"http://arxiv.org/schemas/atom\"/>\n"
                + "    <category term=\"stat.ML\" scheme=\"http://arxiv.org/schemas/atom\"/>\n    <published>"
                + published
                + "</published>\n" + (comment.isEmpty() ? "" : "    <arxiv:comment>" + comment + "</arxiv:comment>\n")
                + "    <arxiv:primary_category term=\"cs.CL\"/>\n    <author>\n      <name>Ada Ørsted</name>\n"
                + "      <arxiv:affiliation>Northfield University</arxiv:affiliation>\n    </author>\n"
                + "    <author>\n      <name>Bo Li</name>\n    </author>\n  </entry>\n";
    }

    private static String guid(String id) {
        return "<item><title>x</title><guid isPermaLink=\"false\">oai:arXiv.org:" + id + "</guid></item>";
    }

    private static Page oai(String inner) {
        return Page.of(
                "<?xml version='1.0' encoding='UTF-8'?>\n<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">\n"
                        + "<responseDate>2026-02-16T00:00:00Z</responseDate>\n<ListIdentifiers>\n" + inner
                        + "</ListIdentifiers>\n</OAI-PMH>\n");
    }

    private static String header(String id, String day, String set) {
        return "<header>\n<identifier>oai:arXiv.org:" + id + "</identifier>\n<datestamp>" + day
                + "</datestamp>\n<setSpec>" + set + "</setSpec>\n</header>\n";
    }

    private static String deleted(String id, String day) {
        return header(id, day, "cs:cs:CL").replace("<header>", "<header status=\"deleted\">");
    }
}
