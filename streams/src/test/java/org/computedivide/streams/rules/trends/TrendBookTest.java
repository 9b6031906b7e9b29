package org.computedivide.streams.rules.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Headline;
import org.computedivide.avro.Trend;
import org.computedivide.streams.rules.tallies.RandomReleases;
import org.junit.jupiter.api.Test;

class TrendBookTest {

    private static final LocalDate TODAY = RandomReleases.TODAY;

    private final TrendBook book = new TrendBook();

    @Test
    void shouldFindTheDoublingTimeOfCleanGrowth() {
        // Given:
        for (int year = 2011; year <= 2020; year++) {
            put(release("y" + year, LocalDate.of(year, 1, 1), StrictMath.pow(4, year - 2000), 0));
        }
        put(CountedRelease.newBuilder().setFamilyId("silent").setDay(15_000).build());

        // When:
        settle(book);

        // Then:
        Trend trend = row("allWithComputeFrom2010");
        assertThat(trend.getDoublingMonths()).isCloseTo(6, within(0.001));
        assertThat(trend.getGrowthPerYear()).isCloseTo(4, within(0.001));
        assertThat(trend.getR2()).isCloseTo(1, within(1e-9));
        assertThat(trend.getN()).isEqualTo(10);
        assertThat(trend.getUnknown()).isEqualTo(1);
        assertThat(trend.getFrom()).isEqualTo("2010-01-01");
        assertThat(trend.getTo()).isEqualTo("2026-03-02");
        assertThat(row("allWithCompute").getFrom()).isEqualTo("2011-01-01");
    }

    @Test
    void shouldKeepRecordsOfTheirDayOnly() {
        // Given:
        put(release("first", LocalDate.of(2012, 1, 1), 1e18, 0));
        put(release("smaller", LocalDate.of(2012, 6, 1), 1e17, 0));
        put(release("tie", LocalDate.of(2013, 1, 1), 1e18, 0));
        put(release("same day, beaten", LocalDate.of(2014, 1, 1), 1e19, 0));
        put(release("same day, best", LocalDate.of(2014, 1, 1), 1e20, 0));

        // When:
        settle(book);

        // Then:
        assertThat(row("runningTop1").getN()).isEqualTo(3);
        assertThat(row("runningTop3").getN()).isEqualTo(5);
    }

    @Test
    void shouldGiveTheSameBytesInWhateverOrder() {
        // Given:
        List<CountedRelease> releases = new RandomReleases(5).take(150);
        var shuffled = new ArrayList<>(releases);
        Collections.shuffle(shuffled, new Random(1));
        releases.forEach(this::put);
        var other = new TrendBook();

        // When:
        CountedRelease wrong = new RandomReleases(9).one("family-3", 1);
        other.change(Optional.empty(), Optional.of(wrong));
        other.change(Optional.of(wrong), Optional.empty());
        shuffled.forEach(release -> other.change(Optional.empty(), Optional.of(release)));

        // Then:
        settle(book);
        settle(other);
        assertThat(book.published().toString()).isEqualTo(other.published().toString());
    }

    @Test
    void shouldWidenWithTheUncertaintyOfTheFigures() {
        // Given:
        var exact = new TrendBook();
        for (int month = 0; month < 36; month++) {
            LocalDate day = LocalDate.of(2018, 1, 1).plusMonths(month);
            double compute = 1e20 * StrictMath.pow(2, month / 6.0) * (1 + month % 3);
            put(release("m" + month, day, compute, 0.5));
            exact.change(Optional.empty(), Optional.of(release("m" + month, day, compute, 0)));
        }

        // When:
        settle(book);
        settle(exact);

        // Then:
        Trend wide = row("runningTop1");
        Trend narrow = exact.published().getOrDefault("doubling-time|runningTop1", wide);
        assertThat(wide.getHigh() - wide.getLow()).isGreaterThan(narrow.getHigh() - narrow.getLow());
        assertThat(wide.getDoublingMonths()).isEqualTo(narrow.getDoublingMonths());
    }

    @Test
    void shouldWithdrawATrendThatCanNoLongerBeFitted() {
        // Given:
        List<CountedRelease> releases = new RandomReleases(5).take(40);
        releases.forEach(this::put);
        settle(book);
        releases.forEach(release -> book.change(Optional.of(release), Optional.empty()));

        // When:
        SortedMap<String, Optional<Trend>> changes = book.settled();

        // Then:
        assertThat(changes.values()).isNotEmpty().containsOnly(Optional.empty());
    }

    private Trend row(String selection) {
        return Optional.ofNullable(book.published().get("doubling-time|" + selection))
                .orElseThrow(() -> new AssertionError("no trend " + selection));
    }

    private void put(CountedRelease release) {
        book.change(Optional.empty(), Optional.of(release));
    }

    private static CountedRelease release(String id, LocalDate day, double compute, double sigma) {
        Headline headline = Headline.newBuilder()
                .setDay((int) day.toEpochDay())
                .setCompute(compute)
                .setSigma(sigma)
                .setMethod("curated")
                .build();
        return CountedRelease.newBuilder()
                .setFamilyId(id)
                .setDay(headline.getDay())
                .setCumulative(compute)
                .setHeadlines(List.of(headline))
                .build();
    }

    private static void settle(TrendBook book) {
        book.roll(TODAY);
        book.settled();
    }
}
