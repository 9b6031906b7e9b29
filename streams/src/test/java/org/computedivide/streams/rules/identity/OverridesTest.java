package org.computedivide.streams.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computedivide.streams.rules.identity.Samples.derivative;
import static org.computedivide.streams.rules.identity.Samples.otherPaper;
import static org.computedivide.streams.rules.identity.Samples.override;
import static org.computedivide.streams.rules.identity.Samples.paper;
import static org.computedivide.streams.rules.identity.Samples.repository;
import static org.computedivide.streams.rules.identity.Samples.row;

import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Member;
import org.computedivide.avro.Release;
import org.junit.jupiter.api.Test;

class OverridesTest {

    private static final String ROC = "huggingface/acme/Roc-7B";
    private static final String ROOK = "huggingface/acme/Rook-7B";

    private final Families families = new Families(FamilyStore.inMemory());
    private final TreeMap<String, Release> releases = new TreeMap<>();

    @Test
    void shouldMakeOneReleaseOfWhatTheOperatorJoins() {
        // Given:
        apply(roc(), rook());

        // When:
        apply(override("join", ROC, ROOK));

        // Then:
        assertThat(families()).containsExactly(List.of(ROC, ROOK, "operator/join:" + ROC + ROOK));
        assertThat(member(ROOK).getLink()).isEqualTo("join:operator/join:" + ROC + ROOK);
    }

    @Test
    void shouldJoinWhatComesLaterThanTheStatement() {
        // Given:
        apply(override("join", ROC, ROOK), roc());

        // When:
        apply(rook());

        // Then:
        assertThat(families()).singleElement(InstanceOfAssertFactories.LIST).contains(ROC, ROOK);
    }

    @Test
    void shouldLetTheRulesDecideAgainWhenStatementIsWithdrawn() {
        // Given:
        apply(roc(), rook(), override("join", ROC, ROOK));

        // When:
        apply(override("join", ROC, ROOK).setState("withdrawn").setRevision(1));

        // Then:
        assertThat(families()).containsExactlyInAnyOrder(List.of(ROC), List.of(ROOK));
    }

    @Test
    void shouldPartWhatKeysJoin() {
        // Given:
        apply(roc(), repository("acme", "Roc-70B", "roc", "2026-03-01"));

        // When:
        apply(override("part", ROC, "huggingface/acme/Roc-70B"));

        // Then:
        assertThat(releases).hasSize(2);
        assertThat(families())
                .containsExactlyInAnyOrder(
                        List.of(ROC, "operator/part:" + ROC + "huggingface/acme/Roc-70B"),
                        List.of("huggingface/acme/Roc-70B"));
    }

    @Test
    void shouldKeepTogetherWhatLeavesTogether() {
        // Given:
        apply(roc(), repository("acme", "Roc-8B", "roc", "2026-03-01"));
        apply(repository("acme", "Roc-70B", "roc", "2026-03-01"));
        Evidence.Builder both = override("part", ROC, "huggingface/acme/Roc-70B")
                .setKeys(List.of("observation:" + ROC, "observation:huggingface/acme/Roc-8B"));

        // When:
        apply(both);

        // Then:
        assertThat(releases).hasSize(2);
        assertThat(families()).anySatisfy(family -> assertThat(family).contains(ROC, "huggingface/acme/Roc-8B"));
    }

    @Test
    void shouldTakeDerivativeIntoFamilyWhenJoined() {
        // Given:
        apply(repository("acme", "roc-7b", "roc", "2026-03-01"), derivative("zoe", "roc-tuned", "acme/roc-7b"));
        long counted = only().getDerivatives();

        // When:
        apply(override("join", "huggingface/zoe/roc-tuned", "huggingface/acme/roc-7b"));

        // Then:
        assertThat(counted).isEqualTo(1);
        assertThat(only().getDerivatives()).isZero();
        assertThat(families())
                .singleElement(InstanceOfAssertFactories.LIST)
                .contains("huggingface/zoe/roc-tuned", "huggingface/acme/roc-7b");
    }

    @Test
    void shouldHangWhatTheOperatorStatesOnTheFamilyOfItsSubject() {
        // Given:
        apply(roc());

        // When:
        apply(override("correct", ROC, "")
                .setFacts(List.of(Fact.newBuilder()
                        .setField("trainingCompute")
                        .setNumber(3e24)
                        .setUnit("FLOP")
                        .setRule("statement")
                        .build())));

        // Then:
        assertThat(only().getCompute().getValue()).isEqualTo(3e24);
    }

    @Test
    void shouldStayNewsWhenTheOperatorSpeaks() {
        // Given:
        apply(roc());

        // When:
        apply(override("join", ROC, "arxiv/2603.00001"), paper("2603.00001", "rook", "2026-03-01"));

        // Then:
        assertThat(only().getFresh()).isTrue();
        assertThat(only().getSubject()).doesNotStartWith("operator");
    }

    @Test
    void shouldLetTheRulesDecideAgainWhenOneOfTwoThatItWasJoinedWithGoes() {
        // Given:
        Evidence.Builder gone = repository("acme", "Roc-7B", "roc", "2026-03-01");
        apply(
                otherPaper("2603.00009"),
                gone,
                repository("acme", "Heron-7B", "heron", "2026-03-01"),
                override("join", "huggingface/acme/Roc-7B", "arxiv/2603.00009"),
                override("join", "huggingface/acme/Heron-7B", "arxiv/2603.00009"));

        // When:
        apply(Evidence.newBuilder(gone).setState("withdrawn").setRevision(1));

        // Then:
        assertThat(families()).anyMatch(members -> members.contains("arxiv/2603.00009"));
    }

    @Test
    void shouldMakeNoReleaseOfStatementAlone() {
        // When:
        apply(override("join", ROC, ROOK), row("1", "heron", "zeta", "2026-03-01"));

        // Then:
        assertThat(families()).containsExactly(List.of("landmarks/1"));
    }

    private void apply(Evidence.Builder... evidence) {
        for (Evidence.Builder one : evidence) {
            families.apply(one.build())
                    .forEach((id, release) ->
                            release.ifPresentOrElse(now -> releases.put(id, now), () -> releases.remove(id)));
        }
    }

    private static Evidence.Builder roc() {
        return repository("acme", "Roc-7B", "roc", "2026-03-01");
    }

    private static Evidence.Builder rook() {
        return repository("acme", "Rook-7B", "rook", "2026-03-01");
    }

    private Release only() {
        assertThat(releases).hasSize(1);
        return releases.firstEntry().getValue();
    }

    private Member member(String key) {
        return only().getMembers().stream()
                .filter(member -> key.equals(member.getSource() + "/" + member.getNativeId()))
                .findFirst()
                .orElseThrow();
    }

    private List<List<String>> families() {
        return releases.values().stream()
                .map(release -> release.getMembers().stream()
                        .map(member -> member.getSource() + "/" + member.getNativeId())
                        .toList())
                .toList();
    }
}
