package org.computedivide.streams.rules.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.computedivide.avro.Compute;
import org.computedivide.avro.Estimate;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted beside parameters times tokens, and what is not. */
class OperationsTest {

    @Test
    void shouldCountStepsTimesBatchTimesSequenceWhenNobodyCountsTokens() {
        // When:
        Variant bert = Members.only(Members.maker(
                "bert",
                Members.parameters(340e6),
                Members.fact("trainingSteps", 1e6, "schedule"),
                Members.fact("batchSize", 256, "schedule"),
                Members.fact("sequenceLength", 512, "schedule")));

        // Then:
        assertThat(compute(bert).getValue()).isCloseTo(2.67e20, withPercentage(1));
        assertThat(compute(bert).getArithmetic()).contains("1M steps × 256 sequences × 512 tokens");
    }

    @Test
    void shouldLetTheTokensThatTheMakerCountsGoBeforeTheSchedule() {
        // When:
        Variant variant = Members.only(Members.maker(
                "a",
                Members.parameters(7e9),
                Members.tokens(2e12),
                Members.fact("trainingSteps", 1000, "schedule"),
                Members.fact("batchTokens", 4e6, "schedule")));

        // Then:
        assertThat(compute(variant).getValue()).isCloseTo(6 * 7e9 * 2e12, withPercentage(0.1));
    }

    @Test
    void shouldAddTheTeachersForwardPassApartWhenItLabelledEveryToken() {
        // When:
        Variant student = Members.only(Members.maker(
                "a",
                Members.parameters(1e9),
                Members.tokens(1e12),
                text("method", "distilled-logits"),
                Members.fact("teacherParameters", 70e9, "teacher-size")));

        // Then:
        assertThat(compute(student).getValue()).isCloseTo(6 * 1e9 * 1e12, withPercentage(0.1));
        assertThat(compute(student).getBoundary()).isEqualTo("updates-only");
        assertThat(apart(student).getValue()).isCloseTo(6 * 1e9 * 1e12 + 2 * 70e9 * 1e12, withPercentage(0.1));
    }

    @Test
    void shouldLeaveTheBoundaryUnknownWhenAnotherModelWroteTheData() {
        // When:
        Variant student = Members.only(
                Members.maker("a", Members.parameters(1e9), Members.tokens(1e12), text("method", "distilled")));

        // Then:
        assertThat(compute(student).getBoundary()).isEqualTo("unknown");
    }

    @Test
    void shouldKeepRolloutsApartFromUpdates() {
        // When:
        Variant variant = Members.only(Members.maker(
                "a",
                Members.parameters(671e9),
                Members.active(37e9),
                Members.tokens(1e12),
                Members.fact("rolloutTokens", 2e12, "rollout-tokens")));

        // Then:
        assertThat(compute(variant).getValue()).isCloseTo(6 * 37e9 * 1e12, withPercentage(0.1));
        assertThat(apart(variant).getValue()).isCloseTo(6 * 37e9 * 1e12 + 2 * 37e9 * 2e12, withPercentage(0.1));
        assertThat(apart(variant).getUsed()).isFalse();
    }

    @Test
    void shouldCountEachTowerByItsOwnTokensAndAFrozenOneForwardOnly() {
        // When:
        Variant variant = Members.only(Members.maker(
                "a",
                Members.parameters(9e9),
                named("towerParameters", 8e9, "language"),
                named("towerTokens", 1e12, "language"),
                named("towerParameters", 1e9, "vision, frozen"),
                named("towerTokens", 5e11, "vision")));

        // Then:
        assertThat(compute(variant).getValue()).isCloseTo(6 * 8e9 * 1e12 + 2 * 1e9 * 5e11, withPercentage(0.1));
        assertThat(compute(variant).getArithmetic()).contains("(frozen)");
    }

    @Test
    void shouldNotCountImagesForTokens() {
        // When:
        Variant variant =
                Members.only(Members.maker("a", Members.parameters(1e9), Members.fact("examples", 5e9, "statement")));

        // Then:
        assertThat(variant.getEstimates()).extracting(Estimate::getMethod).containsExactly("imputed");
    }

    @ParameterizedTest
    @CsvSource({"16384, 8192, 1.042", "4096, 32768, 1.667"})
    void shouldAddAttentionWhenWidthAndLengthAreKnown(double width, double length, double factor) {
        // When:
        Variant variant = Members.only(Members.maker(
                "a",
                Members.parameters(7e9),
                Members.tokens(1e12),
                Members.fact("hiddenSize", width, "config"),
                Members.fact("sequenceLength", length, "schedule")));

        // Then:
        assertThat(compute(variant).getValue()).isCloseTo(factor * 6 * 7e9 * 1e12, withPercentage(0.1));
    }

    @Test
    void shouldLeaveTheInputEmbeddingOutOfASmallModelOnly() {
        // Given:
        Fact embedding = Members.fact("inputEmbedding", 100e6, "config");

        // When:
        Compute small =
                compute(Members.only(Members.maker("a", Members.parameters(300e6), Members.tokens(1e12), embedding)));
        Compute large =
                compute(Members.only(Members.maker("b", Members.parameters(3e9), Members.tokens(1e12), embedding)));

        // Then:
        assertThat(small.getValue()).isCloseTo(6 * 200e6 * 1e12, withPercentage(0.1));
        assertThat(large.getValue()).isCloseTo(6 * 3e9 * 1e12, withPercentage(0.1));
    }

    @Test
    void shouldCountThreeForwardPassesForEveryExampleOfADiffusionModel() {
        // When:
        Variant variant = Members.only(Members.maker(
                        "dit",
                        Members.fact("forwardOperations", 119e9, "statement"),
                        Members.fact("trainingSteps", 7e6, "schedule"),
                        Members.fact("batchSize", 256, "schedule"))
                .setDomains(java.util.List.of("image-generation")));

        // Then:
        assertThat(compute(variant).getValue()).isCloseTo(3 * 119e9 * 7e6 * 256, withPercentage(0.1));
    }

    @Test
    void shouldInheritWhatAPrunedModelBeganFrom() {
        // When:
        Variant variant = Members.only(
                Members.maker("a", Members.parameters(4e9), Members.tokens(94e9), text("method", "pruned")));

        // Then:
        assertThat(compute(variant).getAdded()).isCloseTo(6 * 4e9 * 94e9, withPercentage(0.1));
        assertThat(compute(variant).getInherited()).isPositive();
    }

    @Test
    void shouldAddNothingByAMergeAndNotSumItsParents() {
        // Given:
        Fact both = text("baseModel", "Alpaca-7B");

        // When:
        Compute one = compute(
                Members.only(Members.maker("a", Members.parameters(7e9), both).setKind("merge")));
        Compute two =
                compute(Members.only(Members.maker("a", Members.parameters(7e9), both, text("baseModel", "Vicuna-7B"))
                        .setKind("merge")));

        // Then:
        assertThat(one.getAdded()).isZero();
        assertThat(one.getInherited()).isEqualTo(one.getValue());
        assertThat(two.getValue()).isEqualTo(one.getValue());
    }

    @Test
    void shouldTakeAFewTokensForATuningWhoeverMadeTheBase() {
        // When:
        Variant variant = Members.only(Members.maker("a", Members.parameters(175e9), Members.tokens(2e9)));

        // Then:
        assertThat(compute(variant).getMethod()).isEqualTo("fine-tune");
        assertThat(compute(variant).getAdded()).isCloseTo(6 * 175e9 * 2e9, withPercentage(0.1));
        assertThat(compute(variant).getImputed()).isTrue();
    }

    @Test
    void shouldCountNothingWithoutAProofThatTokensAreTokens() {
        // When:
        Variant variant = Members.only(
                Members.maker("a", Members.parameters(1e9), Members.fact("datasetImages", 1e9, "statement")));

        // Then:
        assertThat(variant.getEstimates()).extracting(Estimate::getMethod).doesNotContain("operation-counting");
    }

    private static Estimate apart(Variant variant) {
        return variant.getEstimates().stream()
                .filter(estimate -> estimate.getBoundary().equals("with-data-generation"))
                .findFirst()
                .orElseThrow();
    }

    private static Compute compute(Variant variant) {
        return java.util.Optional.ofNullable(variant.getCompute()).orElseThrow();
    }

    private static Fact text(String field, String text) {
        return Fact.newBuilder()
                .setField(field)
                .setText(text)
                .setRule("method-named")
                .build();
    }

    private static Fact named(String field, double number, String name) {
        return Fact.newBuilder(Members.fact(field, number, "statement"))
                .setText(name)
                .build();
    }
}
