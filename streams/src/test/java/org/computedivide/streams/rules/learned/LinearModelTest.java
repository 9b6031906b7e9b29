package org.computedivide.streams.rules.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.computedivide.streams.rules.kind.PaperFeatures;
import org.junit.jupiter.api.Test;

class LinearModelTest {

    private final LinearModel model = LinearModel.of("paper-model.csv");

    @Test
    void shouldExplainItselfByItsStrongestWords() {
        // Given:
        Set<String> features = PaperFeatures.of(
                "Quokka-7B: Technical Report", "We introduce Quokka-7B, an open foundation model with 7B parameters.");

        // When:
        var strongest = model.strongest(features, 3);

        // Then:
        assertThat(strongest).hasSize(3).contains("A:model");
        assertThat(model.says(features)).isTrue();
    }

    @Test
    void shouldIgnoreWhatItNeverSaw() {
        // Given:
        Set<String> unseen = Set.of("t:wombatology");

        // When:
        double sum = model.sum(unseen);

        // Then:
        assertThat(sum).isZero();
    }
}
