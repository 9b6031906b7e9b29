package org.computedivide.streams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "Tern 3.1 405B, sula/Tern-3.1-405B-Instruct-FP8, true",
        "Tern 3.1 405B, sula/tern3.1:405b, true",
        "Code Tern 7B, sula/CodeTern-7b, true",
        "Tern 3.1 405B, sula/Tern-3.1-70B, false",
        "Tern 3.1 8B, sula/Tern-3-8B, false",
        "Tern Vision 11B, sula/Tern-11B, false",
        "Tern 2 Thinking, sula/Tern-2, false",
        "Tern-J, sula/Tern-JT, false",
        "Tern-mini, sula/Tern, false",
        "Tern, sula/Tern-large, true",
        "Sula Tern 3, sula/Tern-3, true",
        "Tern 7B, sula/Tern-7B-v0.1, true",
        "Tern-2411, sula/Tern-2506, false",
        "Tern-R, sula/tern-r-v01, true",
        "Tern-R, sula/tern-r-v02, false",
        "Terns-Arctica, sula/Tern-Arctica-7B-Base, true",
        "Tern 16B, sula/tern-16b_P, true",
        "Tern 16B, sula/tern-p-16b, false",
        "Tern-1.6B, sula/Tern-1_6B-fim, true",
        "Tern-CLIP 8B, sula/Tern-CLIP-8B-448, true",
        "Tern-CLIP 8B, sula/Tern-448-CLIP-8B, false",
        "Tern Large Model 1.0, sula/Tern-I1-Full, false",
        "Tern-I1, sula/Tern-I1-Full, true",
        "Tern-1T, sula/Tern-290B, false",
        "Tern-1.1B, sula/Tern-1.1B-3T, true"
    })
    void shouldTellVariantsApartByNameWhateverTheSpelling(String row, String repository, boolean same)
            throws JsonProcessingException {
        // Given:
        JsonNode pair = pair(row("Sula", row, ""), repository(repository));

        // When:
        JsonNode answer = new Same().compare(pair);

        // Then:
        assertThat(answer.get("same").asBoolean()).as(answer.toString()).isEqualTo(same);
    }

    @Test
    void shouldKeepModelsOfTwoMakersApartThatBearOnePlainName() throws JsonProcessingException {
        // Given:
        JsonNode pair = pair(row("Deepgram", "Nova", ""), row("Amazon", "Nova", ""));

        // When:
        JsonNode answer = new Same().compare(pair);

        // Then:
        assertThat(answer.get("same").asBoolean()).isFalse();
        assertThat(answer.get("reason").asText()).contains("two makers");
    }

    @Test
    void shouldNotTakeDerivativeForItsBase() throws JsonProcessingException {
        // Given:
        JsonNode pair = pair(
                repository("sula/tern-7b"),
                "{\"source\":\"huggingface\",\"nativeId\":\"else/tern-7b-gguf\",\"title\":\"tern-7b-gguf\","
                        + "\"hub\":{\"baseModels\":[{\"relation\":\"quantized\",\"id\":\"sula/Tern-7B\"}]}}");

        // When:
        JsonNode answer = new Same().compare(pair);

        // Then:
        assertThat(answer.get("same").asBoolean()).isFalse();
        assertThat(answer.get("reason").asText()).contains("made from the other");
    }

    @Test
    void shouldKnowRepositoryByItsFormerName() throws JsonProcessingException {
        // Given:
        JsonNode pair = pair(
                repository("sula/tern-7b"),
                "{\"source\":\"huggingface\",\"nativeId\":\"sula-ai/Tern-1-7B\",\"title\":\"Tern-1-7B\","
                        + "\"hub\":{\"formerIds\":[\"sula/Tern-7B\"]}}");

        // When:
        JsonNode answer = new Same().compare(pair);

        // Then:
        assertThat(answer.get("same").asBoolean()).isTrue();
        assertThat(answer.get("reason").asText()).contains("repo:sula/tern-7b");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Tern Video | TernVideo: A Systematic Framework | true",
                "Tern | Tern-DiT: A Diffusion Transformer | false",
                "Tern 2 | Tern 2.5: Better Long Contexts | false",
                "Tern | How Birds Listen, and what a Network can learn from it | false"
            })
    void shouldFindModelInTitleOfPaper(String row, String title, boolean same) throws JsonProcessingException {
        // Given:
        JsonNode pair = pair(
                row("Sula", row, ""),
                "{\"source\":\"arxiv\",\"nativeId\":\"2601.00001\",\"title\":\"" + title
                        + "\",\"text\":\"We study it.\"}");

        // When:
        JsonNode answer = new Same().compare(pair);

        // Then:
        assertThat(answer.get("same").asBoolean()).as(answer.toString()).isEqualTo(same);
    }

    @ParameterizedTest(name = "{0}, {1} parameters, and {2}")
    @CsvSource({
        "Tern-Plus, 290000000000, Tern-1T, false",
        "Tern-Plus, 1000000000000, Tern-1T, true",
        "Tern-Plus, 290000000000, Tern, true",
    })
    void shouldTakeTheSizeInATitleForThatOfTheModel(String row, String parameters, String title, boolean same)
            throws JsonProcessingException {
        // Given:
        JsonNode pair = pair(
                "{\"source\":\"other\",\"nativeId\":\"%s\",\"title\":\"%1$s\",\"organizations\":[\"Sula\"],\"hub\":{\"parameters\":%s}}"
                        .formatted(row, parameters),
                "{\"source\":\"arxiv\",\"nativeId\":\"2510.00001\",\"title\":\"%s\"}".formatted(title));

        // When:
        JsonNode answer = new Same().compare(pair);

        // Then:
        assertThat(answer.get("same").asBoolean()).as(answer.toString()).isEqualTo(same);
    }

    @ParameterizedTest(name = "page of {0} and {1}")
    @CsvSource({
        "Sula.AI, SulaAI/tern-22B-token-500B, true",
        "Sula.AI, SulaAI/tern-2-22B-token, false",
        "Sula.AI, gannet/tern-22B-token-500B, false",
        "Sula.AI, SulaAI/arctictern-22B-token, false",
    })
    void shouldKnowAnUnregisteredMakerByItsAccount(String maker, String repository, boolean same)
            throws JsonProcessingException {
        // Given:
        JsonNode pair = pair(
                "{\"source\":\"blog\",\"nativeId\":\"p\",\"url\":\"https://sula.example/tern\",\"title\":\"Tern\",\"organizations\":[\"%s\"]}"
                        .formatted(maker),
                repository(repository));

        // When:
        JsonNode answer = new Same().compare(pair);

        // Then:
        assertThat(answer.get("same").asBoolean()).as(answer.toString()).isEqualTo(same);
    }

    @Test
    void shouldTrustOneSharedWordOnlyWhenDatesAgree() throws JsonProcessingException {
        // Given:
        String paper =
                "{\"source\":\"arxiv\",\"nativeId\":\"2601.00001\",\"title\":\"How Birds Listen\",\"text\":\"It learns by TernHop.\"}";

        // When:
        boolean near = new Same()
                .compare(pair(row("Sula", "TernHop ranker", "2026-01-12"), paper))
                .get("same")
                .asBoolean();
        boolean far = new Same()
                .compare(pair(row("Sula", "TernHop ranker", "2024-05-12"), paper))
                .get("same")
                .asBoolean();

        // Then:
        assertThat(near).isTrue();
        assertThat(far).isFalse();
    }

    @Test
    void shouldNotDependOnTheOrderOfThePair() throws JsonProcessingException {
        // Given:
        String row = row("Sula", "Tern 3 8B", "");
        String repository = repository("sula/tern-3-8b-it");

        // When:
        JsonNode one = new Same().compare(pair(row, repository));
        JsonNode other = new Same().compare(pair(repository, row));

        // Then:
        assertThat(one).isEqualTo(other);
    }

    @Test
    void shouldGoOnBehindLineThatIsNoPair() throws IOException {
        // Given:
        String lines = "{\"case\":\"x\",\"a\":{}}\n"
                + pair(row("Sula", "Tern", ""), repository("sula/Tern")).toString() + "\n";
        var out = new StringWriter();

        // When:
        int refused = new Same().run(new BufferedReader(new StringReader(lines)), new PrintWriter(out));

        // Then:
        assertThat(refused).isEqualTo(1);
        assertThat(out.toString().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"case\":\"x\"", "\"line\":1", "error"),
                        second -> assertThat(second).contains("\"same\":true"));
    }

    private static JsonNode pair(String a, String b) throws JsonProcessingException {
        return MAPPER.readTree("{\"case\":\"c\",\"a\":" + a + ",\"b\":" + b + "}");
    }

    private static String row(String maker, String name, String date) {
        return "{\"source\":\"table\",\"nativeId\":\"table-row:" + name + maker
                + "\",\"form\":\"table-row\",\"title\":\"" + name
                + "\",\"organizations\":[\"" + maker + "\"]"
                + (date.isEmpty() ? "" : ",\"publishedAt\":\"" + date + "\"")
                + "}";
    }

    private static String repository(String id) {
        return "{\"source\":\"huggingface\",\"nativeId\":\"" + id + "\",\"title\":\"" + id + "\",\"hub\":{}}";
    }
}
