package org.computedivide.streams.rules.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.computedivide.avro.Observation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateOfTheArtTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Heron-7B achieves state-of-the-art results on twelve benchmarks.",
                "It sets a new state of the art in speech recognition.",
                "Heron is a state-of-the-art open model for code.",
                "We obtain SOTA performance on MMLU.",
                "Our approach outperforms all existing state-of-the-art models by 4 points.",
                "Egret reaches higher accuracy than the previous state of the art.",
                "We evaluate on GLUE. The results establish a new state-of-the-art.",
                "该模型在多个基准上达到最先进水平。",
                "模型刷新了多项 SOTA 记录。"
            })
    void shouldHearTheClaim(String text) {
        // When: // Then:
        assertThat(isClaimed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Heron-7B is competitive with state-of-the-art models.",
                "It achieves results comparable to the state of the art.",
                "Most state-of-the-art models are trained on private data.",
                "The gap to state-of-the-art systems remains.",
                "Recent state-of-the-art encoders need labels. We release Heron.",
                "Although many reach the state of the art, few are open.",
                "Performance approaching SOTA at a tenth of the cost.",
                "性能与最先进的模型相当",
                "A 7B model for birds."
            })
    void shouldNotTakeAComparisonForAClaim(String text) {
        // When: // Then:
        assertThat(isClaimed(text)).isFalse();
    }

    private static boolean isClaimed(String text) {
        return StateOfTheArt.isClaimed(Observation.newBuilder().setText(text).build());
    }
}
