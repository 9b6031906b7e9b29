package org.computedivide.streams.rules.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.computedivide.avro.Compute;
import org.computedivide.avro.Estimate;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Variant;
import org.junit.jupiter.api.Test;

/** The traps into which a formula falls that does not know what it counts. */
class TrapsTest {

    @Test
    void shouldCountFourOperationsOfTheBaseWhenOnlyAnAdapterIsTrained() {
        // When:
        Variant variant = Members.only(Members.maker(
                "a", Members.parameters(7e9), Members.tokens(1e10), text("method", "adapter"), base("LLaMA-7B")));

        // Then:
        assertThat(variant.getCompute().getAdded()).isCloseTo(4 * 7e9 * 1e10, withPercentage(0.1));
    }

    @Test
    void shouldAddOnlyNewTokensWhenTrainingWasContinued() {
        // When:
        Variant variant =
                Members.only(Members.maker("a", Members.parameters(70e9), Members.tokens(2e9), base("Llama 2-70B")));

        // Then:
        assertThat(variant.getCompute().getAdded()).isCloseTo(6 * 70e9 * 2e9, withPercentage(0.1));
        assertThat(variant.getCompute().getValue())
                .isGreaterThan(10 * variant.getCompute().getAdded());
        assertThat(variant.getCompute().getImputed()).isTrue();
    }

    @Test
    void shouldTakeTheTokensOfPretrainingForTheWholeWhenTheyReachWhatIsUsual() {
        // When:
        Variant variant =
                Members.only(Members.maker("a", Members.parameters(8e9), Members.tokens(15e12), base("Llama 3.1-8B")));

        // Then:
        assertThat(variant.getCompute().getValue()).isCloseTo(6 * 8e9 * 15e12, withPercentage(0.1));
        assertThat(variant.getCompute().getImputed()).isFalse();
    }

    @Test
    void shouldDivideByElevenWhenTheActivePartOfAMixtureIsUnknown() {
        // When:
        Variant variant = Members.only(Members.maker(
                "a", Members.parameters(110e9), Members.tokens(1e12), text("architecture", "mixture-of-experts")));

        // Then:
        assertThat(variant.getCompute().getValue()).isCloseTo(6 * 10e9 * 1e12, withPercentage(1));
        assertThat(width(variant)).isGreaterThan(0.9);
    }

    @Test
    void shouldTakeAModelLargerThanAnyDenseOneForAMixture() {
        // When:
        Variant variant = Members.only(Members.maker("a", Members.parameters(1e12), Members.tokens(36e12)));

        // Then:
        assertThat(variant.getCompute().getValue()).isLessThan(6 * 1e12 * 36e12 / 10);
    }

    @Test
    void shouldCountHalfOfAnEncoderDecoderForEachToken() {
        // When:
        Variant variant = Members.only(Members.maker(
                "a", Members.parameters(11e9), Members.tokens(1e12), text("architecture", "encoder-decoder")));

        // Then:
        assertThat(variant.getCompute().getValue()).isCloseTo(3 * 11e9 * 1e12, withPercentage(0.1));
    }

    @Test
    void shouldTakeUsualEpochsWhenASmallDataSetSaysNone() {
        // When:
        Variant variant = Members.only(Members.maker("a", Members.parameters(1.3e9), Members.tokens(1e8)));

        // Then:
        assertThat(variant.getCompute().getValue()).isGreaterThan(20 * 6 * 1.3e9 * 1e8);
        assertThat(variant.getCompute().getArithmetic()).contains("epochs (usual)");
    }

    @Test
    void shouldMultiplyADataSetByItsEpochsButNotTokensSeen() {
        // Given:
        Fact epochs = Members.fact("epochs", 2, "epochs-stated");

        // When:
        Compute set = Members.only(Members.maker(
                        "a", Members.parameters(7e9), Members.fact("datasetTokens", 1e12, "tokens-corpus"), epochs))
                .getCompute();
        Compute seen = Members.only(Members.maker("a", Members.parameters(7e9), Members.tokens(1e12), epochs))
                .getCompute();

        // Then:
        assertThat(set.getValue()).isCloseTo(2 * seen.getValue(), withPercentage(0.1));
    }

    @Test
    void shouldNeverCountOperationsOfACopy() {
        // When:
        Variant variant = Members.only(Members.maker("a", Members.parameters(7e9), Members.tokens(2e12))
                .setKind("quantized"));

        // Then:
        assertThat(variant.getEstimates())
                .extracting(Estimate::getMethod)
                .doesNotContain("operation-counting", "fine-tune");
        assertThat(variant.getCompute().getAdded()).isZero();
    }

    @Test
    void shouldWidenTheIntervalWhenTheTextGivesSeveralSizes() {
        // When:
        Variant one = Members.only(Members.maker("a", Members.parameters(70e9), Members.tokens(2e12)));
        Variant several = Members.only(
                Members.maker("a", Members.parameters(70e9), Members.parameters(7e9), Members.tokens(2e12)));

        // Then:
        assertThat(width(several)).isGreaterThan(2 * width(one));
    }

    @Test
    void shouldSetAQuarantinedFactAsideUntilTheOperatorAcceptsIt() {
        // Given:
        Fact impossible = Fact.newBuilder(Members.fact("trainingCompute", 1e30, "compute-stated"))
                .setQuarantine("more than exists")
                .build();
        Evidence.Builder paper = Members.maker("a", Members.parameters(7e9), Members.tokens(2e12), impossible);
        Evidence.Builder verdict = Members.maker("v", text("subject", "arxiv/a"), text("accept", "trainingCompute"))
                .setSource("operator")
                .setTier("operator")
                .setForm("operator");

        // When:
        Compute before = Members.only(paper).getCompute();
        Compute after = Members.only(paper, verdict).getCompute();

        // Then:
        assertThat(before.getValue()).isCloseTo(6 * 7e9 * 2e12, withPercentage(0.1));
        assertThat(after.getValue()).isEqualTo(1e30);
    }

    @Test
    void shouldLeaveOutAFactThatTheOperatorRejects() {
        // Given:
        Evidence.Builder paper = Members.maker(
                "a",
                Members.parameters(7e9),
                Members.tokens(2e12),
                Members.fact("trainingCompute", 9e21, "compute-stated"));
        Evidence.Builder verdict = Members.maker("v", text("subject", "arxiv/a"), text("reject", "trainingCompute"))
                .setSource("operator")
                .setTier("operator")
                .setForm("operator");

        // When:
        Compute compute = Members.only(paper, verdict).getCompute();

        // Then:
        assertThat(compute.getMethod()).isEqualTo("operation-counting");
    }

    private static double width(Variant variant) {
        return StrictMath.log10(
                variant.getCompute().getHigh() / variant.getCompute().getLow());
    }

    private static Fact text(String field, String text) {
        return Fact.newBuilder()
                .setField(field)
                .setText(text)
                .setRule("method-named")
                .build();
    }

    private static Fact base(String name) {
        return text("baseModel", name);
    }
}
