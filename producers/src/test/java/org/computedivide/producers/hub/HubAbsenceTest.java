package org.computedivide.producers.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Mirror;
import org.computedivide.producers.fetch.Outcome;
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

/** Nothing is concluded from what is not there, and a repository keeps its identity under a new name. */
class HubAbsenceTest {

    private static final List<String> MODELS = List.of("lab/d", "lab/c", "lab/b", "lab/a");

    private final Source source = new HubSource(Duration.ofMinutes(1), Mirror.of(Optional.empty()));
    private final Remembered seen =
            new Remembered().withName("lab/b", "id-b").withName("lab/c", "id-c").withName("lab/d", "id-d");

    @Test
    void shouldTakeARepositoryForGoneOnlyWhenTheHubSaysSoInTwoRounds() {
        // Given: a list in which lab/c stood between others and stands there no more
        String position = walked(1, "", MODELS);
        position = walked(2, position, List.of("lab/d", "lab/b", "lab/a"));

        // When:
        Batch first = denied(2, position, "RepoNotFound");
        Optional<Request> again = doubted(first.position());
        Batch second = denied(3, walked(3, first.position(), List.of("lab/d", "lab/b", "lab/a")), "RepoNotFound");

        // Then:
        assertThat(first.drafts()).isEmpty();
        assertThat(again).isEmpty();
        assertThat(second.drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.nativeId()).isEqualTo("lab/c");
            assertThat(draft.observation().getState()).isEqualTo("withdrawn");
        });
    }

    @Test
    void shouldDropTheDoubtWhenTheRepositoryIsThereOrClosedToUs() {
        // Given:
        String position = walked(2, walked(1, "", MODELS), List.of("lab/d", "lab/b", "lab/a"));
        Look look = Looks.at(position, seen, 2);
        Request request = source.next(look).orElseThrow();

        // When:
        Batch there = Looks.batch(source.parse(look, request, Page.of(model("lab/c"))));
        Batch closed = denied(2, position, "GatedRepo");

        // Then:
        assertThat(request.uri().getPath()).isEqualTo("/api/models/lab/c");
        assertThat(there.drafts()).extracting(Draft::nativeId).containsExactly("lab/c");
        assertThat(doubted(there.position())).isEmpty();
        assertThat(closed.drafts()).isEmpty();
        assertThat(doubted(closed.position())).isEmpty();
    }

    @Test
    void shouldNotBelieveADenialThatIsNotTheHubs() {
        // Given:
        String position = walked(2, walked(1, "", MODELS), List.of("lab/d", "lab/b", "lab/a"));
        Look look = Looks.at(position, seen, 2);

        // When:
        Optional<Batch> meant =
                source.absent(look, source.next(look).orElseThrow(), new Outcome.Absent<Batch>(404, ""));

        // Then:
        assertThat(meant).isEmpty();
    }

    @Test
    void shouldNotDoubtWhatOnlyFellOffTheEndOfTheList() {
        // Given: When:
        String position = walked(2, walked(1, "", MODELS), List.of("lab/f", "lab/e", "lab/d", "lab/c"));

        // Then:
        assertThat(doubted(position)).isEmpty();
    }

    @Test
    void shouldTakeARenamedRepositoryUnderItsNewNameAndLetTheOldOneGo() {
        // Given:
        Look look = Looks.at("", seen, 1);
        String renamed = model("lab/b").replace("lab/b", "lab/b-7B");

        // When:
        Batch batch = Looks.batch(source.parse(look, source.next(look).orElseThrow(), Page.of("[" + renamed + "]")));

        // Then:
        assertThat(batch.drafts()).extracting(Draft::nativeId).containsExactly("lab/b-7B", "lab/b");
        Observation now = batch.drafts().get(0).observation();
        assertThat(now.getHub().getFormerIds()).containsExactly("lab/b");
        assertThat(batch.drafts().get(0).lastingName()).isEqualTo("id-b");
        assertThat(batch.drafts().get(1).observation().getState()).isEqualTo("withdrawn");
    }

    @Test
    void shouldTakeAnEmptyListForAnAlarm() {
        // Given:
        Look look = Looks.at(walked(1, "", MODELS), seen, 2);

        // When:
        Reading<Batch> reading = source.parse(look, source.next(look).orElseThrow(), Page.of("[]"));

        // Then:
        assertThat(reading).isInstanceOf(Reading.PageChanged.class);
    }

    @Test
    void shouldTakeAListThatEndsAboveWhatItHadForAnAlarm() {
        // Given:
        Look look = Looks.at(walked(1, "", MODELS), seen, 2);
        String later = model("lab/z").replaceAll("2026-02-1[0-9]", "2026-02-15");

        // When:
        Reading<Batch> reading = source.parse(look, source.next(look).orElseThrow(), Page.of("[" + later + "]"));

        // Then:
        assertThat(reading).isInstanceOf(Reading.PageChanged.class);
    }

    @Test
    void shouldTakeAListInWhichNothingHasAnIdForAnAlarm() {
        // Given:
        Look look = Looks.at("", seen, 1);

        // When:
        Reading<Batch> reading =
                source.parse(look, source.next(look).orElseThrow(), Page.of("[{\"name\":\"x\"},{\"name\":\"y\"}]"));

        // Then:
        assertThat(reading).isInstanceOf(Reading.PageChanged.class);
    }

    @Test
    void shouldBelieveThatAFileIsAbsentOnlyWhenTheHubSaysSo() {
        // Given:
        Look look = Looks.at("", seen, 1);
        Batch batch =
                Looks.batch(source.parse(look, source.next(look).orElseThrow(), Page.of("[" + model("lab/d") + "]")));

        // When:
        var absence = batch.drafts().get(0).parts().get(0).absence();

        // Then:
        assertThat(absence).accepts(new Outcome.Absent<>(404, "EntryNotFound"), new Outcome.Absent<>(401, "GatedRepo"));
        assertThat(absence).rejects(new Outcome.Absent<>(404, ""));
    }

    /** A repository in doubt that is asked for in the second round, not one whose turn it is. */
    private Optional<Request> doubted(String position) {
        return source.next(Looks.at(position, seen, 2))
                .filter(request -> request.item().isEmpty());
    }

    /** The position after a round that listed these models, by creation and by change. */
    private String walked(long round, String position, List<String> ids) {
        String list = ids.stream().map(HubAbsenceTest::model).collect(Collectors.joining(",", "[", "]"));
        String at = position;
        for (int walk = 0; walk < 2; walk++) {
            Look look = Looks.at(at, seen, round);
            at = Looks.batch(source.parse(look, source.next(look).orElseThrow(), Page.of(list)))
                    .position();
        }
        return at;
    }

    private Batch denied(long round, String position, String code) {
        Look look = Looks.at(position, seen, round);
        return source.absent(look, source.next(look).orElseThrow(), new Outcome.Absent<Batch>(401, code))
                .orElseThrow();
    }

    /** Made on a day that the letter tells; lab/a long ago, so that a walk ends at it. */
    private static String model(String id) {
        Map<String, String> days = Map.of("lab/a", "2026-01-01", "lab/b", "2026-02-10", "lab/c", "2026-02-11");
        String day = days.getOrDefault(id, "2026-02-12");
        return Stream.of(
                        "\"_id\":\"id-" + id.substring(4) + "\"",
                        "\"id\":\"" + id + "\"",
                        "\"createdAt\":\"" + day + "T00:00:00.000Z\"",
                        "\"lastModified\":\"" + day + "T00:00:00.000Z\"",
                        "\"tags\":[]")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
