package org.computedivide.streams.rules.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-16T00:00:00Z, 2026-W12, 2026-03-16",
        "2026-03-22T23:59:59.999Z, 2026-W12, 2026-03-16",
        "2025-12-29T00:00:00Z, 2026-W01, 2025-12-29",
        "2027-01-03T12:00:00Z, 2026-W53, 2026-12-28"
    })
    void shouldFindTheIsoWeek(Instant moment, String label, LocalDate monday) {
        // When:
        Week week = Week.of(moment);

        // Then:
        assertThat(week.label()).isEqualTo(label);
        assertThat(week.monday()).isEqualTo(monday);
        assertThat(Week.parse(label)).isEqualTo(week);
    }

    @Test
    void shouldNotDependOnTheCountry() {
        // Given:
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.US);

        // When:
        Week sunday = Week.of(Instant.parse("2026-03-22T12:00:00Z"));
        Locale.setDefault(before);

        // Then:
        assertThat(sunday.label()).isEqualTo("2026-W12");
    }

    @Test
    void shouldBeMadeOnTheMondayAfter() {
        // When:
        Week week = Week.parse("2026-W12");

        // Then:
        assertThat(week.sunday()).isEqualTo("2026-03-22");
        assertThat(week.end()).isEqualTo("2026-03-23T00:00:00Z");
        assertThat(week.madeAt()).isEqualTo("2026-03-23T06:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12", "2026-W54", "", "last", "2025-W53"})
    void shouldSayHowAWeekIsWritten(String label) {
        // Then:
        assertThatThrownBy(() -> Week.parse(label))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("week \"" + label + "\" is not an ISO week; write it like 2026-W12");
    }
}
