package org.computedivide.streams.rules.literature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.computedivide.avro.ClaimFigure;
import org.computedivide.avro.LiteratureClaim;
import org.computedivide.avro.Tally;
import org.computedivide.avro.Trend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LiteratureBookTest {

    private static final String SHARE = "releaseShare|withCompute|affiliation=academia|365d";
    private static final String PART = "releases|all|affiliation×tier=academia×≥1e23|year:2025";
    private static final String WHOLE = "releases|all|tier=≥1e23|year:2025";

    private final LiteratureBook book = new LiteratureBook(PublishedClaims.bundled());

    @Test
    void shouldReproduceTheDoublingOfTheirOwnTwentyPoints() {
        // When:
        ClaimFigure figure = figures("doubling-2012-2018").get(0);

        // Then:
        assertThat(figure.getValue()).isCloseTo(3.39, within(0.005));
        assertThat(figure.getN()).isEqualTo(6);
        assertThat(figure.getLow()).isBetween(2.0, 3.39);
        assertThat(figure.getHigh()).isBetween(3.39, 8.0);
    }

    @Test
    void shouldReproduceTheGrowthOfTheirOwnTwentyPoints() {
        // When:
        List<ClaimFigure> figures = figures("growth-300000");

        // Then:
        assertThat(figures).extracting(figure -> Math.round(figure.getValue())).containsExactly(321_726L, 72_570L);
    }

    @ParameterizedTest
    @CsvSource({"0, 626155", "1, 1438", "2, 262", "3, 192", "4, 26"})
    void shouldReproduceTheEmissionsOfStrubell(int place, double published) {
        // When:
        ClaimFigure figure = figures("energy-strubell").get(place);

        // Then:
        assertThat(figure.getValue() / published).isBetween(0.98, 1.02);
    }

    @Test
    void shouldTakeOverATallyWithAllThatQualifiesIt() {
        // Given:
        Tally tally = Tally.newBuilder()
                .setNumber(0.12)
                .setUnit("fraction")
                .setMembers(12)
                .setNonMembers(88)
                .setUnknown(40)
                .setProvisional(true)
                .build();

        // When:
        book.tally(SHARE, Optional.of(tally));

        // Then:
        ClaimFigure figure = from(figures("academic-share"), SHARE);
        assertThat(figure.getValue()).isEqualTo(0.12);
        assertThat(figure.getN()).isEqualTo(100);
        assertThat(figure.getUnknown()).isEqualTo(40);
        assertThat(figure.getProvisional()).isTrue();
        assertThat(figure.getLow()).isNull();
    }

    @Test
    void shouldSayNothingWhereNothingIsCounted() {
        // Given:
        book.tally(SHARE, Optional.of(Tally.newBuilder().setNumber(0.12).build()));

        // When:
        book.tally(SHARE, Optional.empty());

        // Then:
        assertThat(from(figures("academic-share"), SHARE).getValue()).isNull();
    }

    @Test
    void shouldCallAMissingPartOfAKnownWholeNone() {
        // Given:
        Tally whole = Tally.newBuilder()
                .setNumber(119.0)
                .setUnit("releases")
                .setMembers(119)
                .build();

        // When:
        book.tally(WHOLE, Optional.of(whole));

        // Then:
        ClaimFigure figure = from(figures("academic-share"), PART + " / " + WHOLE);
        assertThat(figure.getValue()).isZero();
        assertThat(figure.getUnit()).isEqualTo("fraction");
        assertThat(figure.getN()).isEqualTo(119);
    }

    @Test
    void shouldTakeOverATrend() {
        // Given:
        Trend trend =
                Trend.newBuilder().setDoublingMonths(5.1).setLow(4.7).setN(93).build();

        // When:
        book.trend("doubling-time|runningTop10From2018", Optional.of(trend));

        // Then:
        ClaimFigure figure = from(figures("doubling-2012-2018"), "doubling-time|runningTop10From2018");
        assertThat(figure.getValue()).isEqualTo(5.1);
        assertThat(figure.getUnit()).isEqualTo("months");
    }

    static List<PublishedClaims.Entry> claims() {
        return PublishedClaims.bundled().claims();
    }

    @ParameterizedTest
    @MethodSource("claims")
    void shouldSayOfEveryClaimWhoWhereAndHowItStands(PublishedClaims.Entry claim) {
        // When:
        LiteratureClaim written = Objects.requireNonNull(book.claims().get(claim.id()));

        // Then:
        assertThat(written.getUrl()).startsWith("https://");
        assertThat(Set.of("reproduced", "live", "other-population", "not-reproduced"))
                .contains(written.getStanding());
        assertThat(written.getWhy()).endsWith(".");
        assertThat(written.getFigures())
                .allSatisfy(figure ->
                        assertThat(Set.of("reproduced", "ours", "neighbour")).contains(figure.getRole()));
        assertThat(written.getStanding().equals("reproduced"))
                .isEqualTo(written.getFigures().stream()
                        .anyMatch(figure -> figure.getRole().equals("reproduced") && figure.getValue() != null));
    }

    private List<ClaimFigure> figures(String id) {
        return Objects.requireNonNull(book.claims().get(id)).getFigures();
    }

    private static ClaimFigure from(List<ClaimFigure> figures, String origin) {
        return figures.stream()
                .filter(figure -> figure.getFrom().equals(origin))
                .findFirst()
                .orElseThrow();
    }
}
