package org.computedivide.streams.rules.priors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.computedivide.streams.rules.priors.Spread.Miss;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final Quantities NOTHING =
            new Quantities(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    private static final Traits INDUSTRY = traits("industry");
    private static final Traits ACADEMIA = traits("academia");

    @Test
    void shouldLearnWhichKindScattersMore() {
        // Given:
        Random random = new Random(5);
        List<Miss> misses = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            misses.add(new Miss(INDUSTRY, NOTHING, random.nextGaussian()));
            misses.add(new Miss(ACADEMIA, NOTHING, 2 * random.nextGaussian()));
        }

        // When:
        Spread spread = Spread.fit(misses);

        // Then:
        assertThat(spread.factor(ACADEMIA, NOTHING) / spread.factor(INDUSTRY, NOTHING))
                .isCloseTo(2, offset(0.25));
    }

    @Test
    void shouldLeaveWidthsAloneWhereNothingWasMeasured() {
        // When:
        double factor = Spread.none().factor(ACADEMIA, NOTHING);

        // Then:
        assertThat(factor).isEqualTo(1);
    }

    private static Traits traits(String affiliation) {
        return new Traits(2024, affiliation, true, true, false, Set.of("language"), Set.of());
    }
}
