package org.computedivide.streams.digests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestJobTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-23T05:59:59.999Z, 2026-W11",
        "2026-03-23T06:00:00Z, 2026-W12",
        "2026-03-29T23:59:59Z, 2026-W12",
        "2026-01-05T06:00:00Z, 2026-W01"
    })
    void shouldBeDueOnMondayMorning(Instant now, String week) {
        // Then:
        assertThat(DigestJob.lastDue(now).label()).isEqualTo(week);
    }
}
