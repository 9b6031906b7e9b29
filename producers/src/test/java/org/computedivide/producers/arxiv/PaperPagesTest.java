package org.computedivide.producers.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Author;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Outcome;
import org.computedivide.producers.fetch.Page;
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

class PaperPagesTest {

    private static final Request RSS = Request.page(URI.create("https://rss.arxiv.org/rss/cs.CL"), Media.XML);
    private static final String AURIGA = "Auriga: A Model";
    private static final String ADA = "Ada Ørsted";
    private static final String BO = "Bo Li";

    private final Source source = new PaperPages(
            List.of("cs.CL"), Duration.ofMinutes(15), paper -> paper.getTitle().startsWith("Auriga"));

    @Test
    void shouldAskOnlyForThePagesOfPapersThatMayAnnounceAModel() {
        // Given:
        Page feed = feed(item("2602.11111", 2, AURIGA, "We train it."), item("2602.2", 1, "A Survey", "Of it."));

        // When:
        Batch batch = announced(Looks.first(), feed);

        // Then:
        assertThat(batch.drafts()).isEmpty();
        assertThat(waiting(batch)).containsExactly("https://arxiv.org/html/2602.11111v2");
    }

    @Test
    void shouldAskForEachPageOfADayAlthoughTheNextDayIsAnnounced() {
        // Given:
        Batch monday = announced(
                Looks.first(), feed(item("2602.11111", 1, AURIGA, "One."), item("2602.22222", 1, AURIGA, "Two.")));

        // When:
        Batch tuesday = announced(
                Looks.at(monday.position(), new Remembered(), 2),
                feed(item("2602.22222", 2, AURIGA, "Two, anew."), item("2602.33333", 1, AURIGA, "Three.")));

        // Then:
        assertThat(waiting(tuesday))
                .containsExactly(
                        "https://arxiv.org/html/2602.11111v1",
                        "https://arxiv.org/html/2602.22222v2",
                        "https://arxiv.org/html/2602.33333v1");
    }

    @Test
    void shouldNotAskAgainForAPageThatIsNotThere() {
        // Given:
        Page feed = feed(item("2602.11111", 1, AURIGA, "One."));
        Look look = Looks.at(announced(Looks.first(), feed).position(), new Remembered(), 1);
        Request page = source.whatCanWait(look).orElseThrow();

        // When:
        Batch absent = source.absent(look, page, new Outcome.Absent<>(404, "")).orElseThrow();
        Batch again = announced(Looks.at(absent.position(), new Remembered(), 2), feed);

        // Then:
        assertThat(waiting(absent)).isEmpty();
        assertThat(waiting(again)).isEmpty();
    }

    @Test
    void shouldNotAskAgainForAPageThatWasReadInThisVersion() {
        // Given:
        var seen = new Remembered().with("2602.11111", 0, "v1");

        // When:
        Batch batch = announced(Looks.at("", seen, 1), feed(item("2602.11111", 1, AURIGA, "One.")));

        // Then:
        assertThat(waiting(batch)).isEmpty();
    }

    @Test
    void shouldSayWhatTheAnnouncementSaid() {
        // When:
        Draft draft = drafts(page(
                        "<span class=\"ltx_creator ltx_role_author\"><span class=\"ltx_personname\">Ada Ørsted, Bo Li"
                                + "<br/>Acme AI</span></span>"))
                .get(0);

        // Then:
        Observation paper = draft.observation();
        assertThat(draft.mark()).isEqualTo("v1");
        assertThat(paper.getForm()).isEqualTo("paper");
        assertThat(paper.getOrigin()).isEqualTo("arxiv");
        assertThat(paper.getText()).isEqualTo("We train a 9B model.");
        assertThat(paper.getAuthors()).extracting(Author::getName).containsExactly(ADA, BO);
        assertThat(paper.getUrl()).isEqualTo("https://arxiv.org/html/2602.11111");
    }

    @Test
    void shouldTakeTheAffiliationOfEachAuthorsOwnNote() {
        // Given:
        String page = page(
                "<span class=\"ltx_creator ltx_role_author\"><span class=\"ltx_personname\">Ada Ørsted\n</span>"
                        + "<span class=\"ltx_author_notes\"><span class=\"ltx_author_notes_content\">"
                        + "<span class=\"ltx_contact ltx_role_affiliation\"><span class=\"ltx_contact_name\">Affiliation: </span>"
                        + "University of Northfield, Norway\n</span>"
                        + "<span class=\"ltx_contact ltx_role_email\"><a href=\"mailto:a@n.edu\">a@n.edu</a></span></span></span></span>"
                        + "<span class=\"ltx_author_before\">  </span>"
                        + "<span class=\"ltx_creator ltx_role_author\"><span class=\"ltx_personname\">Bo Li</span>"
                        + "<span class=\"ltx_author_notes\"><span class=\"ltx_contact ltx_role_affiliation\">Acme AI</span></span></span>");

        // When:
        Observation paper = read(page);

        // Then:
        assertThat(affiliations(paper))
                .containsExactly(List.of("University of Northfield, Norway"), List.of("Acme AI"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Ada Ørsted<sup class="ltx_sup">1,*</sup>, Bo Li<sup>1,2</sup><br/><sup>1</sup>Northfield University <sup>2</sup>Acme AI<br/><sup>*</sup>Equal contribution
            Ada Ørsted<math alttext="{}^{1\\dagger,*}"></math>    Bo Li<math alttext="^{1,2}"></math><br/><math alttext="{}^{1}"></math>Northfield University, <math alttext="{}^{2}"></math>Acme AI<br/>{ada,bo}@acme.ai
            Ada Ørsted<sup>1</sup> Bo Li<sup>1</sup><sup>,</sup><sup>2</sup> <sup>1</sup>Northfield University <sup>2</sup>Acme AI
            """)
    void shouldFollowTheMarks(String names) {
        // Given:
        String page = page("<span class=\"ltx_creator ltx_role_author\"><span class=\"ltx_personname\">" + names
                + "</span></span>");

        // When:
        Observation paper = read(page);

        // Then:
        assertThat(affiliations(paper).get(1)).containsExactly("Northfield University", "Acme AI");
        assertThat(affiliations(paper).get(0)).isSubsetOf("Northfield University");
    }

    @Test
    void shouldFindTheOrganisationsThatStandInNotes() {
        // Given:
        String page = page(
                "<span class=\"ltx_creator ltx_role_author\"><span class=\"ltx_personname\">Ada Ørsted<sup>1</sup></span></span>"
                        + "<span class=\"ltx_creator ltx_role_author\"><span class=\"ltx_personname\">Bo Li<sup>2</sup></span></span></div>"
                        + "<span class=\"ltx_note ltx_role_affiliationtext\"><sup class=\"ltx_note_mark\">1</sup><span class=\"ltx_note_outer\">"
                        + "<span class=\"ltx_note_content\"><sup class=\"ltx_note_mark\">1</sup><span class=\"ltx_note_type\">affiliationtext: </span>"
                        + "Northfield University</span></span></span>"
                        + "<span class=\"ltx_note ltx_role_institutetext\"><sup class=\"ltx_note_mark\">2</sup><span class=\"ltx_note_outer\">"
                        + "<span class=\"ltx_note_content\"><sup class=\"ltx_note_mark\">2</sup><span class=\"ltx_note_type\">institutetext: </span>"
                        + "Acme AI, email: b@acme.ai</span></span></span><div>");

        // When:
        Observation paper = read(page);

        // Then:
        assertThat(affiliations(paper).get(0)).containsExactly("Northfield University");
    }

    @Test
    void shouldGiveAnOrganisationWithoutAMarkToAllAuthorsOfTheBlock() {
        // Given:
        String page = page(
                "<span class=\"ltx_creator ltx_role_author\"><span class=\"ltx_personname\">ADA ØRSTED, Bo Li<br class=\"ltx_break\"/>"
                        + "Acme AI<br class=\"ltx_break\"/>research@acme.ai</span></span>");

        // When:
        Observation paper = read(page);

        // Then:
        assertThat(affiliations(paper)).containsExactly(List.of("Acme AI"), List.of("Acme AI"));
    }

    @Test
    void shouldNotTakeAnAuthorForAnOrganisation() {
        // Given: a name that the announcement spells otherwise
        String page = page(
                "<span class=\"ltx_creator ltx_role_author\"><span class=\"ltx_personname\">Ada Ørsted<br/>Bo Xiang Li<br/>Acme AI</span></span>");

        // When:
        Optional<Observation> paper = readIfAny(page);

        // Then:
        assertThat(paper).isEmpty();
    }

    @Test
    void shouldNameTheOrganisationsThatCannotBeGivenToAnAuthor() {
        // Given:
        String page = page(
                "<span class=\"ltx_creator ltx_role_author\"><span class=\"ltx_personname\">The Auriga Team<br/><sup>1</sup>Acme AI<sup>2</sup>Northfield University</span></span>");

        // When:
        Observation paper = read(page);

        // Then:
        assertThat(paper.getOrganizations()).containsExactly("Acme AI", "Northfield University");
        assertThat(affiliations(paper)).allMatch(List::isEmpty);
    }

    @Test
    void shouldTakeTheLinksOfTheHeadAndNoneFurtherDown() {
        // Given:
        String page = page("<span class=\"ltx_creator ltx_role_author\"><span class=\"ltx_personname\">Ada Ørsted<br/>"
                + "<a href=\"https://github.com/acme/auriga\">code</a></span></span>");

        // When:
        Observation paper = read(page);

        // Then:
        assertThat(paper.getLinks())
                .containsExactly("https://github.com/acme/auriga", "https://huggingface.co/acme/auriga-9b");
    }

    @Test
    void shouldWithdrawAPaperThatIsAnnouncedAsWithdrawn() {
        // Given:
        var seen = new Remembered().with("2602.11111", 0, "v1");
        Page feed = feed(item("2602.11111", 2, AURIGA, "This paper has been withdrawn by the authors."));

        // When:
        Batch batch = Looks.batch(source.parse(Looks.at("", seen, 1), RSS, feed));

        // Then:
        assertThat(batch.drafts()).hasSize(1);
        assertThat(batch.drafts().get(0).observation().getState()).isEqualTo("withdrawn");
        assertThat(batch.drafts().get(0).parts()).isEmpty();
    }

    @Test
    void shouldNotAskAgainWithinSixHours() {
        // Given:
        Batch batch = Looks.batch(source.parse(Looks.first(), RSS, feed()));

        // When:
        Optional<Request> next = source.next(Looks.at(batch.position(), new Remembered(), 1));

        // Then:
        assertThat(next).isEmpty();
    }

    @Test
    void shouldBeDoneQuicklyWithAPageThatIsMeantToHurt() {
        // Given: half a million characters without end in the names
        String names = "Ada Ørsted" + "@a,".repeat(180_000);
        String page = page("<span class=\"ltx_creator ltx_role_author\"><span class=\"ltx_personname\">" + names
                + "</span></span>");

        // When:
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        readIfAny(page);

        // Then:
        long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        assertThat(Duration.ofNanos(taken)).isLessThan(Duration.ofSeconds(5));
    }

    private Observation read(String page) {
        return readIfAny(page).orElseThrow();
    }

    private Optional<Observation> readIfAny(String page) {
        return drafts(page).stream().map(Draft::observation).findFirst();
    }

    private List<Draft> drafts(String page) {
        Page feed = feed(item("2602.11111", 1, AURIGA, "We train a 9B model."));
        Look look = Looks.at(announced(Looks.first(), feed).position(), new Remembered(), 1);
        return Looks.batch(source.parse(look, source.whatCanWait(look).orElseThrow(), Page.of(page)))
                .drafts();
    }

    private Batch announced(Look look, Page feed) {
        return Looks.batch(source.parse(look, RSS, feed));
    }

    /** The pages that are still to be asked for, in turn. */
    private List<String> waiting(Batch batch) {
        var pages = new ArrayList<String>();
        Look look = Looks.at(batch.position(), new Remembered(), 1);
        for (Optional<Request> page = source.whatCanWait(look); page.isPresent(); page = source.whatCanWait(look)) {
            pages.add(page.get().uri().toString());
            look = Looks.at(source.unchanged(look, page.get()), new Remembered(), 1);
        }
        return pages;
    }

    private static List<List<String>> affiliations(Observation paper) {
        return paper.getAuthors().stream().map(Author::getAffiliations).toList();
    }

    private static String page(String authors) {
        return "<!DOCTYPE html><html lang=\"en\"><head><title>Auriga</title></head><body><div class=\"ltx_page_main\">"
                + "<article class=\"ltx_document ltx_authors_1line\"><h1 class=\"ltx_title ltx_title_document\">Auriga: A Model</h1>"
                + "<div class=\"ltx_authors\">" + authors + "</div>"
                + "<div class=\"ltx_abstract\"><h6 class=\"ltx_title ltx_title_abstract\">Abstract</h6><p class=\"ltx_p\">We train a 9B model"
                + (authors.contains("href=\"https")
                        ? ", see <a href=\"https://huggingface.co/acme/auriga-9b\">weights</a>"
                        : "")
                + ".</p></div><section class=\"ltx_section\"><p class=\"ltx_p\"><a href=\"https://github.com/other/baseline\">theirs</a></p></section>"
                + "</article></div></body></html>";
    }

    private static Page feed(String... items) {
        return Page.of("<?xml version='1.0' encoding='UTF-8'?>\n<rss xmlns:arxiv=\"http://arxiv.org/schemas/atom\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" version=\"2.0\">\n<channel>\n<title>cs.CL updates on arXiv.org</title>\n"
                + String.join("", items) + "</channel>\n</rss>\n");
    }

    private static String item(String id, int version, String title, String summary) {
        return "<item><title>" + title + "</title><link>https://arxiv.org/abs/" + id + "</link><description>arXiv:" + id
                + "v" + version + " Announce Type: new \nAbstract: " + summary
                + "</description><guid isPermaLink=\"false\">"
                + "oai:arXiv.org:" + id + "v" + version + "</guid><category>cs.CL</category>"
                + "<pubDate>Mon, 16 Feb 2026 00:00:00 -0500</pubDate><arxiv:announce_type>new</arxiv:announce_type>"
                + "<dc:creator>Ada Ørsted, Bo Li</dc:creator></item>\n";
    }
}
