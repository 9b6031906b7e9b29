package org.computedivide.producers.arxiv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.History;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Looks;
import org.computedivide.producers.source.Looks.Remembered;
import org.computedivide.producers.source.SeenItems;
import org.computedivide.producers.source.Span;
import org.junit.jupiter.api.Test;

class ArxivHistoryTest {

    private final History history = new ArxivSource(List.of("cs.CL"), Duration.ofMinutes(15))
            .history(new Span(LocalDate.parse("2026-02-02"), LocalDate.parse("2026-02-04")))
            .orElseThrow();

    @Test
    void shouldListFromTheFirstDayUntilToday() {
        // When:
        String asked = next("", SeenItems.NONE);

        // Then:
        assertThat(asked).contains("oaipmh.arxiv.org", "set=cs", "from=2026-02-02", "until=2026-02-16");
    }

    @Test
    void shouldLookUpWhatWasListedInTheSpanAndWhatMayHaveChangedSince() {
        // Given: listed in the span; changed after it; submitted long before it; submitted after it
        Page page = listing(
                "", "2601.00001 2026-02-03", "2602.00002 2026-02-12", "2511.00003 2026-02-12", "2603.00004 2026-02-12");

        // When:
        Batch batch = read("", SeenItems.NONE, page);

        // Then:
        assertThat(next(batch.position(), SeenItems.NONE))
                .contains("id_list=2601.00001%2C2602.00002&")
                .doesNotContain("2511", "2603");
    }

    @Test
    void shouldKeepOfLaterChangesOnlyWhatWasSubmittedInTheSpan() {
        // Given:
        String position = read("", SeenItems.NONE, listing("", "2602.00001 2026-02-12", "2602.00002 2026-02-12"))
                .position();
        Page papers = papers("2602.00001 2026-02-03", "2602.00002 2026-02-09");

        // When:
        Batch batch = read(position, SeenItems.NONE, papers);

        // Then:
        assertThat(batch.drafts()).extracting(Draft::nativeId).containsExactly("2602.00001");
        assertThat(history.done(batch.position())).isEqualTo(1);
    }

    @Test
    void shouldNotLookUpWhatWasLookedAtSinceItsListing() {
        // Given:
        var seen = new Remembered().with("2602.00001", 1, "2026-02-05");

        // When:
        Batch batch = read("", seen, listing("", "2602.00001 2026-02-03"));

        // Then:
        assertThat(history.next(look(batch.position(), seen))).isEmpty();
    }

    @Test
    void shouldGoOnWithTheTokenAfterALookUpOfEachHundred() {
        // Given:
        String[] listed = IntStream.rangeClosed(1, 150)
                .mapToObj("2602.%05d 2026-02-03"::formatted)
                .toArray(String[]::new);
        String position = read("", SeenItems.NONE, listing("token-1", listed)).position();

        // When:
        String first = next(position, SeenItems.NONE);
        Batch batch = read(position, SeenItems.NONE, papers());
        batch = read(batch.position(), SeenItems.NONE, papers());

        // Then:
        assertThat(first).contains("2602.00100").doesNotContain("2602.00101");
        assertThat(next(batch.position(), SeenItems.NONE)).contains("resumptionToken=token-1");
        assertThat(history.done(batch.position())).isBetween(0.05, 0.5);
    }

    private String next(String position, SeenItems seen) {
        return history.next(look(position, seen)).orElseThrow().uri().toString();
    }

    private Batch read(String position, SeenItems seen, Page page) {
        Look look = look(position, seen);
        return Looks.batch(history.parse(look, history.next(look).orElseThrow(), page));
    }

    private static Look look(String position, SeenItems seen) {
        return Looks.at(position, seen, 1);
    }

    /** A listing of headers, each given as id and day. */
    private static Page listing(String token, String... papers) {
        var xml = new StringBuilder("<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><ListIdentifiers>");
        for (String paper : papers) {
            String[] parts = paper.split(" ", 2);
            xml.append("<header><identifier>oai:arXiv.org:%s</identifier><datestamp>%s</datestamp>"
                            .formatted(parts[0], parts[1]))
                    .append("<setSpec>cs:cs:CL</setSpec></header>");
        }
        return Page.of(xml.append("<resumptionToken>")
                .append(token)
                .append("</resumptionToken></ListIdentifiers></OAI-PMH>")
                .toString());
    }

    /** An answer of the search API, each paper given as id and day of submission. */
    private static Page papers(String... papers) {
        var xml = new StringBuilder(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\">"
                        + "<opensearch:totalResults>" + papers.length + "</opensearch:totalResults>");
        for (String paper : papers) {
            String[] parts = paper.split(" ", 2);
            xml.append(
                    "<entry><id>http://arxiv.org/abs/%sv1</id><title>T</title><published>%sT09:00:00Z</published></entry>"
                            .formatted(parts[0], parts[1]));
        }
        return Page.of(xml.append("</feed>").toString());
    }
}
