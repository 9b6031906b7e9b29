package org.computedivide.producers.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled table is data that people read: a slip in it would be a wrong fact on everybody's first page. */
@NullUnmarked // a row is a map; a missing cell fails the test where it is read
class LandmarksTableTest {

    private static final List<String> COLUMNS = List.of(
            "name",
            "organizations",
            "organizationTypes",
            "countries",
            "publishedAt",
            "domains",
            "parameters",
            "trainingTokens",
            "datasetSize",
            "datasetUnit",
            "epochs",
            "trainingCompute",
            "computeLow",
            "computeHigh",
            "computeMethod",
            "confidence",
            "accelerator",
            "acceleratorCount",
            "trainingHours",
            "chipHours",
            "weights",
            "trainingCode",
            "baseModel",
            "notable",
            "url",
            "citation");

    private static final Map<String, Set<String>> WORDS = Map.of(
            "organizationTypes", Set.of("academia", "industry", "government", "nonprofit"),
            "domains",
                    Set.of(
                            "language",
                            "vision",
                            "image-generation",
                            "video",
                            "audio",
                            "biology",
                            "games",
                            "robotics",
                            "multimodal",
                            "other"),
            "datasetUnit", Set.of("tokens", "images"),
            "computeMethod",
                    Set.of(
                            "reported",
                            "operation-counting",
                            "hardware-time",
                            "third-party",
                            "comparison",
                            "benchmarks",
                            "cost",
                            "other"),
            "confidence", Set.of("confident", "likely", "speculative", "unknown"),
            "weights", Set.of("unrestricted", "restricted-use", "non-commercial", "api", "hosted", "unreleased"),
            "trainingCode", Set.of("open", "non-commercial", "restricted-use", "unreleased"),
            "notable", Set.of("true"));

    private static final List<String> LINES = lines();
    private static final List<Map<String, String>> ROWS = rows();

    @Test
    void shouldHoldAtLeastFourHundredModelsUnderTheAgreedColumns() {
        assertThat(ROWS).hasSizeBetween(400, 1_000);
        assertThat(ROWS.get(0)).containsOnlyKeys(COLUMNS);
    }

    @Test
    void shouldCreditItsSourceInItsFirstLines() {
        assertThat(LINES.stream().takeWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n")))
                .contains("Epoch AI", "Data on AI Models", "epoch.ai", "CC BY 4.0", "Changed here");
    }

    @Test
    void shouldCiteWhereEachRowComesFrom() {
        assertThat(ROWS).allSatisfy(row -> {
            assertThat(row.get("citation"))
                    .matches(
                            "https?://\\S{4,400} via Epoch AI, Data on AI Models \\(CC BY 4\\.0\\), 2026-0[37]-\\d\\d");
            assertThat(row.get("citation")).startsWith(row.get("url") + " via ");
            assertThat(URI.create(row.get("url").replace("|", "%7C")).getHost()).isNotBlank();
        });
    }

    @Test
    void shouldNameEachModelOfAMakerOnce() {
        assertThat(ROWS)
                .extracting(row -> row.get("name") + " by " + row.get("organizations"))
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("\\S.* by \\S.*"));
    }

    @Test
    void shouldSpanTheYearsFrom1950To2026InOrder() {
        List<LocalDate> dates = column("publishedAt").map(LocalDate::parse).toList();

        assertThat(dates).isSorted();
        assertThat(dates.get(0).getYear()).isEqualTo(1950);
        assertThat(dates.get(dates.size() - 1).getYear()).isEqualTo(2026);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organizationTypes",
                "domains",
                "datasetUnit",
                "computeMethod",
                "confidence",
                "weights",
                "trainingCode",
                "notable"
            })
    void shouldUseAgreedWordsOnly(String column) {
        assertThat(column(column).flatMap(LandmarksTableTest::parts))
                .isNotEmpty()
                .isSubsetOf(WORDS.get(column));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parameters",
                "trainingTokens",
                "datasetSize",
                "epochs",
                "trainingCompute",
                "computeLow",
                "computeHigh",
                "acceleratorCount",
                "trainingHours",
                "chipHours"
            })
    void shouldHoldPositiveNumbers(String column) {
        assertThat(column(column).filter(value -> !value.isEmpty()).map(Double::valueOf))
                .isNotEmpty()
                .allSatisfy(number -> assertThat(number).isPositive().isFinite());
    }

    @Test
    void shouldAlignTypesAndCountriesWithOrganizations() {
        assertThat(ROWS).allSatisfy(row -> {
            long organizations = parts(row.get("organizations")).count();
            assertThat(parts(row.get("organizationTypes")).count()).isEqualTo(organizations);
            assertThat(parts(row.get("countries")).count()).isIn(0L, 1L, organizations);
            assertThat(parts(row.get("countries"))).allMatch(code -> code.matches("[A-Z]{2}"));
        });
    }

    @Test
    void shouldStateTokensOnlyWhereTheComputeProvesTheUnit() {
        assertThat(ROWS.stream().filter(row -> !row.get("trainingTokens").isEmpty()))
                .hasSizeGreaterThan(50)
                .allSatisfy(row -> {
                    double counted = 6 * number(row, "parameters") * number(row, "trainingTokens");
                    assertThat(counted / number(row, "trainingCompute")).isBetween(0.9, 1.1);
                });
    }

    @Test
    void shouldKeepComputeInsideItsOwnInterval() {
        assertThat(ROWS.stream()
                        .filter(row -> !row.get("computeLow").isEmpty()
                                && !row.get("computeHigh").isEmpty()))
                .allSatisfy(
                        row -> assertThat(number(row, "computeLow")).isLessThanOrEqualTo(number(row, "computeHigh")));
    }

    private static Stream<String> column(String name) {
        return ROWS.stream().map(row -> row.getOrDefault(name, ""));
    }

    private static Stream<String> parts(String cell) {
        return Stream.of(cell.split(";")).filter(part -> !part.isEmpty());
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    private static List<Map<String, String>> rows() {
        String table = LINES.stream().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(table)) {
            return new ArrayList<>(rows.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines() {
        InputStream table =
                LandmarksTableTest.class.getResourceAsStream("/org/computedivide/producers/table/landmarks.csv");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(table, UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
