package org.computedivide.monitor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about running the monitor names every setting. */
class OperationsPageTest {

    @Test
    void shouldNameEverySetting() throws IOException {
        // When:
        String page = Files.readString(Path.of("..", "docs", "operations.md"));

        // Then:
        assertThat(Setting.values()).allSatisfy(setting -> assertThat(page).contains("`" + setting.key() + "`"));
    }
}
