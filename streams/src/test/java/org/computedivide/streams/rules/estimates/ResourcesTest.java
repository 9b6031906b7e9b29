package org.computedivide.streams.rules.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.time.LocalDate;
import org.computedivide.avro.Accelerators;
import org.computedivide.avro.Quantity;
import org.computedivide.avro.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourcesTest {

    private final Resources resources = new Resources();

    /** Against the costs by formula of METHODS 3. */
    @ParameterizedTest
    @CsvSource({
        "NVIDIA GTX 580, 288, 144, 2012-09-30, 13.4",
        "Google TPU v2, 6144, 96, 2018-10-11, 1627",
        "NVIDIA V100 32GB, 3552000, 355, 2020-05-28, 1.84e6",
        "Google TPU v4, 8405000, 1536, 2022-04-04, 2.90e6",
        "NVIDIA H100, 35100000, 2142, 2024-07-23, 51.4e6",
        "NVIDIA H800, 2788000, 1344, 2024-12-26, 4.1e6"
    })
    void shouldAmortiseTheHardware(String chip, double chipHours, double hours, LocalDate published, double cost) {
        // When:
        Quantity quantity =
                resources.cost(variant(chip, chipHours, hours), published).orElseThrow();

        // Then:
        assertThat(quantity.getValue()).isCloseTo(cost, withPercentage(15));
        assertThat(quantity.getLow()).isLessThan(cost);
        assertThat(quantity.getHigh()).isGreaterThan(cost);
    }

    /** Against the energies of METHODS 3, in kWh. */
    @ParameterizedTest
    @CsvSource({
        "NVIDIA V100 32GB, 3552000, 1.465e6",
        "Google TPU v4, 8405000, 3.4e6",
        "NVIDIA H100, 35100000, 32.4e6",
        "NVIDIA H800, 2788000, 3.3e6"
    })
    void shouldHoldThePublishedEnergyInItsInterval(String chip, double chipHours, double energy) {
        // When:
        Quantity quantity = resources.energy(variant(chip, chipHours, 1000)).orElseThrow();

        // Then:
        assertThat(energy).isBetween(quantity.getLow(), quantity.getHigh());
        assertThat(quantity.getRule()).isEqualTo("facility");
    }

    @Test
    void shouldBeLessSureOfTheCarbonWhenTheSiteIsUnknown() {
        // Given:
        Variant variant = variant("NVIDIA H100", 1e6, 100);

        // When:
        Quantity known = resources.carbon(variant, "FR").orElseThrow();
        Quantity unknown = resources.carbon(variant, "").orElseThrow();

        // Then:
        assertThat(known.getHigh() / known.getLow()).isLessThan(unknown.getHigh() / unknown.getLow());
        assertThat(known.getValue()).isLessThan(unknown.getValue());
    }

    @Test
    void shouldSayNothingWithoutHardware() {
        // When:
        var cost = resources.cost(Variant.newBuilder().build(), LocalDate.of(2024, 1, 1));

        // Then:
        assertThat(cost).isEmpty();
    }

    private static Variant variant(String chip, double chipHours, double hours) {
        return Variant.newBuilder()
                .setAccelerators(Accelerators.newBuilder()
                        .setName(chip)
                        .setHours(hours)
                        .setChipHours(chipHours)
                        .build())
                .build();
    }
}
