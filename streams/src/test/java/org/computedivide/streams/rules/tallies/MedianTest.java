package org.computedivide.streams.rules.tallies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void shouldAgreeWithTheMiddleOfTheSorted() {
        // Given:
        Random random = new Random(5);

        for (int n = 1; n < 60; n++) {
            double[] values =
                    random.doubles(n).map(value -> StrictMath.rint(value * 20)).toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);

            // When:
            double median = Median.of(values);

            // Then:
            assertThat(median).isEqualTo((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
        }
    }
}
