package org.computedivide.streams.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Hub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units and names that mean something else than they seem to. */
class UnitTrapsTest {

    @ParameterizedTest
    @CsvSource({
        "TPU v3-8, 4",
        "TPU v3-512, 256",
        "TPU v2-256, 128",
        "TPU v4-512, 256",
        "TPU v5p-1024, 512",
        "TPU v5e-256, 256",
        "TPU v6e-64, 64"
    })
    void shouldCountTheChipsOfASlice(String slice, double chips) {
        // When:
        List<Fact> facts = Reading.text("Orion", "Orion-7B was trained on a " + slice + " for 20 days.");

        // Then:
        assertThat(Reading.numbers(facts, "acceleratorCount")).containsExactly(chips);
    }

    @ParameterizedTest
    @CsvSource({
        "Google TPU v2, 46e12",
        "Google TPU v3, 123e12",
        "Google TPU v4, 275e12",
        "Google TPU v5e, 197e12",
        "Google TPU v5p, 459e12",
        "Google TPU v6e, 918e12",
        "NVIDIA H100 SXM, 989e12",
        "NVIDIA H100 PCIe, 756e12",
        "NVIDIA H200, 989e12",
        "NVIDIA H20, 148e12",
        "NVIDIA A100, 312e12",
        "NVIDIA B200 GPUs, 2250e12",
        "Nvidia H100 80G, 989e12",
        "NVIDIA A30, 165e12",
        "RTX 2080, 80e12",
        "K40c, 5.0e12"
    })
    void shouldTakeTheDensePeakOfTheVeryChip(String name, double peak) {
        // When:
        double found = Chips.all().named(name).orElseThrow().peak();

        // Then:
        assertThat(found).isCloseTo(peak, withPercentage(8));
    }

    @ParameterizedTest
    @CsvSource({
        "Training took 100 petaFLOP/s-days., 8.64e21",
        "It was trained with 3640 PF-days of compute., 3.14496e23",
        "Training used 3.2e23 FLOP in total., 3.2e23",
        "Training used 1e24 MACs in total., 2e24"
    })
    void shouldTellAmountsOfCompute(String text, double flop) {
        // When:
        List<Fact> facts = Reading.text("Orion", "Orion is our model. " + text);

        // Then:
        assertThat(Reading.numbers(facts, "trainingCompute"))
                .singleElement()
                .satisfies(value -> assertThat(value).isCloseTo(flop, withPercentage(0.1)));
    }

    @Test
    void shouldNotTakeARateForAnAmount() {
        // When:
        List<Fact> facts =
                Reading.text("Orion", "Orion was trained on a cluster of 12 petaFLOPS, reaching 400 TFLOP/s per GPU.");

        // Then:
        assertThat(Reading.numbers(facts, "trainingCompute")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "maker/Orion-8B, 8e9, 0",
        "maker/Orion-30B-A3B, 30e9, 3e9",
        "maker/Orion-7B-128k, 7e9, 0",
        "maker/Orion-7B-0528, 7e9, 0",
        "maker/Orion-b1.58-3B, 3e9, 0"
    })
    void shouldReadSizesInNames(String id, double total, double active) {
        // When:
        List<Fact> facts = Reading.repository(id, Hub.newBuilder().build());

        // Then:
        assertThat(Reading.numbers(facts, "parameters")).contains(total);
        assertThat(Reading.numbers(facts, "activeParameters"))
                .isEqualTo(active > 0 ? List.of(active) : List.<Double>of());
    }

    /** 8x7B is 47B, since the experts share their attention. */
    @Test
    void shouldCountWhatExpertsShareOnceWhenANameMultipliesThem() {
        // When:
        List<Fact> facts =
                Reading.repository("maker/Orion-8x7B", Hub.newBuilder().build());

        // Then: what stands in the experts once is not counted eight times
        assertThat(Reading.numbers(facts, "parameters")).containsExactly(4.592e10);
    }

    @Test
    void shouldNotTakeAnEffectiveSizeForACount() {
        // When:
        List<Fact> facts =
                Reading.repository("maker/Orion-3n-E4B", Hub.newBuilder().build());

        // Then:
        assertThat(Reading.numbers(facts, "parameters")).isEmpty();
        assertThat(Reading.numbers(facts, "activeParameters")).isEmpty();
    }

    /** 8 experts of 7B share their attention: 46.7B, of which 12.9B are active (published: 47B and 13B). */
    @Test
    void shouldCountAMixtureByItsConfiguration() {
        // Given:
        Hub hub = Hub.newBuilder().setConfig("""
                        {"model_type": "mixtral", "hidden_size": 4096, "num_hidden_layers": 32, "vocab_size": 32000,
                         "intermediate_size": 14336, "num_attention_heads": 32, "num_key_value_heads": 8,
                         "num_local_experts": 8, "num_experts_per_tok": 2, "tie_word_embeddings": false}""").build();

        // When:
        List<Fact> facts = Reading.repository("maker/Orion", hub);

        // Then:
        assertThat(Reading.numbers(facts, "parameters"))
                .singleElement()
                .satisfies(total -> assertThat(total).isCloseTo(46.7e9, withPercentage(1)));
        assertThat(Reading.numbers(facts, "activeParameters"))
                .singleElement()
                .satisfies(active -> assertThat(active).isCloseTo(12.9e9, withPercentage(2)));
        assertThat(Reading.numbers(facts, "inputEmbedding")).containsExactly(32000 * 4096.0);
    }

    @Test
    void shouldReadTheScheduleOfATraining() {
        // When:
        List<Fact> facts = Reading.text(
                "Orion",
                "We train Orion-1B for 550k steps with a batch size of 256 sequences and a sequence length of 2048 tokens.");

        // Then:
        assertThat(Reading.numbers(facts, "trainingSteps")).containsExactly(550e3);
        assertThat(Reading.numbers(facts, "batchSize")).containsExactly(256.0);
        assertThat(Reading.numbers(facts, "sequenceLength")).containsExactly(2048.0);
    }

    @Test
    void shouldReadABatchOfTokensButNotTheStepsOfAWarmup() {
        // When:
        List<Fact> facts =
                Reading.text("Orion", "Orion was trained with a batch size of 4M tokens after a warmup of 2000 steps.");

        // Then:
        assertThat(Reading.numbers(facts, "batchTokens")).containsExactly(4e6);
        assertThat(Reading.numbers(facts, "trainingSteps")).isEmpty();
        assertThat(Reading.numbers(facts, "trainingTokens")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Orion was trained with mixed precision on 8 V100 GPUs., mixed",
        "We train Orion in bfloat16., BF16",
        "Pretraining used FP8 matrix products., FP8"
    })
    void shouldReadTheNumberFormatOfATraining(String text, String format) {
        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(Reading.texts(facts, "numericalFormat")).containsExactly(format);
    }

    @Test
    void shouldNotTakeTheFormatOfServingForThatOfTraining() {
        // When:
        List<Fact> facts = Reading.text("Orion", "Orion can be deployed on one node with FP8 inference.");

        // Then:
        assertThat(Reading.texts(facts, "numericalFormat")).isEmpty();
    }

    @Test
    void shouldReadATeacherThatGaveItsLogitsAndTheRollouts() {
        // When:
        List<Fact> facts = Reading.text(
                "Orion",
                "Orion-1B was distilled from a 70B teacher with its logits. In RL we generated 2T tokens of rollouts.");

        // Then:
        assertThat(Reading.numbers(facts, "teacherParameters")).containsExactly(70e9);
        assertThat(Reading.texts(facts, "method")).contains("distilled-logits");
        assertThat(Reading.numbers(facts, "rolloutTokens")).containsExactly(2e12);
    }

    @ParameterizedTest
    @CsvSource({"an MFU of 46.2%, 0.462", "an HFU of 60%, 0.45"})
    void shouldTakeThreeQuartersOfAHardwareUtilization(String words, double share) {
        // When:
        List<Fact> facts = Reading.text("Orion", "Orion was trained on 512 H100 GPUs with " + words + ".");

        // Then:
        assertThat(Reading.numbers(facts, "utilization"))
                .singleElement()
                .satisfies(found -> assertThat(found).isCloseTo(share, withPercentage(0.1)));
    }

    @Test
    void shouldMarkTheHoursOfAProjectAndThoseOfAllSizes() {
        // When:
        List<Fact> facts = Reading.text(
                "Orion", "Training all sizes of Orion took a cumulative total of 7.7M GPU hours on A100 hardware.");

        // Then:
        assertThat(facts)
                .filteredOn(fact -> fact.getField().equals("chipHours"))
                .extracting(Fact::getBoundary)
                .containsExactly("project");
    }
}
