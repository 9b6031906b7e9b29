package org.computedivide.streams.rules.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Estimate;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Variant;
import org.junit.jupiter.api.Test;

class VariantReaderTest {

    private static final Evidence.Builder PAPER = Members.maker(
            "2407.21783",
            Members.owned(Members.parameters(8e9), "8B"),
            Members.owned(Members.parameters(70e9), "70B"),
            Members.owned(Members.parameters(405e9), "405B"),
            Members.tokens(15.6e12));
    private static final Evidence.Builder ROW = Members.maker("Llama 3.1-405B", statement("parameters", 405e9))
            .setSource("landmarks")
            .setTier("curated")
            .setVariant("405b")
            .setPublishedAt("2024-07-20");
    private static final Evidence.Builder CARD = Members.maker(
                    "meta/Llama-3.1-405B-Instruct", Members.fact("parameters", 405_853_388_800.0, "safetensors"))
            .setSource("huggingface")
            .setVariant("405b");

    @Test
    void shouldMakeThreeVariantsOfPaperTableAndCard() {
        // When:
        List<Variant> variants = Members.read(PAPER, ROW, CARD);

        // Then:
        assertThat(variants).extracting(Variant::getId).containsExactlyInAnyOrder("8b", "70b", "405b");
        assertThat(variants)
                .filteredOn(variant -> variant.getId().equals("405b"))
                .singleElement()
                .satisfies(
                        variant -> assertThat(variant.getParameters().getRule()).isEqualTo("safetensors"));
    }

    @Test
    void shouldShareTokensAmongTheVariants() {
        // When:
        List<Variant> variants = Members.read(PAPER);

        // Then:
        assertThat(variants)
                .allSatisfy(variant ->
                        assertThat(variant.getTrainingTokens().getValue()).isEqualTo(15.6e12));
    }

    @Test
    void shouldMarkTheLargestAsHeadlineWhenAllCameTheSameDay() {
        // When:
        List<Variant> variants = Members.read(PAPER);

        // Then:
        assertThat(variants)
                .filteredOn(Variant::getHeadline)
                .extracting(Variant::getId)
                .containsExactly("405b");
        assertThat(VariantReader.top(variants).map(Variant::getId)).contains("405b");
    }

    @Test
    void shouldNotDependOnTheOrderOfMembers() {
        // Given:
        List<Evidence> members = new ArrayList<>(List.of(PAPER.build(), ROW.build(), CARD.build()));
        List<Variant> expected = new VariantReader().read(members);
        Random random = new Random(7);

        for (int i = 0; i < 20; i++) {
            Collections.shuffle(members, random);

            // When:
            List<Variant> variants = new VariantReader().read(members);

            // Then:
            assertThat(variants).isEqualTo(expected);
        }
    }

    @Test
    void shouldLetTheMakerGoBeforeATable() {
        // Given:
        Evidence.Builder table = Members.maker("row", statement("trainingCompute", 9e24))
                .setSource("epoch")
                .setTier("curated");

        // When:
        Variant variant =
                Members.only(table, Members.maker("paper", Members.fact("trainingCompute", 3.8e25, "compute-stated")));

        // Then:
        assertThat(compute(variant).getMethod()).isEqualTo("reported");
        assertThat(compute(variant).getValue()).isEqualTo(3.8e25);
        assertThat(variant.getEstimates()).extracting(Estimate::getMethod).contains("curated");
    }

    @Test
    void shouldHearTwoSourcesOfOneOriginAsOneVoice() {
        // Given:
        Evidence.Builder epoch = Members.maker("1", statement("trainingCompute", 1e24))
                .setSource("epoch")
                .setTier("curated")
                .setOrigin("epoch");
        Evidence.Builder copy = Members.maker("2", statement("trainingCompute", 1e24))
                .setSource("landmarks")
                .setTier("curated")
                .setOrigin("epoch");

        // When:
        Variant variant = Members.only(epoch, copy);

        // Then:
        assertThat(variant.getEstimates())
                .filteredOn(estimate -> estimate.getMethod().equals("curated"))
                .hasSize(1);
    }

    @Test
    void shouldNotCombineACuratedValue() {
        // Given:
        Evidence.Builder row = Members.maker("1", statement("trainingCompute", 1e24))
                .setSource("epoch")
                .setTier("curated");

        // When:
        Variant variant = Members.only(row, Members.maker("2", Members.parameters(70e9), Members.tokens(15e12)));

        // Then:
        assertThat(compute(variant).getMethod()).isEqualTo("curated");
        assertThat(compute(variant).getValue()).isEqualTo(1e24);
    }

    @Test
    void shouldDivideAMixtureWhoseActiveCountIsUnknown() {
        // Given:
        Fact mixture = Fact.newBuilder()
                .setField("architecture")
                .setText("mixture-of-experts")
                .setRule("mixture")
                .build();

        // When:
        Variant variant = Members.only(Members.maker("moe", Members.parameters(1e12), Members.tokens(10e12), mixture));

        // Then:
        assertThat(compute(variant).getValue()).isCloseTo(6e25 / 11, withPercentage(1));
    }

    @Test
    void shouldMultiplyACorpusButNotTokensSeenByEpochs() {
        // When:
        Variant corpus = Members.only(Members.maker(
                "a",
                Members.parameters(1e9),
                Members.fact("datasetTokens", 1e11, "tokens-corpus"),
                Members.fact("epochs", 4, "epochs-stated")));
        Variant seen = Members.only(Members.maker(
                "b", Members.parameters(1e9), Members.tokens(1e11), Members.fact("epochs", 4, "epochs-stated")));

        // Then:
        assertThat(compute(corpus).getValue()).isCloseTo(2.4e21, withPercentage(1));
        assertThat(compute(seen).getValue()).isCloseTo(6e20, withPercentage(1));
    }

    @Test
    void shouldMarkDisagreementAndKeepBoth() {
        // When:
        Variant variant = Members.only(Members.maker(
                "a",
                Members.parameters(70e9),
                Members.tokens(15e12),
                Members.chip("NVIDIA H100"),
                Members.chipHours(60e6)));

        // Then:
        assertThat(compute(variant).getDisagree()).isTrue();
        assertThat(compute(variant).getMethod()).isEqualTo("operation-counting");
        assertThat(variant.getEstimates())
                .extracting(Estimate::getMethod)
                .contains("operation-counting", "hardware-time");
    }

    @Test
    void shouldSetAsideHardwareThatWouldNeedMoreThanItsPeak() {
        // When:
        Variant variant = Members.only(Members.maker(
                "a",
                Members.parameters(70e9),
                Members.tokens(15e12),
                Members.chip("NVIDIA H100"),
                Members.chipHours(60e3)));

        // Then:
        assertThat(variant.getEstimates())
                .filteredOn(estimate -> estimate.getMethod().equals("hardware-time"))
                .singleElement()
                .satisfies(estimate -> assertThat(estimate.getNote()).contains("set aside"));
    }

    @Test
    void shouldTakeTheLowUtilizationOfAV100WithoutMixedPrecision() {
        // When:
        Variant variant = Members.only(Members.maker("a", Members.chip("NVIDIA V100"), Members.chipHours(1e6)));

        // Then:
        assertThat(compute(variant).getValue()).isCloseTo(1e6 * 3600 * 125e12 * 0.15, withPercentage(1));
        assertThat(compute(variant).getSigma()).isEqualTo(0.6);
    }

    @Test
    void shouldNotTakeTheHoursOfAProjectForOneRun() {
        // Given:
        Fact project = Fact.newBuilder(Members.chipHours(39.3e6))
                .setBoundary("project")
                .build();

        // When:
        Variant variant =
                Members.only(Members.maker("a", Members.parameters(70e9), Members.chip("NVIDIA H100"), project));

        // Then:
        assertThat(variant.getEstimates()).extracting(Estimate::getMethod).doesNotContain("hardware-time");
    }

    @Test
    void shouldTellAddedFromInheritedWhenABaseIsNamed() {
        // Given:
        Fact continued =
                Fact.newBuilder(Members.tokens(100e9)).setStage("continued").build();
        BaseModel base = BaseModel.newBuilder()
                .setRelation("finetune")
                .setId("maker/base-70B")
                .build();

        // When:
        Variant variant = Members.only(Members.maker("a", Members.parameters(70e9), continued)
                .setKind("finetune")
                .setBaseModels(List.of(base)));

        // Then:
        assertThat(compute(variant).getAdded()).isCloseTo(6 * 70e9 * 1e11, withPercentage(1));
        assertThat(compute(variant).getInherited()).isPositive();
        assertThat(compute(variant).getImputed()).isTrue();
    }

    @Test
    void shouldNeverMakeAnImputedVariantAHeadline() {
        // When:
        Variant variant = Members.only(Members.maker("a", Members.parameters(70e9)));

        // Then:
        assertThat(compute(variant).getMethod()).isEqualTo("imputed");
        assertThat(compute(variant).getImputed()).isTrue();
        assertThat(compute(variant).getAdded()).isNull();
        assertThat(variant.getHeadline()).isFalse();
    }

    @Test
    void shouldNotImputeAnUploadOfNobodyKnown() {
        // When:
        Variant variant = Members.only(Members.maker("a", Members.parameters(7e9))
                .setForm("repository")
                .setAffiliation("unknown"));

        // Then:
        assertThat(variant.getCompute()).isNull();
    }

    @Test
    void shouldTakeTheDateOfTheMakerBeforeThatOfATable() {
        // When:
        List<Variant> variants = Members.read(PAPER, ROW, CARD);

        // Then:
        assertThat(variants).extracting(Variant::getPublishedAt).containsOnly("2024-07-23");
    }

    private static Fact statement(String field, double number) {
        return Members.fact(field, number, "statement");
    }

    private static Compute compute(Variant variant) {
        return Optional.ofNullable(variant.getCompute()).orElseThrow();
    }
}
