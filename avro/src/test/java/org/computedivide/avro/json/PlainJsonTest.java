package org.computedivide.avro.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.computedivide.avro.Observation;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.junit.jupiter.api.Test;

class PlainJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldReadWhatItWrote() throws Exception {
        // Given:
        JsonNode json = JSON.readTree("""
                {"source": "huggingface", "nativeId": "acme/quokka-7b", "url": "https://huggingface.co/acme/quokka-7b",
                 "title": "acme/quokka-7b", "publishedAt": "2026-02-17", "observedAt": "2026-02-17T10:00:00Z",
                 "organizations": ["acme"], "text": "Quokka 7B", "hub": {"license": "mit", "parameters": 7000000000,
                 "config": {"hidden_size": 4096}, "baseModels": [{"relation": "finetune", "id": "x/y"}]}}""");

        // When:
        Observation observation = PlainJson.read(json, Observation.class);

        // Then:
        assertThat(observation.getObservedAt()).isEqualTo(Instant.parse("2026-02-17T10:00:00Z"));
        assertThat(observation.getHub().getConfig()).isEqualTo("{\"hidden_size\":4096}");
        assertThat(PlainJson.write(observation).get("hub")).isEqualTo(json.get("hub"));
        assertThat(PlainJson.read(PlainJson.write(observation), Observation.class))
                .isEqualTo(observation);
    }

    @Test
    void shouldFillDefaultsSoThatTheWireAcceptsThem() {
        // Given:
        var serde = TopicSerdes.embedded().of(Topics.OBSERVATIONS);

        // When:
        Observation observation = PlainJson.read(JSON.createObjectNode(), Observation.class);

        // Then:
        byte[] bytes = serde.serializer().serialize("t", observation);
        assertThat(serde.deserializer().deserialize("t", bytes)).isEqualTo(observation);
        assertThat(observation.getState()).isEqualTo("present");
    }

    @Test
    void shouldNameTheFieldWhenTheShapeIsWrong() throws Exception {
        // Given:
        JsonNode json = JSON.readTree("{\"hub\": {\"tags\": \"not a list\"}}");

        // Then:
        assertThatThrownBy(() -> PlainJson.read(json, Observation.class))
                .isInstanceOf(PlainJson.WrongShape.class)
                .hasMessage("field hub.tags must be a list, but is string");
    }
}
