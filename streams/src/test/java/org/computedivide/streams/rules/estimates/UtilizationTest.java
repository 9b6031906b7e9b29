package org.computedivide.streams.rules.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.computedivide.avro.Compute;
import org.computedivide.avro.Fact;
import org.junit.jupiter.api.Test;

/** Which peak and which share of it a run is taken to have reached, and how sure that is. */
class UtilizationTest {

    private static final double HOURS = 1e6;
    private static final double H100 = HOURS * 3600 * 989.4e12;

    @Test
    void shouldTakeThreeTenthsWhenNobodyStatesAShare() {
        // When:
        Compute compute = run("NVIDIA H100");

        // Then:
        assertThat(compute.getValue()).isCloseTo(0.30 * H100, withPercentage(0.1));
        assertThat(compute.getWidth()).isEqualTo("hardware-settled");
    }

    @Test
    void shouldBeLessSureWhenSeveralChipsOrTimesAreSpokenOf() {
        // When:
        Compute compute = run("NVIDIA H100", Members.chip("NVIDIA A100"));

        // Then:
        assertThat(compute.getWidth()).isEqualTo("hardware-unsettled");
    }

    @Test
    void shouldBeSurerOfNetTrainingTimeThanOfWallClockWhenAShareIsStated() {
        // Given:
        Fact net = quoted(
                Members.fact("trainingHours", 500, "time-stated"), "Net training time excluding downtime: 500 h");

        // When:
        Compute wall = run("NVIDIA H100", share(0.4, ""));
        Compute pure = run("NVIDIA H100", share(0.4, ""), net);

        // Then:
        assertThat(wall.getSigma()).isEqualTo(0.27);
        assertThat(pure.getSigma()).isEqualTo(0.10);
        assertThat(wall.getValue()).isCloseTo(0.4 * H100, withPercentage(0.1));
    }

    @Test
    void shouldKeepTheBf16PeakOfAnFp8RunUnlessTheShareIsRelativeToFp8() {
        // When:
        Compute plain = run("NVIDIA H100", format("FP8"));
        Compute relative = run("NVIDIA H100", format("FP8"), share(0.1947, "19.47 % MFU of the FP8 peak"));

        // Then:
        assertThat(plain.getValue()).isCloseTo(0.30 * H100, withPercentage(0.1));
        assertThat(relative.getValue()).isCloseTo(0.1947 * 2 * H100, withPercentage(1));
    }

    @Test
    void shouldTakeAV100ForSlowOnlyWhenMixedPrecisionIsNotStated() {
        // When:
        Compute unsaid = run("NVIDIA V100");
        Compute mixed = run("NVIDIA V100", format("mixed"));

        // Then:
        assertThat(unsaid.getValue()).isCloseTo(HOURS * 3600 * 125e12 * 0.15, withPercentage(0.1));
        assertThat(unsaid.getSigma()).isEqualTo(0.60);
        assertThat(mixed.getValue()).isCloseTo(HOURS * 3600 * 125e12 * 0.30, withPercentage(0.1));
    }

    @Test
    void shouldNotTakeTheHoursOfAFamilyOrAProjectForOneRun() {
        // Given:
        Fact all = Fact.newBuilder(Members.fact("trainingHours", 5000, "time-stated"))
                .setBoundary("project")
                .build();

        // When:
        var variant = Members.only(Members.maker(
                "a", Members.chip("NVIDIA A100"), Members.fact("acceleratorCount", 64, "chips-trained"), all));

        // Then:
        assertThat(variant.getEstimates())
                .extracting(org.computedivide.avro.Estimate::getMethod)
                .containsExactly("imputed");
    }

    private static Compute run(String chip, Fact... more) {
        var facts = new java.util.ArrayList<>(java.util.List.of(more));
        facts.add(0, Members.chipHours(HOURS));
        facts.add(0, Members.chip(chip));
        var variant = Members.only(Members.maker("a", facts.toArray(Fact[]::new)));
        return java.util.Optional.ofNullable(variant.getCompute()).orElseThrow();
    }

    private static Fact share(double share, String quote) {
        return quoted(Members.fact("utilization", share, "utilization-model"), quote);
    }

    private static Fact quoted(Fact fact, String quote) {
        return Fact.newBuilder(fact).setQuote(quote).build();
    }

    private static Fact format(String format) {
        return Fact.newBuilder()
                .setField("numericalFormat")
                .setText(format)
                .setRule("precision")
                .build();
    }
}
