package org.computedivide.producers.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.computedivide.producers.fetch.Mirror;
import org.computedivide.producers.fetch.Outcome;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Looks;
import org.computedivide.producers.source.Looks.Remembered;
import org.computedivide.producers.source.Positions;
import org.computedivide.producers.source.Source;
import org.junit.jupiter.api.Test;

/** Every known repository has its turn, however long ago it was made. */
class HubRotationTest {

    private static final int KNOWN = 45;
    private static final int IN_A_ROUND = 20;

    private final Source source = new HubSource(Duration.ofMinutes(1), Mirror.of(Optional.empty()));
    private final Remembered seen = new Remembered();

    HubRotationTest() {
        IntStream.range(0, KNOWN).forEach(i -> seen.withName(id(i), "name-" + i));
    }

    @Test
    void shouldAskForEveryKnownRepositoryAFewInEachRound() {
        // Given:
        var asked = new ArrayList<Integer>();
        var items = new ArrayList<String>();
        String position = "";

        // When:
        for (int round = 1; round <= 4; round++) {
            List<String> ofRound = new ArrayList<>();
            position = around(round, position, ofRound);
            asked.add(ofRound.size());
            items.addAll(ofRound);
        }

        // Then:
        assertThat(asked).containsExactly(IN_A_ROUND, IN_A_ROUND, KNOWN - 2 * IN_A_ROUND, IN_A_ROUND);
        assertThat(items.subList(0, KNOWN)).doesNotHaveDuplicates().hasSize(KNOWN);
        assertThat(items.subList(KNOWN, items.size())).isEqualTo(items.subList(0, IN_A_ROUND));
    }

    @Test
    void shouldTakeForGoneWhatIsDeniedInItsTurnAndInTheNextRound() {
        // Given:
        Look turn = Looks.at(walked(1, ""), seen, 1);
        Request request = source.next(turn).orElseThrow();

        // When:
        Batch first = source.absent(turn, request, new Outcome.Absent<>(401, "RepoNotFound"))
                .orElseThrow();
        Look next = Looks.at(walked(2, first.position()), seen, 2);
        Request again = source.next(next).orElseThrow();
        Batch second = source.absent(next, again, new Outcome.Absent<>(404, "RepoNotFound"))
                .orElseThrow();

        // Then:
        assertThat(first.drafts()).isEmpty();
        assertThat(again.uri()).isEqualTo(request.uri());
        assertThat(second.drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.nativeId()).isEqualTo(id(0));
            assertThat(draft.observation().getState()).isEqualTo("withdrawn");
        });
    }

    @Test
    void shouldConcludeNothingFromAnAnswerThatIsNoDenial() {
        // Given:
        Look turn = Looks.at(walked(1, ""), seen, 1);
        Request request = source.next(turn).orElseThrow();

        // When:
        Batch passed =
                source.absent(turn, request, new Outcome.Absent<>(403, "")).orElseThrow();

        // Then:
        assertThat(passed.drafts()).isEmpty();
        assertThat(source.next(Looks.at(passed.position(), seen, 1)).map(Request::item))
                .contains(id(1));
    }

    @Test
    void shouldFindARepositoryUnderItsNewName() {
        // Given:
        Look turn = Looks.at(walked(1, ""), seen, 1);
        Request request = source.next(turn).orElseThrow();
        String renamed = model("lab/new-name").replace("\"_id\":\"\"", "\"_id\":\"name-0\"");

        // When:
        Batch batch = Looks.batch(source.parse(turn, request, Page.of(renamed)));

        // Then:
        assertThat(batch.drafts()).extracting(Draft::nativeId).containsExactly("lab/new-name", id(0));
    }

    @Test
    void shouldNotWriteDownHowFarTheLookAroundHasCome() {
        // Given:
        String begun = walked(1, "");

        // When:
        String passed = around(1, begun, new ArrayList<>());

        // Then:
        assertThat(passed).isNotEqualTo(begun);
        assertThat(Positions.lasting(passed)).isEqualTo(Positions.lasting(begun));
    }

    /** The position after the two walks of a round, in which there was nothing new. */
    private String walked(int round, String position) {
        String at = position;
        for (Request request = next(round, at);
                request.item().isEmpty() && isList(request);
                request = next(round, at)) {
            Look look = Looks.at(at, seen, round);
            String page = "[" + model("lab/old") + "]";
            at = Looks.batch(source.parse(look, request, Page.of(page))).position();
        }
        return at;
    }

    private Request next(int round, String position) {
        return source.next(Looks.at(position, seen, round)).orElseThrow();
    }

    private static boolean isList(Request request) {
        return request.uri().getPath().equals("/api/models");
    }

    /** A whole round in which every repository is as it was. */
    private String around(int round, String position, List<String> items) {
        String at = walked(round, position);
        Optional<Request> request = source.next(Looks.at(at, seen, round));
        while (request.isPresent()) {
            items.add(request.get().item());
            at = source.unchanged(Looks.at(at, seen, round), request.get());
            request = source.next(Looks.at(at, seen, round));
        }
        return at;
    }

    private static String id(int number) {
        return "lab/m%02d".formatted(number);
    }

    private static String model(String id) {
        return """
                {"_id":"","id":"%s","createdAt":"2026-01-01T10:00:00.000Z","lastModified":"2026-01-01T10:00:00.000Z","tags":[]}""".formatted(id);
    }
}
