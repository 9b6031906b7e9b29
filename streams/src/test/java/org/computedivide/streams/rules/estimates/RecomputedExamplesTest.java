package org.computedivide.streams.rules.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Optional;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Estimate;
import org.computedivide.avro.Variant;
import org.junit.jupiter.api.Test;

/** The seven models that METHODS 3 recomputes, from facts. */
class RecomputedExamplesTest {

    @Test
    void shouldEstimateAlexNet() {
        // When:
        Variant variant = Members.only(Members.maker(
                "alexnet",
                Members.chip("NVIDIA GTX 580"),
                Members.fact("acceleratorCount", 2, "chips-trained"),
                Members.fact("trainingHours", 144, "time-stated")));

        // Then:
        assertThat(value(variant, "hardware-time")).isCloseTo(4.9e17, withPercentage(5));
    }

    @Test
    void shouldEstimateBertLargeOnTheRightTpu() {
        // When:
        Variant variant = Members.only(Members.maker("bert", Members.chip("Google TPU v2"), Members.chipHours(6144)));

        // Then:
        assertThat(value(variant, "hardware-time")).isCloseTo(3.05e20, withPercentage(1));
    }

    @Test
    void shouldEstimateGpt3WithItsStatedUtilization() {
        // When:
        Variant variant = Members.only(Members.maker(
                "gpt3",
                Members.parameters(174.6e9),
                Members.tokens(300e9),
                Members.chip("NVIDIA V100 32GB"),
                Members.chipHours(3.552e6),
                Members.fact("utilization", 0.1966, "utilization-model")));

        // Then:
        assertThat(value(variant, "operation-counting")).isCloseTo(3.14e23, withPercentage(1));
        assertThat(value(variant, "hardware-time")).isCloseTo(3.14e23, withPercentage(1));
        assertThat(compute(variant).getMethod()).isEqualTo("combined");
        assertThat(compute(variant).getValue()).isCloseTo(3.14e23, withPercentage(1));
    }

    @Test
    void shouldEstimatePalmByCountingWhenWallClockOverstates() {
        // When:
        Variant variant = Members.only(Members.maker(
                "palm",
                Members.parameters(540.35e9),
                Members.tokens(780e9),
                Members.chip("Google TPU v4"),
                Members.chipHours(8.405e6),
                Members.fact("utilization", 0.462, "utilization-model")));

        // Then:
        assertThat(value(variant, "operation-counting")).isCloseTo(2.53e24, withPercentage(1));
        assertThat(value(variant, "hardware-time")).isCloseTo(3.84e24, withPercentage(1));
        assertThat(compute(variant).getValue()).isCloseTo(2.6e24, withPercentage(6));
    }

    @Test
    void shouldEstimateLlama405B() {
        // When:
        Variant variant = Members.only(Members.maker(
                "llama",
                Members.parameters(405e9),
                Members.tokens(15.6e12),
                Members.chip("NVIDIA H100"),
                Members.chipHours(30.84e6)));

        // Then:
        assertThat(value(variant, "operation-counting")).isCloseTo(3.79e25, withPercentage(1));
        assertThat(value(variant, "hardware-time")).isCloseTo(3.30e25, withPercentage(1));
    }

    @Test
    void shouldKeepTheBf16PeakOfDeepSeekV3AndCountItsActiveParameters() {
        // When:
        Variant variant = Members.only(Members.maker(
                "deepseek",
                Members.parameters(671e9),
                Members.active(37e9),
                Members.tokens(14.8e12),
                Members.chip("NVIDIA H800"),
                Members.chipHours(2.788e6)));

        // Then:
        assertThat(value(variant, "operation-counting")).isCloseTo(3.29e24, withPercentage(1));
        assertThat(value(variant, "hardware-time")).isCloseTo(2.98e24, withPercentage(1));
        assertThat(compute(variant).getArithmetic()).contains("6 × 37B active × 14.8T tokens = 3.3e24 FLOP");
    }

    @Test
    void shouldNotMixTheTwoBoundariesOfAlphaGoZero() {
        // Given:
        var withGames = Members.maker(
                "with",
                org.computedivide.avro.Fact.newBuilder(Members.fact("trainingCompute", 3.41e23, "statement"))
                        .setBoundary("with-data-generation")
                        .build());

        // When:
        Variant variant = Members.only(withGames);

        // Then:
        assertThat(compute(variant).getBoundary()).isEqualTo("with-data-generation");
    }

    private static double value(Variant variant, String method) {
        return variant.getEstimates().stream()
                .filter(estimate -> estimate.getMethod().equals(method))
                .mapToDouble(Estimate::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static Compute compute(Variant variant) {
        return Optional.ofNullable(variant.getCompute()).orElseThrow();
    }
}
