package org.computedivide.monitor.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressBarTest {

    private final StringWriter out = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "0.5, 60, 0.6, 'about 80 s left'",
        "0, 600, 0.5, 'about 10 min left'",
        "0.1, 36000, 0.2, 'about 80 h left'"
    })
    void shouldJudgeTheTimeLeftByTheWayMadeSinceItBegan(double first, long seconds, double done, String left) {
        // Given:
        var bar = new ProgressBar(new PrintWriter(out), false);
        bar.show(first, "arxiv", Duration.ZERO);

        // When:
        bar.show(done, "arxiv", Duration.ofSeconds(first == 0.5 ? seconds / 3 : seconds));

        // Then:
        assertThat(out.toString()).contains(left);
    }

    @Test
    void shouldPrintALineForEachTwentiethWhereNoLineCanBeDrawnAnew() {
        // Given:
        var bar = new ProgressBar(new PrintWriter(out), false);

        // When:
        for (int done = 0; done <= 100; done++) {
            bar.show(done / 100.0, "arxiv", Duration.ofSeconds(done));
        }
        bar.end();

        // Then:
        assertThat(out.toString().lines()).hasSize(21);
        assertThat(out.toString())
                .contains("[##############################] 100.0 %  arxiv")
                .doesNotContain("\r");
    }

    @Test
    void shouldDrawItsLineAnewOnATerminal() {
        // Given:
        var bar = new ProgressBar(new PrintWriter(out), true);

        // When:
        bar.show(0.5, "arxiv", Duration.ZERO);
        bar.end();

        // Then:
        assertThat(out.toString())
                .startsWith("\r[###############...............]")
                .endsWith(System.lineSeparator());
    }
}
