package org.computedivide.monitor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.computedivide.avro.Correction;
import org.computedivide.monitor.CannotRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final String HEADER =
            "Model,Organization,Organization categorization,Publication date,Training compute (FLOP),Model accessibility,Notable\n";

    @Test
    void shouldTakeTheStatesOfATableThroughTheTopologies(@TempDir Path directory) throws IOException {
        // Given:
        FactsFile first = file(directory.resolve("first.csv"), """
                Egret,Marsh University,Academia,2023-02-01,1e20,Open weights (unrestricted),True
                Heron,"Lake, Inc.,Marsh University","Industry,Academia",2023-03-01,1e22,API access,
                Ibis,Lake,Industry,2023-04-01,,,
                Gone,Lake,Industry,2023-04-02,2e22,,
                """);
        FactsFile second = file(directory.resolve("second.csv"), """
                Egret,Marsh University,Academia,2023-02-01,3e20,Open weights (unrestricted),True
                Heron,"Lake, Inc.,Marsh University","Industry,Academia",2023-03-01,1e22,API access,
                Ibis,Lake,Industry,2023-04-01,8e22,,
                Ibis,Lake,Industry,,,,
                """);

        // When:
        Replay.Outcome outcome = Replay.of(List.of(first, second));

        // Then:
        ObjectNode figures = new Figures(outcome.tallies(), outcome.trends()).all();
        assertThat(figures.path("rows").asLong()).isEqualTo(4);
        assertThat(figures.path("rowsWithoutDate").asLong()).isEqualTo(1);
        assertThat(figures.at("/selectionSizes/runningTop1").asLong()).isEqualTo(3);
        assertThat(figures.at("/affiliationSharesByYear/all/set/2023/share/academia")
                        .asDouble())
                .isEqualTo(1.0 / 3);
        assertThat(figures.at("/organizationHhiByYear/equalSplit/2023/organizations")
                        .asLong())
                .isEqualTo(3);
        assertThat(outcome.corrections())
                .extracting(Correction::getField)
                .containsExactlyInAnyOrder("compute", "identity");
    }

    @Test
    void shouldSayWhichCellIsWrong(@TempDir Path directory) throws IOException {
        // Given:
        Path file = Files.writeString(directory.resolve("bad.csv"), HEADER + "Egret,,,2023-02-30,1e20,,\n");

        // When: // Then:
        assertThatThrownBy(() -> FactsFile.read(file))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("row 'Egret', column 'Publication date': '2023-02-30' is not a date");
    }

    private static FactsFile file(Path file, String rows) throws IOException {
        return FactsFile.read(Files.writeString(file, HEADER + rows));
    }
}
