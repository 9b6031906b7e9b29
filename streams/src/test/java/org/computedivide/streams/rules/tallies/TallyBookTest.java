package org.computedivide.streams.rules.tallies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Tally;
import org.computedivide.streams.rules.Book;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TallyBookTest {

    private static final LocalDate TODAY = RandomReleases.TODAY;

    private final TallyBook book = new TallyBook();

    @Test
    void shouldCountByClassWithShareOfTheKnown() {
        // Given:
        book.roll(TODAY);
        put(release("a", 0).setAffiliation("industry").build());
        put(release("b", 3).setAffiliation("academia").build());
        put(release("c", 6).setAffiliation("unknown").build());
        put(release("d", 7).setAffiliation("industry").build());

        // When:
        book.settled();

        // Then:
        Tally week = row("releases|all|affiliation=industry|7d");
        assertThat(week.getNumber()).isEqualTo(1);
        assertThat(week.getMembers()).isEqualTo(1);
        assertThat(week.getNonMembers()).isEqualTo(1);
        assertThat(week.getUnknown()).isEqualTo(1);
        assertThat(week.getFrom()).isEqualTo("2026-02-24");
        assertThat(week.getTo()).isEqualTo("2026-03-02");
        assertThat(week.getExact()).isTrue();
        assertThat(week.getProvisional()).isTrue();
        assertThat(row("releaseShare|all|affiliation=industry|7d").getNumber()).isEqualTo(0.5);
        assertThat(row("releases|all|affiliation=industry|30d").getNumber()).isEqualTo(2);
        assertThat(row("releases|all|total=all|all").getNumber()).isEqualTo(4);
    }

    @Test
    void shouldCountMakersWithoutShares() {
        // Given:
        book.roll(TODAY);
        put(release("a", 0)
                .setMakers(List.of("Google DeepMind"))
                .setParents(List.of("Alphabet"))
                .build());
        put(release("b", 3).setMakers(List.of("Mistral")).build());

        // When:
        book.settled();

        // Then:
        Tally maker = row("releases|all|maker=Google DeepMind|7d");
        assertThat(maker.getMembers()).isEqualTo(1);
        assertThat(maker.getNonMembers()).isEqualTo(1);
        assertThat(row("releases|all|organization=Alphabet|7d").getNumber()).isEqualTo(1);
        assertThat(book.published().values())
                .filteredOn(tally -> List.of("maker", "organization").contains(tally.getDimension()))
                .extracting(Tally::getMeasure)
                .isNotEmpty()
                .noneMatch(measure -> measure.endsWith("Share"));
    }

    @Test
    void shouldSumAddedComputeExactlyWithIntervalAndShare() {
        // Given:
        book.roll(TODAY);
        put(compute(release("big", 10).setAffiliation("industry"), 5e26, 0.2));
        put(compute(release("small", 10).setAffiliation("academia"), 40, 0));
        put(release("silent", 10).setAffiliation("academia").build());
        put(release("guessed", 10).setAffiliation("academia").setImputed(true).build());

        // When:
        book.settled();

        // Then:
        Tally industry = row("compute|withCompute|affiliation=industry|30d");
        assertThat(industry.getNumber()).isEqualTo(5e26);
        assertThat(industry.getLow()).isBetween(5e26 * Math.pow(10, -0.4), 4.5e26);
        assertThat(industry.getHigh()).isBetween(5.5e26, 5e26 * Math.pow(10, 0.4));
        assertThat(industry.getExact()).isFalse();
        Tally academia = row("compute|withCompute|affiliation=academia|30d");
        assertThat(academia.getNumber()).isEqualTo(40);
        assertThat(academia.getMembers()).isEqualTo(1);
        assertThat(academia.getUnknown()).isEqualTo(2);
        assertThat(academia.getImputed()).isEqualTo(1);
        assertThat(row("computeShare|withCompute|affiliation=industry|30d").getNumber())
                .isCloseTo(1, within(1e-12));
        assertThat(row("computeKnown|all|affiliation=academia|30d").getNumber()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void shouldComeBackToNothingWhenAllIsTakenAway() {
        // Given:
        book.roll(TODAY);
        List<CountedRelease> releases = new RandomReleases(7).take(300);
        releases.forEach(this::put);
        book.settled();

        // When:
        releases.forEach(release -> book.change(Optional.of(release), Optional.empty()));
        SortedMap<String, Optional<Tally>> changes = book.settled();

        // Then:
        assertThat(changes.values()).isNotEmpty().containsOnly(Optional.empty());
        assertThat(book.published()).isEmpty();
    }

    @Test
    void shouldRollWindowsWhenNothingArrives() {
        // Given:
        book.roll(TODAY);
        put(release("a", 6).build());
        put(release("tomorrow", -1).build());
        book.settled();

        // When:
        book.roll(TODAY.plusDays(1));
        SortedMap<String, Optional<Tally>> changes = book.settled();

        // Then:
        assertThat(changes).containsKey("releases|all|total=all|7d");
        assertThat(row("releases|all|total=all|7d").getFrom()).isEqualTo("2026-02-25");
        assertThat(row("releases|all|total=all|7d").getNumber()).isEqualTo(1);
        assertThat(row("releases|all|total=all|30d").getNumber()).isEqualTo(2);
    }

    @Test
    void shouldPublishOnlyWhatDiffersAfterARestart() {
        // Given:
        List<CountedRelease> releases = new RandomReleases(3).take(200);
        SortedMap<String, Tally> before = rebuilt(releases, TODAY);
        book.restore(before.values());
        book.roll(TODAY);
        releases.subList(1, releases.size()).forEach(this::put);

        // When:
        SortedMap<String, Optional<Tally>> changes = book.settled();

        // Then:
        assertThat(changes.size()).isLessThan(before.size());
        assertThat(book.published()).isEqualTo(rebuilt(releases.subList(1, releases.size()), TODAY));
    }

    @Test
    void shouldTombstoneRowsOfWindowsThatEmptiedWhileItWasDown() {
        // Given:
        book.restore(rebuilt(new RandomReleases(3).take(20), TODAY).values());
        book.roll(TODAY);

        // When:
        book.settled();

        // Then:
        assertThat(book.published()).isEmpty();
    }

    @Test
    void shouldAccountForEveryReleaseOfTheWindowInEveryRow() {
        // Given:
        book.roll(TODAY);
        new RandomReleases(11).take(500).forEach(this::put);

        // When:
        book.settled();

        // Then:
        SortedMap<String, Tally> rows = book.published();
        assertThat(rows.values()).hasSizeGreaterThan(1000).allSatisfy(row -> {
            long all = universe(rows, row).getMembers();
            assertThat(row.getMembers() + row.getNonMembers() + row.getUnknown())
                    .isEqualTo(all);
            assertThat(row.getMembers()).isNotNegative();
            assertThat(row.getNonMembers()).isNotNegative();
            assertThat(row.getUnknown()).isNotNegative();
        });
    }

    /** All releases of the window, or all notable ones, or all that selections are made from. */
    private static Tally universe(SortedMap<String, Tally> rows, Tally row) {
        String all = switch (row.getSelection()) {
            case "all", "withCompute" -> "all";
            case "notable", "notableWithCompute" -> "notable";
            case "notableLikely", "notableLikelyWithCompute" -> "notableLikely";
            default -> "candidates";
        };
        return Optional.ofNullable(rows.get("releases|" + all + "|total=all|" + row.getWindow()))
                .orElseThrow();
    }

    @Test
    void shouldBoundAShareByItsUnknowns() {
        // Given:
        book.roll(TODAY);
        put(release("a", 1).setAffiliation("industry").build());
        put(release("b", 1).setAffiliation("academia").build());
        put(release("c", 1).setAffiliation("unknown").build());
        put(release("d", 1).setAffiliation("unknown").build());

        // When:
        book.settled();

        // Then:
        Tally share = row("releaseShare|all|affiliation=industry|30d");
        assertThat(share.getNumber()).isEqualTo(0.5);
        assertThat(share.getWorstLow()).isEqualTo(0.25);
        assertThat(share.getWorstHigh()).isEqualTo(0.75);
        assertThat(share.getCaveat()).contains("one half");
    }

    @Test
    void shouldDivideAReleaseOfTwoCountriesBetweenThem() {
        // Given:
        book.roll(TODAY);
        put(release("a", 1).setCountries(List.of("CN", "US")).build());
        put(release("b", 1).setCountries(List.of("US")).build());

        // When:
        book.settled();

        // Then:
        assertThat(row("releases|all|country=US|7d").getNumber()).isEqualTo(2);
        assertThat(row("releasesFractional|all|country=US|7d").getNumber()).isEqualTo(1.5);
        assertThat(row("releaseShareFractional|all|country=CN|7d").getNumber()).isEqualTo(0.25);
    }

    @Test
    void shouldTellMediansTheirRatioAndConcentration() {
        // Given:
        book.roll(TODAY);
        put(compute(release("a", 9).setAffiliation("industry").setOrganizations(List.of("Heron")), 6e24, 0));
        put(compute(release("b", 9).setAffiliation("industry").setOrganizations(List.of("Egret")), 2e24, 0));
        put(compute(release("c", 9).setAffiliation("academia").setOrganizations(List.of("Egret", "Ibis")), 2e24, 0));

        // When:
        book.settled();

        // Then:
        assertThat(row("medianCompute|withCompute|affiliation=industry|30d").getNumber())
                .isEqualTo(4e24);
        assertThat(row("divideRatio|withCompute|total=all|30d").getNumber()).isEqualTo(2);
        assertThat(row("hhi|withCompute|concentration=equalSplit|30d").getNumber())
                .isCloseTo(0.46, within(1e-12));
        assertThat(row("computeShare|withCompute|organization=Egret|30d").getNumber())
                .isCloseTo(0.3, within(1e-12));
        assertThat(row("hhi|withCompute|concentration=firstOrganization|30d").getNumber())
                .isCloseTo(0.52, within(1e-12));
    }

    @Test
    void shouldCountOverALineInThreeWays() {
        // Given:
        book.roll(TODAY);
        put(compute(release("over", 9).setDomains(List.of("language")), 2e25, 0));
        put(compute(release("perhaps", 9).setDomains(List.of("language")), 0.9e25, 0.3));
        put(compute(release("below", 9).setDomains(List.of("language")), 1e21, 0));
        put(release("silent", 9).setDomains(List.of("language")).build());
        put(release("unclassed", 9).build());

        // When:
        book.settled();

        // Then:
        assertThat(row("overLine|all|tier=≥1e25|30d").getNumber()).isEqualTo(1);
        assertThat(row("overLineExpected|all|tier=≥1e25|30d").getNumber()).isBetween(1.3, 1.5);
        assertThat(row("overLineLikely|all|tier=≥1e25|30d").getNumber()).isEqualTo(1);
        assertThat(row("overLine|all|tier=≥1e25|30d").getHigh()).isEqualTo(2);
        Tally guidelines = row("overLine|all|legalLine=eu-gpai-guidelines|30d");
        assertThat(guidelines.getNumber()).isEqualTo(2);
        assertThat(guidelines.getUnknown()).isEqualTo(2);
        assertThat(guidelines.getNonMembers()).isEqualTo(1);
    }

    @Test
    void shouldNotAskALineInLawOfWhatCameBeforeIt() {
        // Given:
        LocalDate eve = LocalDate.of(2025, 8, 1);
        book.roll(eve.plusDays(1));
        put(compute(CountedRelease.newBuilder().setFamilyId("eve").setDay((int) eve.toEpochDay()), 2e25, 0));

        // When:
        book.settled();

        // Then:
        assertThat(book.published()).doesNotContainKey("overLine|all|legalLine=eu-ai-act-51|30d");
        assertThat(row("overLine|all|tier=≥1e25|30d").getNumber()).isEqualTo(1);
    }

    @Test
    void shouldCarryIntervalsIntoAllThatRestsOnEstimates() {
        // Given:
        book.roll(TODAY);
        new RandomReleases(19).take(400).forEach(this::put);

        // When:
        book.settled();

        // Then:
        assertThat(book.published().values()).allSatisfy(row -> {
            assertThat(row.getLow() == null).as("%s", TallyBook.key(row)).isEqualTo(row.getExact());
            if (row.getLow() != null) {
                assertThat(row.getLow()).isLessThanOrEqualTo(row.getHigh());
            }
        });
        assertThat(row("medianCompute|withCompute|total=all|365d").getLow())
                .isLessThan(row("medianCompute|withCompute|total=all|365d").getHigh());
        assertThat(row("hhi|withCompute|concentration=equalSplit|365d").getExact())
                .isFalse();
        assertThat(row("releaseShare|runningTop10|affiliation=industry|all").getExact())
                .isFalse();
        assertThat(row("cost|all|total=all|365d").getHigh())
                .isGreaterThan(row("cost|all|total=all|365d").getNumber());
    }

    @Test
    void shouldNotTakeUpWhatWasDrawnOfReleasesThatHaveChanged() {
        // Given:
        book.roll(TODAY);
        put(compute(release("a", 9), 2e24, 0.3));
        Book.Work drawing = book.work().orElseThrow();
        put(compute(release("b", 9), 3e25, 0.3));

        // When:
        drawing.run().run();
        book.changes();

        // Then:
        Tally sum = row("compute|withCompute|total=all|30d");
        assertThat(sum.getNumber()).isEqualTo(3.2e25);
        assertThat(sum.getLow()).isNull();
        assertThat(sum.getExact()).isFalse();
        assertThat(book.work()).isPresent();
    }

    @Test
    void shouldTellWhoOpensTheirCode() {
        // Given:
        book.roll(TODAY);
        for (int i = 0; i < 4; i++) {
            put(release("uni" + i, 9)
                    .setAffiliation("academia")
                    .setTrainingCode(i < 3 ? "open" : "unreleased")
                    .build());
            put(release("firm" + i, 9)
                    .setAffiliation("industry")
                    .setTrainingCode(i < 1 ? "open" : "unreleased")
                    .build());
        }
        put(release("silent", 9).setAffiliation("industry").build());

        // When:
        book.settled();

        // Then:
        assertThat(row("openCodeShare|all|industryTakesPart=no|30d").getNumber())
                .isEqualTo(0.75);
        Tally firms = row("openCodeShare|all|industryTakesPart=yes|30d");
        assertThat(firms.getNumber()).isEqualTo(0.25);
        assertThat(firms.getWorstLow()).isEqualTo(0.2);
        assertThat(firms.getWorstHigh()).isEqualTo(0.4);
        assertThat(row("industryCodeCorrelation|all|total=all|30d").getNumber()).isEqualTo(-0.5);
    }

    static List<Long> seeds() {
        return IntStream.range(0, 30).mapToObj(Long::valueOf).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldGiveTheSameRowsInWhateverOrder(long seed) {
        // Given:
        List<CountedRelease> releases = new RandomReleases(42).take(60);
        Random random = new Random(seed);
        var steps = new ArrayList<CountedRelease>(releases);
        steps.addAll(releases.subList(0, 30));
        Collections.shuffle(steps, random);
        Map<String, CountedRelease> counted = new HashMap<>();

        // When:
        book.roll(TODAY.minusDays(random.nextInt(500)));
        for (CountedRelease release : steps) {
            meddle(counted, release, random);
            if (random.nextInt(60) == 0) {
                book.settled();
            }
            if (random.nextInt(30) == 0) {
                book.roll(TODAY.minusDays(random.nextInt(500)));
            }
        }
        book.roll(TODAY);
        book.settled();

        // Then:
        assertThat(bytes(book.published())).isEqualTo(bytes(rebuilt(releases, TODAY)));
    }

    /** Inserts the release by way of another version or a withdrawal, now and then. */
    private void meddle(Map<String, CountedRelease> counted, CountedRelease release, Random random) {
        String id = release.getFamilyId();
        if (random.nextInt(3) == 0) {
            change(counted, id, Optional.of(new RandomReleases(random.nextLong()).one(id, 0.5)));
        }
        if (random.nextInt(3) == 0) {
            change(counted, id, Optional.empty());
        }
        change(counted, id, Optional.of(release));
    }

    private void change(Map<String, CountedRelease> counted, String id, Optional<CountedRelease> now) {
        book.change(Optional.ofNullable(counted.get(id)), now);
        now.ifPresentOrElse(release -> counted.put(id, release), () -> counted.remove(id));
    }

    private static SortedMap<String, Tally> rebuilt(List<CountedRelease> releases, LocalDate day) {
        var fresh = new TallyBook();
        fresh.roll(day);
        releases.forEach(release -> fresh.change(Optional.empty(), Optional.of(release)));
        fresh.settled();
        return fresh.published();
    }

    private static String bytes(SortedMap<String, Tally> rows) {
        return rows.toString();
    }

    private Tally row(String key) {
        return Optional.ofNullable(book.published().get(key)).orElseThrow(() -> new AssertionError("no row " + key));
    }

    private void put(CountedRelease release) {
        book.change(Optional.empty(), Optional.of(release));
    }

    private static CountedRelease compute(CountedRelease.Builder release, double flop, double sigma) {
        return release.setCumulative(flop)
                .setAdded(flop)
                .setSigma(sigma)
                .setMethod("curated")
                .build();
    }

    private static CountedRelease.Builder release(String id, int daysAgo) {
        return CountedRelease.newBuilder().setFamilyId(id).setDay((int)
                TODAY.minusDays(daysAgo).toEpochDay());
    }
}
