package org.computedivide.streams.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computedivide.avro.Fact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that add up, stand in pairs, or hold under a condition only. */
class AddedUpTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "We train on 126 billion Arabic tokens, 251 billion English tokens, and 50 billion code tokens.; trainingTokens; 4.27e11",
                "Orion does as well as Lyra-72B after pretraining on 11.2T high-quality tokens.; trainingTokens; 1.12e13",
                "We train for 100 epochs and then with the dual loss for further 50 epochs.; epochs; 150",
                "Training takes 6 days for the first stage and 3 days for the second stage.; trainingHours; 216",
                "Each of the four networks takes approximately 16 days on 192 V100 GPUs.; trainingHours; 1536",
                "We train Orion using 32 TPUv5e instances.; acceleratorCount; 32",
                "We brought the resources of training from 1× A100 GPU to 4× RTX-3090 GPUs.; acceleratorCount; 4"
            })
    void shouldReadOneNumberWhenPartsAddUpOrOneReplacesAnother(String text, String field, double value) {
        // Given: the text

        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(Reading.numbers(facts, field)).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Orion; Orion needs fewer trainable parameters than Lyra (7.9M versus 82.9M).; 7.9e6",
                "Orion; Lyra contains around 14 times more parameters than Orion (59.5M versus 4.5M).; 4.5e6",
                "o1: Simple scaling; Our model o1-32B is open.; 3.2e10",
                "Verifiers; Our verifier, the Outcome Value Model (OVM), works well, and the OVM-7B leads.; 7e9",
                "Orion; Our final Orion model, a RegNetY with 1.3B parameters, is accurate.; 1.3e9",
                "Orion; It has four layers with 5,820,515 parameters: layer 1 is a norm.; 5820515",
                "Orion; The model had about 93\u2009M (mega) free parameters.; 9.3e7",
                "Orion-1B; We scaled it up to 1.2B parameters.; 1.2e9",
                "Orion 8x22B; We release Orion 8x22B and Orion 70B with 140B parameters.; 1.4e11"
            })
    void shouldReadOurSizeWhenTwoNumbersOrNamesStandSideBySide(String title, String text, double parameters) {
        // Given: a title and a text

        // When:
        List<Fact> facts = Reading.text(title, text);

        // Then:
        assertThat(facts)
                .filteredOn(fact ->
                        fact.getField().equals("parameters") && !fact.getRule().startsWith("name-size-title"))
                .extracting(Fact::getNumber)
                .contains(parameters)
                .allMatch(number -> number == parameters);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "If you are training Orion on a single GPU, expect a day.; acceleratorCount",
                "Orion is trained and sharded across 16 devices.; acceleratorCount",
                "At half the budget of its training Orion saves 4.4 million TPUv4 hours.; chipHours",
                "Convergence is usually achieved after 10 epochs.; epochs",
                "We construct a large-scale (1M stereo pairs) data set for Orion.; parameters"
            })
    void shouldReadNothingWhenItHoldsUnderAConditionOrIsSaved(String text, String field) {
        // Given: the text

        // When:
        List<Fact> facts = Reading.text("Orion", text);

        // Then:
        assertThat(Reading.numbers(facts, field)).isEmpty();
    }
}
