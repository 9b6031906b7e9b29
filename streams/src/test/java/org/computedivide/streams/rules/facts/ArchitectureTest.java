package org.computedivide.streams.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts from configs of published models against what their files hold; {@code configs.jsonl} has both. */
class ArchitectureTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double RIGHT = 2;

    static Stream<JsonNode> models() throws IOException {
        try (InputStream in = ArchitectureTest.class.getResourceAsStream("configs.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().map(ArchitectureTest::parse).toList().stream();
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldCountWhatTheFilesHold(JsonNode model) {
        // Given:
        Config config = new Config(model.path("config"));

        // When:
        Optional<Architecture.Count> count = Architecture.of(config);

        // Then:
        assertThat(count).isPresent();
        assertThat(count.orElseThrow().total()).isCloseTo(model.path("files").asDouble(), withinPercentage(RIGHT));
    }

    @Test
    void shouldCountWhatIsActiveWhenExpertsAreChosen() {
        // Given:
        Config config = new Config(
                parse(
                        "{\"model_type\":\"qwen3_moe\",\"hidden_size\":2048,\"num_hidden_layers\":48,"
                                + "\"num_attention_heads\":32,\"num_key_value_heads\":4,\"head_dim\":128,\"intermediate_size\":6144,"
                                + "\"moe_intermediate_size\":768,\"num_experts\":128,\"num_experts_per_tok\":8,\"vocab_size\":151936}"));

        // When:
        double active = Architecture.of(config).orElseThrow().active();

        // Then:
        assertThat(active).isCloseTo(3.04e9, withinPercentage(RIGHT));
    }

    @Test
    void shouldNotCountWhenTheTowerOfAModelThatSeesIsUnknown() {
        // Given:
        Config config = new Config(
                parse(
                        "{\"model_type\":\"orion_vl\",\"vision_config\":{},\"text_config\":{\"model_type\":\"llama\","
                                + "\"hidden_size\":4096,\"num_hidden_layers\":32,\"num_attention_heads\":32,\"intermediate_size\":11008,\"vocab_size\":32000}}"));

        // When:
        Optional<Architecture.Count> count = Architecture.of(config);

        // Then:
        assertThat(count).isEmpty();
    }
}
