package org.computedivide.sinks.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Release;
import org.computedivide.avro.Tally;
import org.computedivide.sinks.Samples;
import org.computedivide.sinks.SinksSettings;
import org.computedivide.sinks.TestPostgres;
import org.computedivide.sinks.postgres.Database;
import org.computedivide.sinks.postgres.FilledTables;
import org.computedivide.sinks.postgres.TableChange;
import org.computedivide.sinks.postgres.WriterHealth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as a reader sees it, in a real browser. */
class PageInBrowserTest {

    private static final String HOSTILE = "<img src=x onerror=document.title='broken'> \"'\u202Eevil";

    @SuppressWarnings("NullAway.Init")
    private static TestPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private FilledTables tables;

    private final AtomicReference<List<WriterHealth>> writers = new AtomicReference<>(List.of());

    @SuppressWarnings("NullAway.Init")
    private WebPage page;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Browser.executable().isPresent(),
                "chromium is not installed, so the page is not tried in a browser; on Debian: apt-get install chromium");
        browser = Browser.start(Browser.executable().orElseThrow());
        postgres = TestPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
            postgres.close();
        }
    }

    @BeforeEach
    void openPage() throws Exception {
        SinksSettings settings = postgres.freshDatabase();
        database = new Database(settings);
        tables = new FilledTables(database);
        tables.migrate();
        page = new WebPage(settings, database, writers::get);
        page.start();
        browser.resize(1280, 900, false);
    }

    @AfterEach
    void closePage() throws Exception {
        browser.open(URI.create("about:blank"));
        page.close();
        database.close();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldSayWhatIsHappeningWhileThereIsNothing() throws Exception {
        // Given:
        tables.sources(Map.of("arxiv", Samples.source("arxiv", "unreachable")));

        // When:
        browser.open(page.address());

        // Then:
        browser.until("document.querySelector('#feed .empty')?.textContent.includes('no source can be reached')");
        browser.until("document.querySelector('.state-unreachable')?.textContent === 'unreachable'");
        browser.until("document.querySelector('#compute-chart .empty') !== null");
    }

    @Test
    void shouldSayWhyNewRowsWait() throws Exception {
        // Given:
        writers.set(List.of(new WriterHealth(
                "topology tallies", WriterHealth.State.FAILING, "the topology tallies is tried again", Instant.EPOCH)));

        // When:
        browser.open(page.address());

        // Then:
        browser.until("document.querySelector('#notice').innerText"
                + " === 'New rows wait: the topology tallies is tried again'");
    }

    @Test
    void shouldShowRowsChartsAndNumbersWithIntervals() throws Exception {
        // Given:
        fill();

        // When:
        browser.open(page.address());

        // Then:
        browser.until("document.querySelectorAll('#feed .release').length === 2");
        browser.until("document.querySelector('#feed').innerText.includes('3.3e24 FLOP (2.2e24–6.6e24)')");
        browser.until("document.querySelector('#compute-chart canvas') !== null");
        browser.until("document.querySelectorAll('#affiliation-chart rect').length === 1");
        browser.until(
                "document.querySelector('#trend-words').innerText.includes('Doubles every 5.1 months (4.7–5.5)')");
        browser.until("document.querySelector('#letters a')?.getAttribute('href') === 'newsletter/2026-W07'");
        browser.until("document.querySelector('#live').classList.contains('steady')");
    }

    @Test
    void shouldShowWhatTheLiteratureSaidBesideOurNumbers() throws Exception {
        // Given:
        new PlausibleRows(tables).write();

        // When:
        browser.open(page.address());

        // Then:
        browser.until("document.querySelectorAll('#literature .claim').length === 2");
        browser.until("document.querySelector('#literature').innerText.includes('7 %')");
        browser.until("document.querySelector('#literature').innerText.includes('n 56 · 31 unknown · provisional')");
        browser.until("document.querySelector('#literature').innerText.includes('3.4 months 2.4–6.8')");
        browser.until("document.querySelector('#literature').innerText.includes('nothing yet')");
    }

    @Test
    void shouldOpenTheWhyOfAnAddress() throws Exception {
        // Given:
        fill();

        // When:
        browser.open(page.address().resolve("#/releases/one-00000001"));

        // Then:
        browser.until("document.querySelector('#why').open");
        browser.until("document.querySelector('#why blockquote mark')?.textContent === '671B'");
        browser.until("document.querySelector('#why .estimates .used .verdict')?.textContent === 'used'");
        browser.until("document.querySelector('#why .arithmetic').innerText.startsWith('6 × 37e9')");
    }

    @Test
    void shouldCloseTheWhyAndReturnToThePlace() throws Exception {
        // Given:
        fill();
        browser.open(page.address());
        browser.until("document.querySelector('#feed .release-link') !== null");
        browser.evaluate("document.querySelector('#feed .release-link').focus();"
                + " document.querySelector('#feed .release-link').click()");
        browser.until("document.querySelector('#why').open");

        // When:
        browser.evaluate("document.querySelector('#why .close').click()");

        // Then:
        browser.until("!document.querySelector('#why').open && location.hash === ''");
        browser.until("document.activeElement.classList.contains('release-link')");
    }

    @Test
    void shouldStayClosedWhenAnAnswerComesLate() throws Exception {
        // Given:
        fill();
        browser.open(page.address().resolve("#/releases/one-00000001"));
        browser.until("document.querySelector('#why').open");
        browser.until("document.querySelector('#live').classList.contains('steady')");
        browser.evaluate("window.asked = 0; const fetched = window.fetch; window.fetch = async (...all) => {"
                + " if (!String(all[0]?.url ?? all[0]).includes('releases/one')) return fetched(...all);"
                + " const answer = await fetched(...all); window.asked++;"
                + " await new Promise(done => { window.answerNow = done; }); window.answered = true; return answer; }");
        page.listener().changed(List.of(new TableChange("releases", Set.of("one-00000001"))));
        browser.until("window.asked === 1");

        // When:
        browser.evaluate("document.querySelector('#why .close').click(); window.answerNow()");

        // Then:
        browser.until("window.answered && location.hash === ''");
        browser.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))");
        browser.until("!document.querySelector('#why').open");
    }

    @Test
    void shouldShowHostileNamesAsText() throws Exception {
        // Given:
        tables.releases(Map.of("evil-00000002", Samples.release("evil-00000002", HOSTILE)));

        // When:
        browser.open(page.address().resolve("#/releases/evil-00000002"));

        // Then:
        browser.until("document.querySelector('#why').open");
        browser.until("document.querySelector('#feed bdi') !== null");
        assertThat(browser.evaluate("document.querySelector('#feed bdi').textContent")
                        .textValue())
                .isEqualTo(HOSTILE);
        assertThat(browser.evaluate("document.title + document.images.length").textValue())
                .isEqualTo("Compute Divide Monitor0");
    }

    @Test
    void shouldShowANewReleaseByItself() throws Exception {
        // Given:
        fill();
        browser.open(page.address());
        browser.until("document.querySelectorAll('#feed .release').length === 2");
        browser.until("document.querySelector('#live').classList.contains('steady')");

        // When:
        Release late = Release.newBuilder(Samples.release("late-00000009", "A late one"))
                .setFirstObservedAt(Samples.SEEN.plusSeconds(3600))
                .build();
        tables.releases(Map.of("late-00000009", late));
        page.listener().changed(List.of(new TableChange("releases", Set.of("late-00000009"))));

        // Then:
        browser.until("document.querySelector('#feed .release strong').textContent === 'A late one'");
        browser.until("document.querySelector('#feed .release').classList.contains('slides')");
    }

    @Test
    void shouldOfferOnlyTalliesThatThereAre() throws Exception {
        // Given:
        fill();
        browser.open(page.address());
        browser.until("document.querySelector('#tally-rows .empty') !== null");

        // When:
        browser.evaluate("for (const [part, value] of [['measure', 'releases'], ['window', 'year:2026']])"
                + " document.querySelector(`#tally-${part}`).value = value;"
                + " document.querySelector('#tally-choice').dispatchEvent(new Event('change'))");

        // Then:
        browser.until("document.querySelector('#tally-rows tbody')?.rows.length === 1");
        assertThat(browser.evaluate("document.querySelector('#tally-rows tbody').innerText")
                        .textValue())
                .startsWith("Industry\t2");
        assertThat(browser.evaluate("[...document.querySelectorAll('#tally-dimension option:enabled')]"
                                + ".map(option => option.value).join()")
                        .textValue())
                .isEqualTo("affiliation");
    }

    @Test
    void shouldSayWhatTheUnknownCouldMeanForAShare() throws Exception {
        // Given:
        Tally share = Tally.newBuilder(Samples.tally("academia", "365d", 0.2))
                .setMeasure("releaseShare")
                .setUnit("fraction")
                .setMembers(20)
                .setNonMembers(80)
                .setUnknown(100)
                .setWorstLow(0.1)
                .setWorstHigh(0.6)
                .build();
        tables.tallies(Map.of(Samples.key(share), share));

        // When:
        browser.open(page.address());

        // Then:
        browser.until("document.querySelector('#figures').innerText"
                + ".includes('n = 100 · 100 unknown: 10 %–60 % if none or all of them')");
    }

    @ParameterizedTest
    @CsvSource({"360, false", "360, true", "768, false", "1440, true"})
    void shouldFitEveryWidth(int width, boolean dark) throws Exception {
        // Given:
        fill();
        browser.resize(width, 800, dark);

        // When:
        browser.open(page.address());

        // Then:
        browser.until("document.querySelectorAll('#feed .release').length === 2");
        browser.until("document.querySelector('#compute-chart canvas') !== null");
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        assertThat(browser.picture()).hasSizeGreaterThan(10_000);
    }

    private void fill() throws Exception {
        var tally = Samples.tally("industry", "year:2026", 2);
        tables.releases(Map.of(
                "one-00000001", Samples.release("one-00000001", "One"),
                "two-00000002", Samples.release("two-00000002", "Two")));
        tables.evidence(Map.of(
                "arxiv/2602.00001",
                Samples.evidence(
                        "arxiv",
                        "2602.00001",
                        Fact.newBuilder(Samples.fact("parameters", 6.71e11, "a model with 671B parameters"))
                                .setText("671B")
                                .build())));
        tables.tallies(Map.of(Samples.key(tally), tally));
        tables.trends(Map.of("doubling-time|runningTop10", Samples.trend("runningTop10")));
        tables.digests(Map.of("2026-W07", Samples.digest("2026-W07")));
        tables.sources(Map.of("arxiv", Samples.source("arxiv", "ok")));
    }
}
