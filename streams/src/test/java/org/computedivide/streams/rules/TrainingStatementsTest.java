package org.computedivide.streams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a training was run, read from sentences as authors write them, the headline run's values against a careful reader's. */
class TrainingStatementsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern EXPECTED = Pattern.compile("(\\w+)=([^=]+)(?=\\s+\\w+=|$)");
    private static final Map<String, String> PLACES = Map.of(
            "tokens", "/trainingTokens/value",
            "epochs", "/epochs/value",
            "count", "/accelerators/count",
            "hours", "/accelerators/hours",
            "chipHours", "/accelerators/chipHours",
            "chip", "/accelerators/name");

    private final Enrich enrich = new Enrich();

    /** A statement with what it says of each quantity. */
    record Statement(String title, String text, Map<String, String> expected) {

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Statement> statements() {
        return lines().filter(line -> !line.startsWith("#")).map(TrainingStatementsTest::statement);
    }

    private static Stream<String> lines() {
        try (InputStream in = TrainingStatementsTest.class.getResourceAsStream("training-statements.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Statement statement(String line) {
        List<String> parts = List.of(line.split(" \\|\\| ", -1));
        Map<String, String> expected = new TreeMap<>();
        EXPECTED.matcher(parts.get(2)).results().forEach(found -> expected.put(found.group(1), found.group(2)));
        return new Statement(parts.get(0), parts.get(1).replace("\\n", "\n"), expected);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void shouldReadTheHeadlineRunAsACarefulReaderDoes(Statement statement) {
        // Given:
        ObjectNode paper = MAPPER.createObjectNode()
                .put("source", "arxiv")
                .put("nativeId", "2401.00001")
                .put("title", statement.title())
                .put("text", statement.text());

        // When:
        ObjectNode read = enrich.enrich(paper);

        // Then:
        assertThat(statement.expected()).isNotEmpty();
        assertThat(wrong(read, statement.expected())).isEmpty();
    }

    private static List<String> wrong(ObjectNode read, Map<String, String> expected) {
        List<String> wrong = new ArrayList<>();
        expected.forEach((quantity, value) -> {
            String found = read.at(PLACES.get(quantity)).asText();
            if (!isRight(quantity, found, value.trim())) {
                wrong.add(quantity + ": " + found + " instead of " + value);
            }
        });
        return wrong;
    }

    /** Numbers within two in a hundred; a chip when its name holds one of those wanted; a dash for nothing. */
    private static boolean isRight(String quantity, String found, String wanted) {
        if (wanted.equals("-") || found.isEmpty()) {
            return found.isEmpty() && wanted.equals("-");
        }
        if (quantity.equals("chip")) {
            return Stream.of(wanted.split("\\|", -1)).anyMatch(found::contains);
        }
        double value = Double.parseDouble(wanted);
        return StrictMath.abs(Double.parseDouble(found) - value) <= 0.02 * value;
    }
}
