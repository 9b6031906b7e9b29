package org.computedivide.producers.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Hashes;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Looks;
import org.computedivide.producers.source.SeenItems;
import org.computedivide.producers.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PapersSourceTest {

    private static final Instant MONDAY = Instant.parse("2026-02-16T12:00:00Z");

    private final Source source = new PapersSource(Duration.ofMinutes(15));

    @Test
    void shouldReadAPaper() {
        // Given:
        Page page = page(paper("2602.00001", 8));

        // When:
        Observation paper = only(page).observation();

        // Then:
        assertThat(paper.getNativeId()).isEqualTo("2602.00001");
        assertThat(paper.getForm()).isEqualTo("paper");
        assertThat(paper.getOrigin()).isEqualTo("arxiv");
        assertThat(paper.getTier()).isEqualTo("aggregator");
        assertThat(paper.getTitle()).isEqualTo("Auriga: a model");
        assertThat(paper.getPublishedAt()).isEqualTo("2026-02-12T14:37:50Z");
        assertThat(paper.getOrganizations()).containsExactly("Meridian University");
        assertThat(paper.getAuthors()).extracting("name").containsExactly("Ada Writer", "Bo Reader");
        assertThat(paper.getLinks())
                .containsExactly(
                        "https://arxiv.org/abs/2602.00001",
                        "https://github.com/meridian/auriga",
                        "https://meridian.example/auriga");
    }

    @Test
    void shouldNotBelieveADateAfterTheDayOfTheListing() {
        // Given:
        String listed = paper("2605.00001", 8).replace("2026-02-13T00:00:00.000Z", "2026-02-11T00:00:00.000Z");

        // When:
        Observation paper = only(page(listed)).observation();

        // Then:
        assertThat(paper.getPublishedAt()).isEqualTo("2026-02-11");
    }

    @Test
    void shouldSeeNoNewVersionWhenOnlyVotesMove() {
        // Given:
        Observation few = only(page(paper("2602.00001", 8))).observation();
        Observation many = only(page(paper("2602.00001", 800))).observation();

        // When:
        boolean same = Hashes.ofContent(few, 0).equals(Hashes.ofContent(many, 0));

        // Then:
        assertThat(same).isTrue();
    }

    @Test
    void shouldWalkFromTheFirstDayToTodayAndThenTheLastDaysAgain() {
        // Given:
        String position = "";

        // When:
        List<String> first = new ArrayList<>();
        position = walk(position, 1, MONDAY, first);
        List<String> again = new ArrayList<>();
        position = walk(position, 2, MONDAY, again);
        List<String> tuesday = new ArrayList<>();
        walk(position, 3, MONDAY.plus(Duration.ofDays(1)), tuesday);

        // Then:
        assertThat(first).containsExactly("2026-02-13", "2026-02-14", "2026-02-15", "2026-02-16");
        assertThat(again).containsExactly("2026-02-14", "2026-02-15", "2026-02-16");
        assertThat(tuesday).containsExactly("2026-02-14", "2026-02-15", "2026-02-16", "2026-02-17");
    }

    @Test
    void shouldAskForTheNextPageOfADayThatIsFull() {
        // Given:
        Look look = look("", 1, MONDAY);
        String full = IntStream.range(0, 100)
                .mapToObj(i -> paper("2602.1%04d".formatted(i), 1))
                .collect(Collectors.joining(","));
        Request first = source.next(look).orElseThrow();

        // When:
        String position = Looks.batch(source.parse(look, first, page(full))).position();

        // Then:
        Look then = look(position, 1, MONDAY);
        Request second = source.next(then).orElseThrow();
        assertThat(second.uri()).hasToString("https://huggingface.co/api/daily_papers?date=2026-02-13&limit=100&p=1");
        assertThat(second.conditional()).isFalse();
        assertThat(source.next(look(source.unchanged(look, first), 1, MONDAY))
                        .orElseThrow()
                        .uri()
                        .toString())
                .contains("2026-02-14");
    }

    @Test
    void shouldAskForLaterPagesOfTodayEvenWhenTheFirstIsUnchanged() {
        // Given:
        String today =
                "{\"since\":\"2026-02-13\",\"round\":7,\"day\":\"2026-02-16\",\"page\":0,\"done\":\"2026-02-15\","
                        + "\"full\":[\"2026-02-16\"]}";
        Look look = look(today, 7, MONDAY);

        // When:
        String position = source.unchanged(look, source.next(look).orElseThrow());

        // Then:
        assertThat(source.next(look(position, 7, MONDAY)).orElseThrow().uri().toString())
                .endsWith("2026-02-16&limit=100&p=1");
    }

    @Test
    void shouldRefuseAPaperWithoutArxivId() {
        // Given:
        Page page = page(paper("", 1) + "," + paper("2602.00001", 1));

        // When:
        Batch batch = Looks.batch(source.parse(look("", 1, MONDAY), request(), page));

        // Then:
        assertThat(batch.drafts()).extracting(Draft::nativeId).containsExactly("2602.00001");
        assertThat(batch.rejected()).extracting("reason").containsExactly("no-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\": \"Invalid query parameter\"}", "[{\"paper\": "})
    void shouldTakeNothingOfAnAnswerThatIsNoList(String text) {
        // Given:
        Page page = Page.of(text);

        // When:
        Reading<Batch> reading = source.parse(look("", 1, MONDAY), request(), page);

        // Then:
        assertThat(reading).isInstanceOf(Reading.Refused.class);
    }

    /** All days of a round, each of them answered with one paper. */
    private String walk(String position, long round, Instant now, List<String> days) {
        String at = position;
        for (Optional<Request> next = source.next(look(at, round, now));
                next.isPresent();
                next = source.next(look(at, round, now))) {
            String query = next.get().uri().getQuery();
            days.add(query.substring(5, 15));
            at = Looks.batch(source.parse(look(at, round, now), next.get(), page(paper("2602.00001", 1))))
                    .position();
        }
        return at;
    }

    private Request request() {
        return source.next(look("", 1, MONDAY)).orElseThrow();
    }

    private Draft only(Page page) {
        return Looks.batch(source.parse(look("", 1, MONDAY), request(), page))
                .drafts()
                .get(0);
    }

    private static Look look(String position, long round, Instant now) {
        return new Look(position, SeenItems.NONE, now, Instant.parse("2026-02-13T15:00:00Z"), round);
    }

    private static Page page(String papers) {
        return Page.of("[" + papers + "]");
    }

    private static String paper(String id, int votes) {
        return """
                {"paper": {"id": "%s", "authors": [{"name": "Ada Writer", "hidden": false}, {"name": "Bo Reader", "hidden": true}],
                 "publishedAt": "2026-02-12T14:37:50.000Z", "submittedOnDailyAt": "2026-02-13T00:00:00.000Z",
                 "title": "Auriga: a\\n model", "summary": "We train a model.", "upvotes": %d,
                 "githubRepo": "https://github.com/meridian/auriga", "githubStars": 3, "projectPage": "https://meridian.example/auriga",
                 "organization": {"name": "meridian", "fullname": "Meridian University"}},
                 "publishedAt": "2026-02-12T10:37:50.000Z", "title": "Auriga: a model", "numComments": 2}""".formatted(id, votes);
    }
}
