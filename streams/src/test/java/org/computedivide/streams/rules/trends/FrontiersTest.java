package org.computedivide.streams.rules.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Headline;
import org.computedivide.avro.Trend;
import org.computedivide.streams.rules.tallies.Tiers;
import org.junit.jupiter.api.Test;

class FrontiersTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 1, 1);

    private static final double LINE = Tiers.line("≥1e23");

    private final TrendBook book = new TrendBook();

    @Test
    void shouldSayHowManyMonthsAGroupIsBehind() {
        // Given:
        put("heron", "industry", LocalDate.of(2022, 1, 1), 2e24, 0);
        put("egret", "industry", LocalDate.of(2023, 1, 1), 4e25, 0);
        put("ibis", "academia", LocalDate.of(2024, 7, 1), 1e24, 0);

        // When:
        settle();

        // Then:
        Trend lag = row("lag|academia→industry");
        assertThat(lag.getNumber()).isCloseTo(36, within(1e-9));
        assertThat(lag.getSubjects()).containsExactly("ibis", "heron");
        assertThat(lag.getFrom()).isEqualTo("2022-01-01");
        assertThat(lag.getCaveat()).contains("compute");
    }

    @Test
    void shouldSayThatALeaderIsNotBehind() {
        // Given:
        put("heron", "industry", LocalDate.of(2022, 1, 1), 1e24, 0);
        put("ibis", "academia", LocalDate.of(2024, 7, 1), 3e24, 0);

        // When:
        settle();

        // Then:
        assertThat(row("lag|academia→industry").getNumber()).isZero();
        assertThat(row("lag|academia→industry").getCaveat()).contains("record");
    }

    @Test
    void shouldDrawTheRecordsAnewForTheInterval() {
        // Given:
        put("heron", "industry", LocalDate.of(2020, 1, 1), 1e24, 0.3);
        put("egret", "industry", LocalDate.of(2023, 1, 1), 2e24, 0.3);
        put("ibis", "academia", LocalDate.of(2024, 1, 1), 1.5e24, 0.3);

        // When:
        settle();

        // Then:
        Trend lag = row("lag|academia→industry");
        assertThat(lag.getNumber()).isCloseTo(24, within(1e-9));
        assertThat(lag.getLow()).isZero();
        assertThat(lag.getHigh()).isCloseTo(60, within(1e-9));
        assertThat(row("frontier|all").getNumber()).isEqualTo(2e24);
        assertThat(row("frontier|all").getHigh()).isGreaterThan(2e24);
    }

    @Test
    void shouldSayWhenAGroupFirstPassedATier() {
        // Given:
        put("heron", "industry", LocalDate.of(2020, 1, 1), LINE / 2, 0);
        put("egret", "industry", LocalDate.of(2023, 1, 1), LINE, 0);
        put("crane", "industry", LocalDate.of(2024, 1, 1), LINE, 0);

        // When:
        settle();

        // Then:
        Trend passed = row("first-passed|industry≥1e23");
        assertThat(passed.getSubjects()).containsExactly("egret");
        assertThat(passed.getNumber()).isEqualTo(2023);
        assertThat(book.published()).doesNotContainKey("first-passed|industry≥1e24");
    }

    @Test
    void shouldDrawTheLineOfTheRecordsOn() {
        // Given:
        for (int year = 2018; year < 2025; year++) {
            put("y" + year, "industry", LocalDate.of(year, 1, 1), StrictMath.pow(10, year - 1999.5), 0);
        }

        // When:
        settle();

        // Then:
        Trend next = row("projection|frontier≥1e25");
        assertThat(next.getNumber()).isCloseTo(2024.5, within(1e-6));
        assertThat(next.getUnit()).isEqualTo("decimal year");
        assertThat(next.getSubjects()).containsExactly("y2024");
        assertThat(book.published())
                .containsKey("projection|frontier≥1e26")
                .doesNotContainKey("projection|frontier≥1e27");
    }

    private void settle() {
        book.roll(TODAY);
        book.settled();
    }

    private Trend row(String key) {
        return Optional.ofNullable(book.published().get(key)).orElseThrow(() -> new AssertionError("no trend " + key));
    }

    private void put(String id, String affiliation, LocalDate day, double compute, double sigma) {
        int date = (int) day.toEpochDay();
        Headline headline = Headline.newBuilder()
                .setDay(date)
                .setCompute(compute)
                .setSigma(sigma)
                .setMethod("curated")
                .build();
        book.change(
                Optional.empty(),
                Optional.of(CountedRelease.newBuilder()
                        .setFamilyId(id)
                        .setDay(date)
                        .setAffiliation(affiliation)
                        .setCumulative(compute)
                        .setHeadlines(List.of(headline))
                        .build()));
    }
}
