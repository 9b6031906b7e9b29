package org.computedivide.streams.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportLinesTest {

    @ParameterizedTest
    @CsvSource({
        "NVIDIA H100, 15832",
        "NVIDIA H800, 15832",
        "NVIDIA H200, 15832",
        "NVIDIA A100, 4992",
        "NVIDIA A800, 4989",
        "NVIDIA H20, 2368",
        "AMD MI325X, 20800",
        "NVIDIA B200, 36000",
        "NVIDIA RTX 4090, 5285",
        "Huawei Ascend 910B, 6016",
        "Huawei Ascend 910C, 12800"
    })
    void shouldKnowTheTotalPerformance(String name, double performance) {
        // When:
        Accelerator chip = Chips.all().named(name).orElseThrow();

        // Then:
        assertThat(chip.design().performance().orElseThrow()).isCloseTo(performance, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({
        "NVIDIA A100, 2022-10-20, below",
        "NVIDIA A100, 2022-10-21, 3A090",
        "NVIDIA A800, 2022-11-08, below",
        "NVIDIA H800, 2023-11-16, below",
        "NVIDIA H800, 2023-11-17, 3A090.a",
        "NVIDIA L4, 2024-01-01, 3A090.a",
        "NVIDIA L40, 2024-01-01, 3A090.b",
        "NVIDIA H20, 2024-01-01, below",
        "NVIDIA V100, 2024-01-01, below",
        "NVIDIA RTX 4090, 2024-01-01, 3A090.a",
        "Huawei Ascend 960, 2024-01-01, unknown"
    })
    void shouldClassAChipByTheLinesInForceOnTheDay(String name, LocalDate day, String expected) {
        // Given:
        Accelerator chip = Chips.all().named(name).orElseThrow();

        // When:
        String found = ExportLines.bundled().classOf(chip, day);

        // Then:
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NVIDIA H200, 2026-01-12, false",
        "NVIDIA H200, 2026-01-13, true",
        "AMD MI325X, 2026-02-01, true",
        "NVIDIA B200, 2026-02-01, false",
        "NVIDIA H20, 2026-02-01, false"
    })
    void shouldTellWhichBoundChipsAreLookedAtOneByOne(String name, LocalDate day, boolean expected) {
        // Given:
        Accelerator chip = Chips.all().named(name).orElseThrow();

        // When:
        boolean found = ExportLines.bundled().isCaseByCase(chip, day);

        // Then:
        assertThat(found).isEqualTo(expected);
    }
}
