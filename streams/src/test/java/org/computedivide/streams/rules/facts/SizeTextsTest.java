package org.computedivide.streams.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.computedivide.streams.rules.Enrich;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The headline sizes of announcements written for this test in the manner of abstracts, cards and posts, with what a careful
 * analyst reads: size-texts.tsv holds source, id, title, text, parameters and active parameters ({@code -} for none).
 */
class SizeTextsTest {

    private static final double RIGHT = 0.02;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One announcement and its sizes; NaN where it states none. */
    private record Text(String source, String id, String title, String text, double parameters, double active) {

        @Override
        public String toString() {
            return title + ": " + text.substring(0, Math.min(60, text.length()));
        }
    }

    static Stream<Text> texts() throws IOException {
        try (InputStream in = SizeTextsTest.class.getResourceAsStream("size-texts.tsv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream().skip(1).map(SizeTextsTest::text);
        }
    }

    private static Text text(String line) {
        String[] cells = line.split("\t", -1);
        return new Text(cells[0], cells[1], cells[2], cells[3].replace('¶', '\n'), number(cells[4]), number(cells[5]));
    }

    private static double number(String cell) {
        return cell.equals("-") ? Double.NaN : Double.parseDouble(cell);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void shouldReadTheHeadlineSizesWhenAnAnnouncementNamesOthersToo(Text text) {
        // Given:
        ObjectNode observation = JSON.createObjectNode()
                .put("source", text.source())
                .put("nativeId", text.id())
                .put("title", text.title())
                .put("text", text.text())
                .put("publishedAt", "2024-06-01");

        // When:
        JsonNode read = new Enrich().enrich(observation);

        // Then:
        assertSize(read.path("parameters").path("value"), text.parameters());
        assertSize(read.path("activeParameters").path("value"), text.active());
    }

    private static void assertSize(JsonNode value, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(value.isMissingNode()).as("no size, but got %s", value).isTrue();
        } else {
            assertThat(value.asDouble()).isCloseTo(expected, within(RIGHT * expected));
        }
    }
}
