package org.computedivide.streams.rules.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.computedivide.streams.rules.estimates.Calibration.Fit;
import org.computedivide.streams.rules.estimates.Calibration.Group;
import org.computedivide.streams.rules.estimates.Calibration.Trial;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void shouldSayHowOftenTheTruthLiesInside() throws IOException {
        // Given:
        String cases = line("Orion-7B", 6 * 7e9 * 2e12) + line("Vega-7B", 600 * 7e9 * 2e12) + line("Lyra-7B", 0);

        // When:
        List<Trial> trials = Calibration.of(new BufferedReader(new StringReader(cases)));

        // Then:
        assertThat(trials).extracting(Trial::inside).containsExactly(true, false);
        assertThat(Calibration.groups(trials))
                .extracting(Group::name)
                .containsExactly("operation-counting", "confidence high", "all");
        assertThat(Calibration.groups(trials).get(0).inside()).isEqualTo(0.5);
    }

    @Test
    void shouldFitEachWidthOnOtherFamilies() {
        // Given:
        List<Trial> trials = List.of(trial(0, 0.1), trial(1, 0.1), trial(2, 0.1), trial(3, 0.9));

        // When:
        List<Fit> fits = Calibration.fits(trials);

        // Then:
        assertThat(fits).singleElement().satisfies(fit -> {
            assertThat(fit.width()).isEqualTo("counting");
            assertThat(fit.sigma()).isEqualTo(0.10);
            assertThat(fit.fitted()).isEqualTo(0.9 / Widths.Z90);
            assertThat(fit.held()).isEqualTo(0.75);
        });
    }

    @Test
    void shouldNameTheLineThatIsNoCase() {
        assertThatThrownBy(() -> Calibration.of(new BufferedReader(new StringReader("{}"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1");
    }

    private static Trial trial(int fold, double error) {
        return new Trial("operation-counting", "high", "counting", fold, error, 0.33, error < 0.16, 0.5);
    }

    private static String line(String name, double truth) {
        return """
                {"observation": {"source": "arxiv", "nativeId": "%s", "title": "%s", "organizations": ["Lab"], "text":\
                 "%s has 7B parameters. We pretrain %s on 2T tokens."},\
                 "expected": {"modelName": "%s", "trainingCompute": {"value": %s}}}
                """.formatted(name, name, name, name, name, truth);
    }
}
