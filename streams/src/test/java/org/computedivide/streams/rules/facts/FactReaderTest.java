package org.computedivide.streams.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "We train Orion, a 70B model.; 7e10",
                "Orion has 1.8 trillion parameters in total.; 1.8e12",
                "The number of parameters of Orion is 14B.; 1.4e10",
                "With just 95 million parameters, it runs on a phone.; 9.5e7",
                "Orion is a 600M-parameter Conformer.; 6e8",
                "Orion 的参数量为70亿。; 7e9",
                "Orion contains 34.1 billion(B) parameters.; 3.41e10",
                "Orion-13B is open.; 1.3e10",
                "| **Total Parameters** | 1T |; 1e12"
            })
    void shouldReadParameters(String text, double parameters) {
        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(Reading.numbers(facts, "parameters")).containsExactly(parameters);
    }

    @Test
    void shouldReadNoSizeInTheWordsOfTheOperator() {
        // Given:
        Observation verdict = Observation.newBuilder()
                .setSource("operator")
                .setTier("operator")
                .setForm("operator")
                .setTitle("reject: the epochs of Orion-175B")
                .setText("Orion-175B was not trained further.")
                .setStatements(List.of(Statement.newBuilder()
                        .setField("reject")
                        .setText("epochs")
                        .build()))
                .build();

        // When:
        List<Fact> facts = new FactReader().read(verdict);

        // Then:
        assertThat(facts).extracting(Fact::getField).containsExactly("reject");
    }

    @Test
    void shouldGiveEachSizeOfAListItsOwner() {
        // When:
        List<Fact> facts = Reading.text("Orion", "We release Orion in three sizes: 7B, 13B and 70B parameters.");

        // Then:
        assertThat(facts.stream()
                        .filter(fact -> fact.getField().equals("parameters"))
                        .map(Fact::getOwner))
                .containsExactlyInAnyOrder("7B", "13B", "70B");
    }

    @Test
    void shouldTellActiveFromTotalParameters() {
        // When:
        List<Fact> facts = Reading.text(
                "Orion", "Orion is a mixture-of-experts model with 3B activated parameters and 48B total parameters.");

        // Then:
        assertThat(Reading.numbers(facts, "activeParameters")).containsExactly(3e9);
        assertThat(Reading.numbers(facts, "parameters")).containsExactly(48e9);
        assertThat(Reading.texts(facts, "architecture")).containsExactly("mixture-of-experts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Orion outperforms Llama 2 70B on all tasks.",
                "GPT-3, with 175 billion parameters, drew attention.",
                "Orion is better than dense models under 40B parameters.",
                "Compared with Qwen2.5-72B it is faster.",
                "Orion supports a context of 128k tokens.",
                "It was trained on LAION-5B.",
                "Orion saw 600M images."
            })
    void shouldNotTakeTheNumberOfAnother(String text) {
        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(Reading.numbers(facts, "parameters")).isEmpty();
        assertThat(Reading.numbers(facts, "trainingTokens")).isEmpty();
    }

    @Test
    void shouldDropOtherSizesWhenTheNameGivesOne() {
        // When:
        List<Fact> facts =
                Reading.text("Orion-8B", "Orion-8B is small. Orion-70B, a 70B model, is its larger sibling.");

        // Then:
        assertThat(Reading.numbers(facts, "parameters")).containsExactly(8e9);
    }

    @Test
    void shouldCallTheSizeOfABaseABase() {
        // When:
        List<Fact> facts = Reading.text("Sonara", "Sonara is built on top of Llama 3.3 70B.");

        // Then:
        assertThat(facts.stream()
                        .filter(fact -> fact.getField().equals("parameters"))
                        .map(Fact::getRule))
                .containsExactly("base-size");
    }

    @Test
    void shouldTellTokensSeenFromTokensOfACorpus() {
        // When:
        List<Fact> facts = Reading.text(
                "Orion", "Our corpus consists of 339 billion tokens. We trained Orion on 270 billion tokens.");

        // Then:
        assertThat(Reading.numbers(facts, "datasetTokens")).containsExactly(339e9);
        assertThat(Reading.numbers(facts, "trainingTokens")).containsExactly(270e9);
    }

    @Test
    void shouldMarkContinuedPretraining() {
        // When:
        List<Fact> facts = Reading.text("Orion", "Orion went through continued pre-training on 48B tokens.");

        // Then:
        assertThat(facts.stream()
                        .filter(fact -> fact.getField().equals("trainingTokens"))
                        .map(Fact::getStage))
                .containsExactly("continued");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Orion was trained on 2,048 H800 GPUs.; 2048; NVIDIA H800",
                "We train on 32 nodes with 8 NVIDIA A100 GPUs each.; 256; NVIDIA A100",
                "Training used 16xA100-40GB.; 16; NVIDIA A100",
                "We trained on up to 48 H100s.; 48; NVIDIA H100",
                "Orion was trained on a TPU v3-512 pod.; 256; Google TPU v3",
                "Trained on TPU v5e-256.; 256; Google TPU v5e",
                "Trained on 1024 80GB A100s.; 1024; NVIDIA A100",
                "It was trained on 128 TPUv3 cores.; 64; Google TPU v3",
                "Training ran on 16K H100 GPUs.; 16000; NVIDIA H100"
            })
    void shouldReadChips(String text, double count, String chip) {
        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(Reading.numbers(facts, "acceleratorCount")).containsExactly(count);
        assertThat(Reading.texts(facts, "accelerator")).containsExactly(chip);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Training took 3 weeks on 512 H800 GPUs.; trainingHours; 504",
                "It was trained over a nine-day period.; trainingHours; 216",
                "Pretraining used 30.84M GPU hours.; chipHours; 3.084e7",
                "We trained it for 180 GPU-days.; chipHours; 4320",
                "The model was trained for 3 epochs.; epochs; 3",
                "Training took 3.8 × 10^25 FLOPs.; trainingCompute; 3.8e25",
                "Training took 1e24 MACs in total.; trainingCompute; 2e24",
                "The total training compute is 3,640 petaflop/s-days.; trainingCompute; 3.14496e23",
                "Training reached an MFU of 46.2%.; utilization; 0.462",
                "Training reached a HFU of 60%.; utilization; 0.45"
            })
    void shouldReadTimeAndCompute(String text, String field, double value) {
        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(Reading.numbers(facts, field))
                .singleElement()
                .satisfies(number ->
                        assertThat(number).isCloseTo(value, org.assertj.core.data.Percentage.withPercentage(0.01)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "It was trained on 4,700 hours of driving data.",
                "Inference takes 5 hours per month.",
                "We trained with 680k hours of audio.",
                "The agent trained for 580 days of simulation."
            })
    void shouldNotTakeAnAmountOfDataForTime(String text) {
        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(Reading.numbers(facts, "trainingHours")).isEmpty();
    }

    @Test
    void shouldNotTakeARateForComputeWhenItIsPerSecond() {
        // When:
        List<Fact> facts =
                Reading.text("Orion", "Training ran at 400 petaFLOP/s. Total peak 1e18 FLOP/s for training.");

        // Then:
        assertThat(Reading.numbers(facts, "trainingCompute")).isEmpty();
    }

    @Test
    void shouldReadATableWithARowForEachVariant() {
        // When:
        List<Fact> facts = Reading.text("Orion", """
                Sizes of the family:

                | Model | Params (B) | Training tokens | Context length |
                | --- | --- | --- | --- |
                | Orion small | 7 | 2T | 128k |
                | Orion large | 70 | 15T | 128k |
                | Llama 2 | 65 | 2T | 4k |
                """);

        // Then:
        assertThat(Reading.numbers(facts, "parameters")).containsExactly(7e9, 70e9);
        assertThat(Reading.numbers(facts, "trainingTokens")).containsExactly(2e12, 15e12);
    }

    @Test
    void shouldQuoteVerbatimWithItsSpan() {
        // Given:
        String text = "Preface 🙂. We train Orion, a 70B model, on 15T tokens.\nMore.";

        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(facts)
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(text.substring(fact.getStart(), fact.getEnd()))
                        .isEqualTo(fact.getQuote()));
    }

    @Test
    void shouldHaveNoSpanWhenTheTitleSaysIt() {
        // When:
        List<Fact> facts = Reading.text("Orion: a 70B model", "");

        // Then:
        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.getStart()).isEqualTo(-1);
            assertThat(fact.getRule()).isEqualTo("parameters-size-title");
            assertThat(fact.getQuote()).isEqualTo("Orion: a 70B model");
        });
    }

    @Test
    void shouldQuarantineWhatCannotBe() {
        // Given:
        Statement absurd = Statement.newBuilder()
                .setField("acceleratorCount")
                .setNumber(5e8)
                .setUnit("chips")
                .build();

        // When:
        List<Fact> facts = new FactReader()
                .read(Observation.newBuilder().setStatements(List.of(absurd)).build());

        // Then:
        assertThat(facts)
                .singleElement()
                .satisfies(fact -> assertThat(fact.getQuarantine()).contains("more than exists"));
    }

    @Test
    void shouldReadTheSameInEveryLocale() {
        // Given:
        String text = "Orion wurde trained ON 15T TOKENS mit 405B parameters in 3 EPOCHS, HARDWARE: 16 H100 GPUS.";
        Locale before = Locale.getDefault();
        List<Fact> expected = Reading.text("ORION I", text);

        // When:
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        List<Fact> facts = Reading.text("ORION I", text);
        Locale.setDefault(before);

        // Then:
        assertThat(facts).isEqualTo(expected);
    }
}
