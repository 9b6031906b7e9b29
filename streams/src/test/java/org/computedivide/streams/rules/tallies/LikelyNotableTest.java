package org.computedivide.streams.rules.tallies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Headline;
import org.computedivide.avro.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikelyNotableTest {

    private static final LocalDate TODAY = RandomReleases.TODAY;
    private static final String ROW = "releases|notableLikely|total=all|";

    private final TallyBook book = new TallyBook();

    @Test
    void shouldFollowTheMakerForThreeYearsAfterANotableModel() {
        // Given:
        book.roll(TODAY);
        put(made("before", 1200).build());
        put(made("famous", 1100).setJudged(true).setNotable(true).build());
        put(made("after", 10).build());
        put(made("too-late", 3).build());
        put(made("of-another", 10).setMakers(List.of("Egret")).build());

        // When:
        book.settled();

        // Then: famous itself, and what came in the 1,096 days after it
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void shouldTakeTheWordOfATableForItsOwn() {
        // Given:
        book.roll(TODAY);
        put(made("famous", 100).setJudged(true).setNotable(true).build());
        put(made("passed-over", 10).setJudged(true).setStateOfTheArt(true).build());

        // When:
        book.settled();

        // Then:
        assertThat(count()).isEqualTo(1);
        assertThat(number("releases|notable|total=all|")).isEqualTo(1);
    }

    @Test
    void shouldNotFollowMakersOfWhomNothingIsKnown() {
        // Given:
        book.roll(TODAY);
        put(made("famous", 100)
                .setMakers(List.of(KnownMakers.OTHER))
                .setJudged(true)
                .setNotable(true)
                .build());
        put(made("after", 10).setMakers(List.of(KnownMakers.OTHER)).build());
        put(made("bold", 10).setMakers(List.of()).setStateOfTheArt(true).build());

        // When:
        book.settled();

        // Then:
        assertThat(count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldKeepWhatTheDefinitionSaysWhateverComesAndGoes(long seed) {
        // Given:
        var made = new RandomReleases(seed);
        var random = new Random(seed);
        var present = new ArrayList<CountedRelease>();
        book.roll(TODAY.minusDays(30));

        // When:
        for (int step = 0; step < 600; step++) {
            if (present.size() > 100 && random.nextInt(5) < 2) {
                CountedRelease gone = present.remove(random.nextInt(present.size()));
                book.change(Optional.of(gone), Optional.empty());
            } else {
                CountedRelease come = made.one("family-" + step, 0.5);
                present.add(come);
                put(come);
            }
        }
        book.roll(TODAY);
        book.settled();

        // Then:
        long undated = (long) number(ROW, "undated");
        assertThat(count() + undated)
                .isEqualTo(present.stream()
                        .filter(release -> !release.getDated() || release.getDay() <= TODAY.toEpochDay())
                        .filter(release -> isLikely(release, present))
                        .count());
    }

    private static boolean isLikely(CountedRelease release, List<CountedRelease> all) {
        if (release.getJudged()) {
            return release.getNotable();
        }
        return release.getStateOfTheArt()
                || (release.getDated()
                        && (release.getHeadlines().stream().anyMatch(variant -> isRecord(variant, all))
                                || release.getMakers().stream().anyMatch(maker -> hadNotable(maker, release, all))));
    }

    private static boolean isRecord(Headline variant, List<CountedRelease> all) {
        return variant.getDay() <= TODAY.toEpochDay()
                && all.stream()
                                .filter(CountedRelease::getDated)
                                .flatMap(release -> release.getHeadlines().stream())
                                .filter(other -> other.getDay() <= variant.getDay())
                                .filter(other -> other.getCompute() > variant.getCompute())
                                .count()
                        < 50;
    }

    private static boolean hadNotable(String maker, CountedRelease release, List<CountedRelease> all) {
        LocalDate day = LocalDate.ofEpochDay(release.getDay());
        return all.stream()
                .filter(other -> other.getDated() && other.getNotable())
                .filter(other -> other.getMakers().contains(maker))
                .map(other -> LocalDate.ofEpochDay(other.getDay()))
                .anyMatch(other -> !other.isAfter(day) && !other.isBefore(day.minusYears(3)));
    }

    private static CountedRelease.Builder made(String id, int daysAgo) {
        return CountedRelease.newBuilder()
                .setFamilyId(id)
                .setDay((int) TODAY.minusDays(daysAgo).toEpochDay())
                .setMakers(List.of("Heron"));
    }

    private void put(CountedRelease release) {
        book.change(Optional.empty(), Optional.of(release));
    }

    private long count() {
        return (long) number(ROW);
    }

    private double number(String row) {
        return number(row, "all");
    }

    private double number(String row, String window) {
        return Optional.ofNullable(book.published().get(row + window))
                .map(Tally::getNumber)
                .orElse(0.0);
    }
}
