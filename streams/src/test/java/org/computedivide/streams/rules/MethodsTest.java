package org.computedivide.streams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MethodsTest {

    @Test
    void shouldHashEveryDataFile() throws IOException {
        // When:
        try (var files = Files.list(Path.of("src/main/resources/org/computedivide/streams/data"))) {
            // Then:
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Methods.DATA_FILES);
        }
    }
}
