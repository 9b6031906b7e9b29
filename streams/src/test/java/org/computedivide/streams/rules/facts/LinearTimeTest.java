package org.computedivide.streams.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twice the text takes about twice the time of this thread's processor, however busy the machine is. */
class LinearTimeTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SMALL = 50_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7B, ",
                "We train on 8 x A100 GPUs with 7B parameters and 15T tokens for 3 days than GPT-3 ",
                "|1|2|3|4|5|6|7|8|9|\n",
                "1,000,000,000.1.1.1e9e9e9 x 10^",
                "((((((((((",
                "A-1-A-1-",
                "亿万亿参数",
                "<table><tr><td rowspan=9>7B</td><td>params ",
                "<td>parameters</td><tr>",
                "from 7B to 70B in the corpus of GPT-3 "
            })
    void shouldTakeTimeLinearInTheTextWhenItIsAdversarial(String piece) {
        // Given:
        String once = piece.repeat(SMALL / piece.length());
        String four = once.repeat(4);
        time(once);

        // When:
        long short1 = Math.min(time(once), time(once));
        long long4 = Math.min(time(four), time(four));

        // Then:
        assertThat(long4).isLessThan(Math.max(12 * short1, 600_000_000L));
    }

    private static long time(String text) {
        long start = THREADS.getCurrentThreadCpuTime();
        assertThat(Reading.text("Orion", text)).isInstanceOf(List.class);
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
