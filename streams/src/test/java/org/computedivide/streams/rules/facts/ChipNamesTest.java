package org.computedivide.streams.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that hardware tables and the rows of training tables use, processors of old days and slips among them. */
class ChipNamesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "chip-names.csv", useHeadersInDisplayName = true)
    void shouldKnowEveryNameThatTablesUse(String written, String name) {
        // When:
        var chip = Chips.all().named(written);

        // Then:
        assertThat(chip).map(Accelerator::name).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "NVIDIA H100, 9.894e14, 1.979e15",
        "NVIDIA L40S, 3.62e14, 7.33e14",
        "NVIDIA B200, 2.25e15, 4.5e15",
        "AMD MI300X, 1.3074e15, ",
        "Cerebras CS-3, 1.25e16, "
    })
    void shouldHoldDensePeaksWhereMakersAdvertiseSparseOnes(String name, double peak, Double eightBit) {
        // When:
        Accelerator chip = Chips.all().named(name).orElseThrow();

        // Then:
        assertThat(chip.peak()).isEqualTo(peak);
        assertThat(chip.fp8().isPresent() ? chip.fp8().getAsDouble() : null).isEqualTo(eightBit);
    }

    /** A dense peak at twice the bits is half of it; a factor of four betrays a figure with sparsity. */
    @ParameterizedTest
    @CsvFileSource(resources = "chip-names.csv", useHeadersInDisplayName = true)
    void shouldNotGiveAChipMoreOperationsThanItsTotalPerformanceAllows(String written, String name) {
        // When:
        Accelerator chip = Chips.all().named(name).orElseThrow();

        // Then:
        double most = chip.design().performance().orElse(Double.POSITIVE_INFINITY) * 1e12;
        assertThat(chip.fp8().orElse(0) * 8).isLessThanOrEqualTo(most * 1.02);
        assertThat(new TreeSet<>(chip.aliases())).hasSameSizeAs(chip.aliases());
    }
}
