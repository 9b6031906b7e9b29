package org.computedivide.producers.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 2025-04-29T08:15:00Z            | 2025-04-29T08:15:00Z
            en | 2025-04-29T08:15:00.123+02:00   | 2025-04-29T06:15:00.123Z
            en | 2025-04-29 08:15:00 +0000       | 2025-04-29T08:15:00Z
            en | Tue, 29 Apr 2025 08:15:00 GMT   | 2025-04-29T08:15:00Z
            en | Tue, 29 Apr 2025 00:00:00 +0000 | 2025-04-29
            en | 2025-04-29T08:15:00             | 2025-04-29
            en | 2025-04-29                      | 2025-04-29
            en | 2025/4/29                       | 2025-04-29
            en | April 29, 2025                  | 2025-04-29
            en | Apr. 29th, 2025 · 5 min read    | 2025-04-29
            en | Sept 3 2025                     | 2025-09-03
            en | 29 April 2025                   | 2025-04-29
            en | Jun 20, 2026 1:31 PM UTC        | 2026-06-20
            en | April 2025                      | 2025-04
            en | 2025                            | 2025
            en | 04/29/2025                      | 2025-04-29
            en | 29/04/2025                      | 2025-04-29
            en | 05/05/2025                      | 2025-05-05
            en | 04/05/2025                      | 2025
            en | 04.05.2025                      | 2025-05-04
            fr | 04/05/2025                      | 2025-05-04
            fr | le 1er août 2025                | 2025-08-01
            de | 29. März 2025                   | 2025-03-29
            es | 29 de abril de 2025             | 2025-04-29
            it | 29 aprile 2025                  | 2025-04-29
            zh | 2025年4月29日                    | 2025-04-29
            zh | 发布于 2025 年 4 月 29 日          | 2025-04-29
            zh | 2025年4月                        | 2025-04
            zh | 2025/12/01                      | 2025-12-01
            ja | 2025年4月29日(火) 10:00           | 2025-04-29
            ja | 令和7年4月29日                    | 2025-04-29
            ko | 2025년 4월 29일                   | 2025-04-29
            ko | 2025. 4. 29.                    | 2025-04-29
            ar | 29 أبريل 2025                   | 2025-04-29
            ar | ٢٩ أبريل ٢٠٢٥                   | 2025-04-29
            zh | ２０２５年４月２９日               | 2025-04-29
            """)
    void shouldReadADateAsPreciselyAsItIsWritten(String language, String written, String expected) {
        // Given:
        WrittenDates dates = WrittenDates.in(language);

        // When:
        String read = dates.read(written).map(Published::text).orElse("");

        // Then:
        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "3 days ago",
                "April",
                "April 29",
                "Llama 3.1 8B",
                "2025-13-40",
                "30 February 2025",
                "1889-04-29",
                "version 2024.99",
                "20250429123456789012"
            })
    void shouldGuessNoDate(String written) {
        // Given:
        WrittenDates dates = WrittenDates.in("en");

        // When:
        var read = dates.read(written);

        // Then:
        assertThat(read).isEmpty();
    }

    @Test
    void shouldNeverFailOnWhatPeopleWrite() {
        // Given:
        WrittenDates dates = WrittenDates.in("en");
        var random = new Random(7);
        String signs = "0123456789年月日./-, aprilmay令和٢\u0301\ud83d\ude00";

        // When:
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(24); k > 0; k--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            dates.read(text.toString()).ifPresent(read -> {
                // Then:
                assertThat(Published.ofIso(read.text())).isEqualTo(read);
            });
        }
    }

    @Test
    void shouldKnowWhenAllThatADateMayBeIsPast() {
        // Given:
        Published day = Published.ofIso("2026-02-09");

        // When:
        boolean past = day.isBefore(Instant.parse("2026-02-10T00:00:00Z"));

        // Then:
        assertThat(past).isTrue();
        assertThat(day.isBefore(Instant.parse("2026-02-09T23:00:00Z"))).isFalse();
        assertThat(Published.ofIso("2026").isBefore(Instant.parse("2026-12-31T00:00:00Z")))
                .isFalse();
        assertThat(Published.ofIso("2026-02-09T10:00:00Z").isBefore(Instant.parse("2026-02-09T10:00:01Z")))
                .isTrue();
    }
}
