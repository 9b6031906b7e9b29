package org.computedivide.streams.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computedivide.streams.rules.identity.Samples.MARCH;
import static org.computedivide.streams.rules.identity.Samples.derivative;
import static org.computedivide.streams.rules.identity.Samples.otherPaper;
import static org.computedivide.streams.rules.identity.Samples.paper;
import static org.computedivide.streams.rules.identity.Samples.post;
import static org.computedivide.streams.rules.identity.Samples.repository;
import static org.computedivide.streams.rules.identity.Samples.row;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Member;
import org.computedivide.avro.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FamiliesTest {

    private final Families families = new Families(FamilyStore.inMemory());
    private final TreeMap<String, Release> releases = new TreeMap<>();

    @Test
    void shouldJoinSizesOfOneMaker() {
        // When:
        apply(repository("acme", "Roc-7B", "roc", "2026-03-01"), repository("acme", "Roc-70B", "roc", "2026-03-01"));

        // Then:
        assertThat(memberKeys()).containsExactly(List.of("huggingface/acme/Roc-70B", "huggingface/acme/Roc-7B"));
    }

    @Test
    void shouldNameFamilyWithoutItsSizes() {
        // When:
        apply(repository("acme", "Roc-2-7B", "roc-2", "2026-03-01"));

        // Then:
        assertThat(only().getName()).isEqualTo("Roc-2");
        assertThat(only().getFamilyId()).matches("roc-2-[0-9a-f]{8}");
    }

    @Test
    void shouldDateFamilyByItsAnnouncementBeforeTheHub() {
        // When:
        apply(repository("acme", "Roc-7B", "roc", "2026-02-20"), paper("2603.00001", "roc", "2026-03-01"));

        // Then:
        assertThat(only().getPublishedDay()).isEqualTo("2026-03-01");
    }

    @Test
    void shouldHangPaperOnFamilyWhoseNameItSpellsOtherwise() {
        // When:
        apply(
                repository("acme", "RocVideo-7B", "rocvideo", "2026-03-01"),
                paper("2603.00001", "roc-video", "2026-03-02"));

        // Then:
        assertThat(only().getMembers()).hasSize(2);
    }

    @Test
    void shouldKeepSameNameOfTwoMakersApart() {
        // When:
        apply(repository("acme", "Roc-7B", "roc", "2026-03-01"), repository("zeta", "Roc-7B", "roc", "2026-03-01"));

        // Then:
        assertThat(releases).hasSize(2);
    }

    @Test
    void shouldHangPaperWithoutMakerOnItsOnlyCandidate() {
        // When:
        apply(paper("2603.00001", "roc", "2026-03-01"), repository("acme", "Roc-7B", "roc", "2026-03-01"));

        // Then:
        assertThat(memberKeys()).containsExactly(List.of("arxiv/2603.00001", "huggingface/acme/Roc-7B"));
    }

    @Test
    void shouldLetPaperStandAloneWhenItsNameBecomesAmbiguous() {
        // Given:
        apply(paper("2603.00001", "roc", "2026-03-01"), repository("acme", "Roc-7B", "roc", "2026-03-01"));

        // When:
        apply(repository("zeta", "Roc-7B", "roc", "2026-03-01"));

        // Then:
        assertThat(memberKeys())
                .containsExactlyInAnyOrder(
                        List.of("arxiv/2603.00001"),
                        List.of("huggingface/acme/Roc-7B"),
                        List.of("huggingface/zeta/Roc-7B"));
    }

    @Test
    void shouldHangPaperAgainWhenTheOtherCandidateIsWithdrawn() {
        // Given:
        apply(
                paper("2603.00001", "roc", "2026-03-01"),
                repository("acme", "Roc-7B", "roc", "2026-03-01"),
                repository("zeta", "Roc-7B", "roc", "2026-03-01"));

        // When:
        apply(withdrawn(repository("zeta", "Roc-7B", "roc", "2026-03-01")));

        // Then:
        assertThat(memberKeys()).containsExactly(List.of("arxiv/2603.00001", "huggingface/acme/Roc-7B"));
    }

    @Test
    void shouldHangPaperOnTheFamilyOfWhoMakesTheLine() {
        // When:
        apply(
                row("1", "llama-9", "meta", "2026-03-01"),
                row("2", "llama-9", "zeta", "2026-03-02"),
                paper("2603.00009", "llama-9", "2026-03-03"));

        // Then:
        assertThat(memberKeys())
                .containsExactlyInAnyOrder(List.of("arxiv/2603.00009", "landmarks/1"), List.of("landmarks/2"));
    }

    @Test
    void shouldKnowTheAgeOfAFamilyByItsDatedMembers() {
        // When:
        apply(
                row("1", "heron", "acme", "2024-10-22"),
                repository("acme", "heron-7b", "heron", "2024-10-22").setPublishedAt(null),
                paper("2603.00009", "heron", "2026-03-03").setTitle("heron: on graphs"));

        // Then:
        assertThat(memberKeys())
                .containsExactlyInAnyOrder(
                        List.of("arxiv/2603.00009"), List.of("huggingface/acme/heron-7b", "landmarks/1"));
    }

    @Test
    void shouldNotHangPaperOnNamesakeOfAnotherDecade() {
        // When:
        apply(paper("2603.00001", "roc", "2026-03-01"), repository("acme", "Roc-7B", "roc", "2016-03-01"));

        // Then:
        assertThat(releases).hasSize(2);
    }

    @Test
    void shouldNeverMakeFamilyOfPaperThatAnnouncesNone() {
        // When:
        apply(otherPaper("2603.00009"));

        // Then:
        assertThat(releases).isEmpty();
    }

    @Test
    void shouldJoinPaperThatAnnouncesNoneByStrongKey() {
        // Given:
        apply(otherPaper("2603.00009"));

        // When:
        apply(repository("acme", "Roc-7B", "roc", "2026-03-01")
                .setKeys(List.of("arxiv:2603.00009", "name:acme/roc", "repo:acme/roc-7b")));

        // Then:
        assertThat(memberKeys()).containsExactly(List.of("arxiv/2603.00009", "huggingface/acme/Roc-7B"));
    }

    @Test
    void shouldHangPaperThatAnnouncesNoneOnTheFamilyOfItsName() {
        // Given:
        apply(otherPaper("2603.00009").setFamily("roc-2").setModelName("ROC-2").setTitle("ROC-2: a bird of prey"));

        // When:
        apply(repository("acme", "Roc-2-7B", "roc-2", "2026-03-09"));

        // Then:
        assertThat(memberKeys()).containsExactly(List.of("arxiv/2603.00009", "huggingface/acme/Roc-2-7B"));
    }

    @Test
    void shouldLetPaperGoWhenItsNameBecomesAmbiguous() {
        // Given:
        apply(
                otherPaper("2603.00009")
                        .setFamily("roc-2")
                        .setModelName("ROC-2")
                        .setTitle("ROC-2: a bird of prey"),
                repository("acme", "Roc-2-7B", "roc-2", "2026-03-09"));

        // When:
        apply(repository("zeta", "Roc-2-1B", "roc-2", "2026-03-12"));

        // Then:
        assertThat(memberKeys())
                .containsExactlyInAnyOrder(List.of("huggingface/acme/Roc-2-7B"), List.of("huggingface/zeta/Roc-2-1B"));
    }

    @Test
    void shouldHangReportOnAModelOfSomeMonthsAgoAndNoOtherPaper() {
        // Given:
        apply(repository("acme", "Rook-2-7B", "rook-2", "2025-12-01"));

        // When:
        apply(
                otherPaper("2603.00009")
                        .setFamily("rook-2")
                        .setModelName("Rook 2")
                        .setTitle("Rook 2 Technical Report"),
                otherPaper("2603.00010")
                        .setFamily("rook-2")
                        .setModelName("Rook 2")
                        .setTitle("Rook 2: a benchmark"));

        // Then:
        assertThat(memberKeys()).containsExactly(List.of("arxiv/2603.00009", "huggingface/acme/Rook-2-7B"));
    }

    @Test
    void shouldNotHangPaperByANameInItsTextAlone() {
        // Given:
        apply(repository("acme", "Rook-2-7B", "rook-2", "2026-03-01"));

        // When:
        apply(otherPaper("2603.00009")
                .setFamily("rook-2")
                .setModelName("Rook 2")
                .setTitle("What birds think of us"));

        // Then:
        assertThat(memberKeys()).containsExactly(List.of("huggingface/acme/Rook-2-7B"));
    }

    @Test
    void shouldKeepLaterVersionOutOfTheReportOfTheFormer() {
        // When:
        apply(
                paper("2404.00001", "roc-3", "2024-04-22"),
                row("1", "roc-3", "acme", "2024-04-23").setKeys(List.of("arxiv:2404.00001", "name:acme/roc-3")),
                row("2", "roc-3.5", "acme", "2024-08-20").setKeys(List.of("arxiv:2404.00001", "name:acme/roc-3.5")));

        // Then:
        assertThat(memberKeys())
                .containsExactlyInAnyOrder(List.of("arxiv/2404.00001", "landmarks/1"), List.of("landmarks/2"));
    }

    @Test
    void shouldNotJoinModelsThatOnePageOfNewsLists() {
        // When:
        apply(
                post("acme", "1", "acme.example/news", "roc-2", "2026-03-01"),
                post("acme", "2", "acme.example/news", "heron", "2026-03-08"),
                row("1", "heron", "acme", "2026-03-08").setKeys(List.of("name:acme/heron", "url:acme.example/news")));

        // Then:
        assertThat(memberKeys()).containsExactlyInAnyOrder(List.of("acme/1"), List.of("acme/2", "landmarks/1"));
    }

    @Test
    void shouldSplitFamilyWhenItsBridgeIsWithdrawn() {
        // Given:
        Evidence.Builder bridge =
                row("1", "roc", "acme", "2026-03-01").setKeys(List.of("name:acme/roc", "repo:acme/roc-7b"));
        apply(
                bridge,
                row("2", "roc", "acme", "2026-03-01").setKeys(List.of("name:acme/roc")),
                row("3", "rook", "acme", "2026-03-01").setKeys(List.of("repo:acme/roc-7b")));

        // When:
        apply(withdrawn(bridge));

        // Then:
        assertThat(memberKeys()).containsExactlyInAnyOrder(List.of("landmarks/2"), List.of("landmarks/3"));
    }

    @Test
    void shouldEndFamilyWhenItsLastMemberIsWithdrawn() {
        // Given:
        apply(row("1", "roc", "acme", "2026-03-01"));

        // When:
        var changes = apply(withdrawn(row("1", "roc", "acme", "2026-03-01")));

        // Then:
        assertThat(changes.values()).containsExactly(Optional.empty());
        assertThat(releases).isEmpty();
    }

    @Test
    void shouldIgnoreOlderVersion() {
        // Given:
        apply(row("1", "roc", "acme", "2026-03-01").setObservedAt(MARCH).setTitle("new"));

        // When:
        apply(row("1", "roc", "acme", "2026-03-01")
                .setObservedAt(MARCH.minus(Duration.ofDays(1)))
                .setTitle("old"));

        // Then:
        assertThat(only().getMembers().get(0).getTitle()).isEqualTo("new");
        assertThat(only().getFirstObservedAt()).isEqualTo(MARCH.minus(Duration.ofDays(1)));
    }

    @Test
    void shouldCountDerivativesAtRootBase() {
        // Given:
        apply(
                derivative("zoe", "roc-chat", "acme/Roc-7B"),
                derivative("yan", "roc-chat-gguf", "zoe/roc-chat").setKind("quantized"));

        // When:
        apply(repository("acme", "Roc-7B", "roc", "2026-03-01").setKeys(List.of("name:acme/roc", "repo:acme/roc-7b")));

        // Then:
        assertThat(only().getDerivatives()).isEqualTo(2);
    }

    @Test
    void shouldMoveDerivativesWhenTheirBaseTurnsOutToBeDerivedItself() {
        // Given:
        apply(
                repository("acme", "Roc-7B", "roc", "2026-03-01").setKeys(List.of("name:acme/roc", "repo:acme/roc-7b")),
                derivative("yan", "roc-chat-gguf", "zoe/roc-chat").setKind("quantized"));

        // When:
        apply(derivative("zoe", "roc-chat", "acme/Roc-7B"));

        // Then:
        assertThat(only().getDerivatives()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldTakeATunedRepositoryForTheReleaseThatATableAnnouncesByItsName(boolean tableFirst) {
        // Given:
        var row = row("1", "roc-think", "zoe", "2026-03-01").setKeys(List.of("name:zoe/roc-think"));
        var tuned = derivative("zoe", "roc-think-7b", "acme/roc-7b")
                .setFamily("roc-think")
                .setKeys(List.of("name:zoe/roc-think", "repo:zoe/roc-think-7b"));
        var child = derivative("yan", "roc-think-7b-gguf", "zoe/roc-think-7b").setKind("quantized");

        // When:
        apply(tableFirst ? row : tuned, child, tableFirst ? tuned : row);

        // Then:
        assertThat(only().getMembers()).hasSize(2);
        assertThat(only().getDerivatives()).isEqualTo(1);
    }

    @Test
    void shouldLeaveADerivativeWhoseAnnouncementIsWithdrawn() {
        // Given:
        var row = row("1", "roc-think", "zoe", "2026-03-01").setKeys(List.of("name:zoe/roc-think"));
        apply(
                row,
                derivative("zoe", "roc-think-7b", "acme/roc-7b")
                        .setFamily("roc-think")
                        .setKeys(List.of("name:zoe/roc-think", "repo:zoe/roc-think-7b")));

        // When:
        apply(row.setState("withdrawn").setObservedAt(MARCH.plus(Duration.ofDays(3))));

        // Then:
        assertThat(releases).isEmpty();
    }

    @Test
    void shouldNotTakeATunedRepositoryForAReleaseByTheNameOfItsBaseAlone() {
        // Given:
        apply(row("1", "gemma-2", "zoe", "2026-03-01").setKeys(List.of("name:zoe/gemma-2")));

        // When:
        apply(derivative("zoe", "gemma-2-9b-chat", "google/gemma-2-9b")
                .setFamily("gemma-2")
                .setKeys(List.of("name:zoe/gemma-2", "repo:zoe/gemma-2-9b-chat")));

        // Then:
        assertThat(only().getMembers()).hasSize(1);
    }

    @Test
    void shouldNotCountRingOfDerivatives() {
        // When:
        apply(derivative("zoe", "a", "yan/b"), derivative("yan", "b", "zoe/a"));

        // Then:
        assertThat(releases).isEmpty();
    }

    @Test
    void shouldMakeReleaseOfDerivativeWhoseMakerMadeTheBase() {
        // Given:
        apply(derivative("acme", "roc-think", "acme/roc-7b")
                .setFamily("roc-think")
                .setRelease("depends-on-base"));

        // When:
        apply(repository("acme", "Roc-7B", "roc", "2026-03-01").setKeys(List.of("name:acme/roc", "repo:acme/roc-7b")));

        // Then:
        assertThat(memberKeys())
                .containsExactlyInAnyOrder(List.of("huggingface/acme/Roc-7B"), List.of("huggingface/acme/roc-think"));
    }

    @Test
    void shouldCallReleaseFreshOnlyWhenAllCameLive() {
        // Given:
        apply(repository("acme", "Roc-7B", "roc", "2026-03-01"));
        boolean before = only().getFresh();

        // When:
        apply(row("1", "roc", "acme", "2026-03-01"));

        // Then:
        assertThat(before).isTrue();
        assertThat(only().getFresh()).isFalse();
    }

    private SortedMap<String, Optional<Release>> apply(Evidence.Builder... evidence) {
        SortedMap<String, Optional<Release>> changes = new TreeMap<>();
        for (Evidence.Builder one : evidence) {
            changes = families.apply(one.build());
            changes.forEach(
                    (id, release) -> release.ifPresentOrElse(now -> releases.put(id, now), () -> releases.remove(id)));
        }
        return changes;
    }

    private static Evidence.Builder withdrawn(Evidence.Builder evidence) {
        return Evidence.newBuilder(evidence).setState("withdrawn").setRevision(1);
    }

    private Release only() {
        assertThat(releases).hasSize(1);
        return releases.firstEntry().getValue();
    }

    private List<List<String>> memberKeys() {
        return releases.values().stream()
                .map(release ->
                        release.getMembers().stream().map(FamiliesTest::key).toList())
                .toList();
    }

    private static String key(Member member) {
        return member.getSource() + "/" + member.getNativeId();
    }
}
