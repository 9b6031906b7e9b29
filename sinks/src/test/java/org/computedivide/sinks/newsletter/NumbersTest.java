package org.computedivide.sinks.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"3.3e24, 3.3e24", "3e24, 3e24", "9.96e24, 1e25", "40, 4e1", "0, 0", "-1, 0", "NaN, 0"})
    void shouldWriteComputeWithTwoDigits(double value, String written) {
        assertThat(Numbers.flop(value)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "4.05e11, 405B",
        "1.5e12, 1.5T",
        "6.6e7, 66M",
        "8.03e9, 8.03B",
        "9.999e11, 1T",
        "12300, 12.3k",
        "17, 17",
        "1e12, 1T"
    })
    void shouldWriteSizesAsTheirMakersDo(double value, String written) {
        assertThat(Numbers.size(value)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0.62, 62", "0.004, 0.4", "0.0001, <0.1", "0, 0", "1, 100", "0.996, 99.6", "0.9999, >99.9"})
    void shouldWriteSharesWithoutRoundingThemAway(double value, String written) {
        assertThat(Numbers.percent(value)).isEqualTo(written + "\u00A0%");
    }

    @ParameterizedTest
    @CsvSource({"1, 1st", "2, 2nd", "3, 3rd", "4, 4th", "11, 11th", "13, 13th", "21, 21st", "112, 112th"})
    void shouldWriteRanks(long value, String written) {
        assertThat(Numbers.rank(value)).isEqualTo(written);
    }

    @Test
    void shouldAgreeInNumber() {
        assertThat(List.of(Words.count(1, "release"), Words.count(0, "release"), Words.count(1204, "release")))
                .containsExactly("1 release", "0 releases", "1,204 releases");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-16, 2026-03-22, 16–22 March 2026",
        "2026-03-30, 2026-04-05, 30 March – 5 April 2026",
        "2025-12-29, 2026-01-04, 29 December 2025 – 4 January 2026"
    })
    void shouldWriteTheDaysOfAWeek(LocalDate from, LocalDate to, String written) {
        assertThat(Words.span(from, to)).isEqualTo(written);
    }

    @Test
    void shouldMakeNamesFitToPrint() {
        assertThat(Words.readable("a\u202Eb\u0000c\r\n\r\n d\u200B\uD800")).isEqualTo("abc d");
    }
}
