package org.computedivide.streams.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChipsTest {

    @ParameterizedTest
    @CsvSource({
        "Nvidia H100 80G, NVIDIA H100, 9.894e14",
        "H100 PCIe, NVIDIA H100 PCIe, 7.56e14",
        "NVIDIA A100 SXM4 80 GB, NVIDIA A100, 3.12e14",
        "NVIDIA B200 GPUs, NVIDIA B200, 2.25e15",
        "H200, NVIDIA H200, 9.895e14",
        "H20, NVIDIA H20, 1.48e14",
        "Tesla K40c, NVIDIA K40, 5.046e12",
        "RTX 2080, NVIDIA RTX 2080, 8.05e13",
        "TPUv2, Google TPU v2, 4.6e13",
        "TPU v3, Google TPU v3, 1.23e14",
        "Cloud TPU v4, Google TPU v4, 2.75e14",
        "TPU v5e, Google TPU v5e, 1.97e14",
        "TPU v5p, Google TPU v5p, 4.59e14",
        "Google TPU v6e Trillium, Google TPU v6e, 9.18e14",
        "Ascend 910B, Huawei Ascend 910B, 3.76e14"
    })
    void shouldKnowAChipByTheNamesPeopleUseWithItsDensePeak(String written, String name, double peak) {
        // When:
        Accelerator chip = Chips.all().named(written).orElseThrow();

        // Then:
        assertThat(chip.name()).isEqualTo(name);
        assertThat(chip.peak()).isEqualTo(peak);
    }

    @ParameterizedTest
    @CsvSource({"a model", "GPU", "L4ngu4ge"})
    void shouldNotSeeAChipWhereThereIsNone(String written) {
        // When:
        var chip = Chips.all().named(written);

        // Then:
        assertThat(chip).isEmpty();
    }
}
