package org.computedivide.streams.rules.tallies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountedValuesTest {

    private final CountedValues bag = new CountedValues();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldKnowTheMedianOfWhatIsIn(long seed) {
        // Given:
        Random random = new Random(seed);
        List<Double> present = new ArrayList<>();

        // When:
        for (int step = 0; step < 1000; step++) {
            if (!present.isEmpty() && random.nextInt(5) < 2) {
                bag.remove(present.remove(random.nextInt(present.size())));
            } else {
                double value = random.nextInt(20);
                present.add(value);
                bag.add(value);
            }
            assertThat(bag.size()).isEqualTo(present.size());
            if (!present.isEmpty()) {
                assertThat(bag.median()).hasValue(median(present));
            }
        }

        // Then:
        present.forEach(bag::remove);
        assertThat(bag.median()).isEmpty();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
