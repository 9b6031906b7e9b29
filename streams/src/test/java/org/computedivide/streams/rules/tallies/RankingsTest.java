package org.computedivide.streams.rules.tallies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Headline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Selections that are kept as variants come and go, against the same made anew from their definition. */
class RankingsTest {

    private final Map<Selection, Set<String>> kept = new HashMap<>();
    private final RunningTops tops = new RunningTops(this::changed);
    private final TopPerYear perYear = new TopPerYear(this::changed);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldKeepTheRecordsOfTheirDayWhateverComesAndGoes(long seed) {
        // Given:
        Random random = new Random(seed);
        List<Ranked> present = new ArrayList<>();

        // When:
        for (int step = 0; step < 900; step++) {
            if (present.size() > 20 && random.nextInt(5) < 2) {
                Ranked gone = present.remove(random.nextInt(present.size()));
                tops.remove(gone);
                perYear.remove(gone);
            } else {
                Ranked come = variant("v" + step, random);
                present.add(come);
                tops.add(come);
                perYear.add(come);
            }
            if (step % 30 == 0) {
                assertKept(present);
            }
        }

        // Then:
        assertKept(present);
    }

    private void assertKept(List<Ranked> present) {
        for (int k : RunningTops.SIZES) {
            assertThat(kept.getOrDefault(Selection.runningTop(k), Set.of()))
                    .as("running top %d of %d", k, present.size())
                    .isEqualTo(names(present, variant -> larger(present, variant) < k));
        }
        assertThat(kept.getOrDefault(Selection.TOP_10_PER_YEAR, Set.of()))
                .isEqualTo(names(present, variant -> largerInYear(present, variant) < 10));
    }

    private static long larger(List<Ranked> all, Ranked variant) {
        return all.stream()
                .filter(other -> other.day() <= variant.day() && other.compute() > variant.compute())
                .count();
    }

    private static long largerInYear(List<Ranked> all, Ranked variant) {
        return all.stream()
                .filter(other -> year(other) == year(variant) && other.compute() > variant.compute())
                .count();
    }

    private static int year(Ranked variant) {
        return LocalDate.ofEpochDay(variant.day()).getYear();
    }

    private static Set<String> names(List<Ranked> all, java.util.function.Predicate<Ranked> in) {
        return all.stream()
                .filter(in)
                .map(variant -> variant.release().getFamilyId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Few days and few sizes, so that they compete on one day and tie. */
    private static Ranked variant(String name, Random random) {
        int day = 15_000 + random.nextInt(700);
        double compute = StrictMath.pow(2, random.nextInt(60) + day / 50.0);
        return new Ranked(
                CountedRelease.newBuilder().setFamilyId(name).build(),
                Headline.newBuilder().setDay(day).setCompute(compute).build());
    }

    private void changed(Selection selection, Ranked variant, boolean in) {
        Set<String> names = kept.computeIfAbsent(selection, key -> new TreeSet<>());
        String name = variant.release().getFamilyId();
        assertThat(in ? names.add(name) : names.remove(name)).as("told once").isTrue();
    }
}
