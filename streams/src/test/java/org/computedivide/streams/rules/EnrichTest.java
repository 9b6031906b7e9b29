package org.computedivide.streams.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrichTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Enrich enrich = new Enrich();

    @Test
    void shouldWriteTheContract() throws IOException {
        // Given:
        JsonNode envelope = MAPPER.readTree("""
                {"case": "c1", "expected": {"kind": "ignored"}, "observation": {
                  "source": "huggingface", "nativeId": "Qwen/Quokka2-7B", "organizations": ["Qwen"],
                  "text": "# Quokka2\\nQuokka2-7B was pretrained on 3 trillion tokens.",
                  "hub": {"license": "apache-2.0", "gated": false, "pipelineTag": "text-generation",
                          "parameters": 7615616512, "config": {"model_type": "quokka"}}}}
                """);

        // When:
        ObjectNode output = enrich.enrich(envelope);

        // Then:
        assertThat(output.path("case").asText()).isEqualTo("c1");
        assertThat(output.path("kind").asText()).isEqualTo("base");
        assertThat(output.path("release").asText()).isEqualTo("true");
        assertThat(output.path("family").asText()).isEqualTo("quokka-2");
        assertThat(output.path("variant").asText()).isEqualTo("7b");
        assertThat(output.at("/affiliation/type").asText()).isEqualTo("industry");
        assertThat(output.at("/affiliation/organizations/0/name").asText()).isEqualTo("Alibaba");
        assertThat(output.at("/openness/weights").asText()).isEqualTo("unrestricted");
        assertThat(output.at("/openness/license").asText()).isEqualTo("Apache-2.0");
        assertThat(output.at("/domain/0").asText()).isEqualTo("language");
        assertThat(output.at("/parameters/value").asDouble()).isEqualTo(7615616512d);
        assertThat(output.has("expected")).isFalse();
        assertThat(output.path("methodsVersion").asText()).isEqualTo(Methods.version());
    }

    @Test
    void shouldGoOnAfterABadLine() throws IOException {
        // Given:
        String lines = """
                {"case": 1, "observation": {"source": "arxiv", "title": "Quokka"}}
                {"case": 2, "observation": {"title": ["no", "text"]}}
                not JSON at all

                {"case": 3, "source": "blog", "title": "Quokka"}
                """;
        var out = new StringWriter();

        // When:
        int refused = enrich.run(new BufferedReader(new StringReader(lines)), new PrintWriter(out));

        // Then:
        List<String> written = out.toString().lines().toList();
        assertThat(refused).isEqualTo(2);
        assertThat(written).hasSize(4);
        assertThat(written.get(1)).contains("\"case\":2", "title");
        assertThat(written.get(2)).contains("not JSON");
        assertThat(written.get(3)).contains("\"case\":3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "null", "{\"observation\": 5}", "{\"hub\": {\"files\": \"a\"}}"})
    void shouldRefuseWhatIsNoObservation(String json) throws IOException {
        // Given:
        JsonNode input = MAPPER.readTree(json);

        // When:
        // Then:
        assertThatThrownBy(() -> enrich.enrich(input)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"source\": \"huggingface\", \"nativeId\": \"/\", \"hub\": {\"parameters\": -5, \"tags\": [\"base_model:\", \"arxiv:\", \"base_model::\"]}}",
                "{\"source\": \"huggingface\", \"nativeId\": \"a/\\u202eb'; drop--\", \"hub\": {\"parameters\": 9223372036854775807}}",
                "{\"source\": \"arxiv\", \"title\": \"\\u202e<script>\", \"authors\": [{\"affiliations\": [\"\", \" \"]}], \"organizations\": [\"\", \"@\", \"()\"]}",
                "{\"source\": \"blog\", \"url\": \"not an address\", \"links\": [\"\", \"http://\", \"https://huggingface.co/\"]}",
            })
    void shouldSurviveOddObservations(String json) throws IOException {
        // Given:
        JsonNode input = MAPPER.readTree(json);

        // When:
        ObjectNode output = enrich.enrich(input);

        // Then:
        assertThat(output.path("kind").asText()).isNotEmpty();
    }
}
