package org.computedivide.producers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.computedivide.producers.feed.Lab;
import org.junit.jupiter.api.Test;

/** The page about sources names those that there are. */
class SourcesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "sources.md");

    @Test
    void shouldNameEveryLab() throws IOException {
        // Given:
        String page = Files.readString(PAGE);

        // When:
        List<Lab> labs = Lab.bundled();

        // Then:
        assertThat(labs).isNotEmpty().allSatisfy(lab -> assertThat(page).contains("`" + lab.id() + "`"));
    }

    @Test
    void shouldStateTheDefaults() throws IOException {
        // Given:
        String page = Files.readString(PAGE);

        // When:
        ProducersSettings defaults = ProducersSettings.defaults();

        // Then:
        assertThat(page)
                .contains(String.join(", ", defaults.categories()))
                .contains("every " + defaults.arxivInterval().toMinutes() + " minutes; announcement")
                .contains("every " + defaults.feedInterval().toMinutes() + " minutes | one post")
                .contains("may take " + defaults.answerTimeout().toSeconds() + " s");
    }
}
