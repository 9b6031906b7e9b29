package org.computedivide.streams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Twice the text takes at most two and a half times as long, up to two megabytes, for the whole reader. Time is that of the
 * thread on a processor, the least of several rounds, so that what else the machine does counts little.
 */
class ReadingInLinearTimeTest {

    private static final int LONGEST = 2_000_000;
    private static final int SHORTEST = 500_000;
    private static final int ROUNDS = 40;
    private static final double MOST = 2.5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final EvidenceReader reader = new EvidenceReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we train on 8 x A100 GPUs with 7B parameters and 15T tokens for 3 days than GPT-3 ",
                "<table><tr><td rowspan=9>7B</td><td>params ",
                "1,000,000,000.1.1.1e9e9e9 x 10^",
                "A-1-A-1-not released under the licence",
                "亿万亿参数((([\u202e\u00e9|\n"
            })
    void shouldTakeAtMostTwoAndAHalfTimesAsLongWhenTheTextIsTwiceAsLong(String piece) {
        // Given:
        Observation[] texts = new Observation[3];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = card(piece, SHORTEST << i);
        }

        // When:
        long[] least = least(texts);

        // Then:
        assertThat(texts[2].getText().length()).isGreaterThan(LONGEST - piece.length());
        assertThat((double) least[1] / least[0]).isLessThanOrEqualTo(MOST);
        assertThat((double) least[2] / least[1]).isLessThanOrEqualTo(MOST);
    }

    /** Least time by text in nanoseconds; further rounds only while one is out of bounds. */
    private long[] least(Observation[] texts) {
        reader.read(texts[0]);
        long[] least = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < texts.length; i++) {
                least[i] = Math.min(least[i], time(texts[i]));
            }
            if (round > 0 && least[1] <= MOST * least[0] && least[2] <= MOST * least[1]) {
                return least;
            }
        }
        return least;
    }

    private long time(Observation text) {
        long start = THREADS.getCurrentThreadCpuTime();
        assertThat(reader.read(text).getFacts()).isNotNull();
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private static Observation card(String piece, int length) {
        return Observation.newBuilder()
                .setSource("huggingface")
                .setForm("repository")
                .setNativeId("someone/Quokka-7B")
                .setTitle("Quokka-7B")
                .setText(piece.repeat(length / piece.length()))
                .setHub(Hub.newBuilder().build())
                .build();
    }
}
