package org.computedivide.streams.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computedivide.avro.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose number it is: ours, a base's, another's, another time's or another work's. */
class OwnershipTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Orion is a state-of-the-art 12B model with 128k context.; 1.2e10",
                "Orion is a latency-optimized 24B-parameter model.; 2.4e10",
                "The total number of parameters of Orion-1 is about 1.6B.; 1.6e9",
                "EDSR has a larger number of parameters (43 M) than ours (16 M).; 1.6e7",
                "With our strategy our 6B Orion method leads the board.; 6e9"
            })
    void shouldReadOurSizeWhenItIsWrittenSo(String text, double parameters) {
        // Given: the text

        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(Reading.numbers(facts, "parameters")).containsExactly(parameters);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "At present, the largest dense network contains 4B parameters (Chen et al., 2022).",
                "Orion leads among language models up to 13B parameters.",
                "Orion was compared with lyra-2b and vega-7b on all tasks.",
                "The data set has 923M base pairs of code.",
                "Experiments across five models from 4B to 30B parameters show gains.",
                "Orion has a 400M parameter encoder.",
                "We froze the rest and train a soft prompt, which resulted in 1.84M trainable parameters."
            })
    void shouldReadNoSizeWhenTheNumberIsOfAnotherThing(String text) {
        // Given: the text

        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(Reading.numbers(facts, "parameters")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "We train Orion for a month on 48 H100 GPUs.; 730.5",
                "Training took 2 hours and 30 minutes.; 2.5",
                "Training was reduced from 11 days to 5 days.; 120",
                "Hours used: 350 hours; 350",
                "We train agents with 64 Tesla V100 GPUs in 2.75 days – 180 GPU-days of training.; 66",
                "The total training time is¶approximately 2 months.; 1461"
            })
    void shouldReadTheTimeWhenItIsWrittenSo(String text, double hours) {
        // Given: the text

        // When:
        List<Fact> facts = Reading.text("Orion", text.replace('¶', '\n'));

        // Then:
        assertThat(Reading.numbers(facts, "trainingHours")).containsExactly(hours);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "The data generation is performed across 48 A40 GPUs for 10 days.",
                "It needs three minutes on a single GPU to produce a forecast.",
                "We use 3D parallelism to train Orion."
            })
    void shouldReadNoTimeWhenNothingIsTrainedInIt(String text) {
        // Given: the text

        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(Reading.numbers(facts, "trainingHours")).isEmpty();
    }

    @Test
    void shouldNotTakeACompanyOrAnHourCountForAChip() {
        // Given:
        String text = "Orion by Kunlun Inc. was trained with a 5000 h data set of T4 phages.";

        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(Reading.texts(facts, "accelerator")).isEmpty();
    }

    @Test
    void shouldOwnTheValuesOfAnHtmlTableByTheSizeOfTheRowWhenACellSpansRows() {
        // Given:
        String text = """
                <table><tr><th>Model</th><th>Params</th><th>Training tokens</th></tr>
                <tr><td rowspan="2">Orion (text)</td><td>8B</td><td>15T</td></tr>
                <tr><td>70B</td><td>16T</td></tr></table>
                """;

        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(facts)
                .filteredOn(fact -> fact.getRule().equals("table"))
                .extracting(fact -> fact.getOwner() + " " + fact.getField() + " " + fact.getNumber())
                .containsExactly(
                        "8B parameters 8.0E9",
                        "8B trainingTokens 1.5E13",
                        "70B parameters 7.0E10",
                        "70B trainingTokens 1.6E13");
    }

    @Test
    void shouldReadATableTurnedRoundWhenItsColumnsAreVariantsAndLeaveOthersOut() {
        // Given:
        String text = """
                | | Lyra V3 | Orion 7B | Orion 70B |
                |---|---|---|---|
                | # Activated Params | 37B | 2B | 9B |
                """;

        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(Reading.numbers(facts, "activeParameters")).containsExactly(2e9, 9e9);
    }
}
