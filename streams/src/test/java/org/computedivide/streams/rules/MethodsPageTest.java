package org.computedivide.streams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.computedivide.streams.rules.literature.PublishedClaims;
import org.computedivide.streams.rules.text.CsvTable;
import org.junit.jupiter.api.Test;

/** The page that readers trust says what the data files say. */
class MethodsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "methods.md");

    @Test
    void shouldStateEveryWidthAsItStandsInTheDataFile() throws IOException {
        // Given:
        List<String> lines = Files.readAllLines(PAGE);

        // When: // Then:
        assertThat(CsvTable.read("widths.csv"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(lines)
                        .as(row.get("id"))
                        .anyMatch(line -> line.contains("`%s` | %s |".formatted(row.get("id"), row.get("sigma")))
                                && line.contains(" %s |".formatted(row.get("n")))));
    }

    @Test
    void shouldStateTheRoundedFactorsOfTheEstimates() throws IOException {
        // Given:
        String page = Files.readString(PAGE);

        // When: // Then:
        assertThat(page)
                .contains(
                        "C = 6 · N · D · E",
                        "0.5 · (11 − log10 D)",
                        "4 · N of the base · D",
                        "U is what the source states, else 0.30")
                .contains("`estimates.csv`", "`prior.csv`", "`base-families.csv`");
    }

    @Test
    void shouldNameEveryTier() throws IOException {
        // Given:
        String page = Files.readString(PAGE);

        // When: // Then:
        assertThat(CsvTable.read("tiers.csv"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(page).contains(row.getOrDefault("flop", "missing")));
    }

    @Test
    void shouldNameEveryClaimOfTheLiteratureAndHowItStands() throws IOException {
        // Given:
        List<String> lines = Files.readAllLines(PAGE);

        // When: // Then:
        assertThat(PublishedClaims.bundled().claims())
                .isNotEmpty()
                .allSatisfy(claim -> assertThat(lines)
                        .as(claim.id())
                        .contains("| %s (%s) | %s | %s | %s |"
                                .formatted(
                                        claim.claim(),
                                        claim.source(),
                                        claim.published(),
                                        claim.standing(),
                                        claim.why())));
    }
}
