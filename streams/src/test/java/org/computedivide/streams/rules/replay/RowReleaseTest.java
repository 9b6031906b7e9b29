package org.computedivide.streams.rules.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Release;
import org.computedivide.avro.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReleaseTest {

    @Test
    void shouldTakeARowAsItIsWritten() {
        // Given:
        Observation row = row(
                stated("organizationType", "Academia,Industry,Industry,Industry", null),
                stated("country", "France,Korea (Republic of)", null),
                stated("accessibility", "Open weights (restricted use)", null),
                stated("notable", "True", null),
                stated("trainingCompute", "1.92000001e21", 1.92000001e21));

        // When:
        Release release = RowRelease.of("facts/Heron-1#1", row);

        // Then:
        assertThat(release.getCompute().getValue()).isEqualTo(1.92000001e21);
        assertThat(release.getCompute().getAdded()).isEqualTo(1.92000001e21);
        assertThat(release.getCompute().getMethod()).isEqualTo("curated");
        assertThat(release.getCompute().getBoundary()).isEqualTo("unknown");
        assertThat(release.getPublishedDay()).isEqualTo("2024-05-06");
        assertThat(release.getAffiliation()).isEqualTo("collaboration");
        assertThat(release.getAffiliationByShare()).isEqualTo("industry");
        assertThat(release.getCountries()).containsExactly("FR", "KR");
        assertThat(release.getOpenness().getWeights()).isEqualTo("restricted-use");
        assertThat(release.getFlags()).containsExactly("notable");
        assertThat(release.getVariants())
                .singleElement()
                .satisfies(variant -> assertThat(variant.getHeadline()).isTrue());
    }

    @Test
    void shouldKeepRowsOfOneNameApart() {
        // When: // Then:
        assertThat(RowRelease.familyId("facts/Heron-1#1", "Heron-1"))
                .startsWith("heron-1-")
                .isNotEqualTo(RowRelease.familyId("facts/Heron-1#2", "Heron-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', unknown",
        "academia, academia",
        "academia industry, collaboration",
        "academia industry industry, collaboration",
        "academia industry industry industry, industry",
        "academia academia government government, mixed",
        "nonprofit nonprofit government, nonprofit"
    })
    void shouldCountEntriesByTheThirtyPercentRule(String types, String wanted) {
        // When: // Then:
        assertThat(EntryShare.of(types.isEmpty() ? List.of() : List.of(types.split(" "))))
                .isEqualTo(wanted);
    }

    private static Observation row(Statement... statements) {
        return Observation.newBuilder()
                .setTitle("Heron-1")
                .setPublishedAt("2024-05-06")
                .setStatements(List.of(statements))
                .build();
    }

    private static Statement stated(String field, String text, @Nullable Double number) {
        return Statement.newBuilder()
                .setField(field)
                .setText(text)
                .setNumber(number)
                .build();
    }
}
