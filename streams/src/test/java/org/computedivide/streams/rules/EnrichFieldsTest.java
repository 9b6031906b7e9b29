package org.computedivide.streams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What enrich prints beside the plain contract: inherited and added compute, boundary, stage, flags. */
class EnrichFieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldTellInheritedFromAddedWithBoundaryAndStage() throws JsonProcessingException {
        // When:
        JsonNode line = enrich("""
                {"source": "huggingface", "nativeId": "lab/Orion-8B-id", "title": "Orion-8B-id", "publishedAt": "2025-03-01",
                 "organizations": ["Lab"], "text": "Orion-8B-id was continually pre-trained from Llama 3.1 8B on 50B tokens.",
                 "hub": {"license": "apache-2.0", "baseModels": [{"relation": "finetune", "id": "meta-llama/Llama-3.1-8B"}]}}""");

        // Then:
        JsonNode compute = line.path("trainingCompute");
        assertThat(compute.path("added").asDouble()).isEqualTo(6 * 8e9 * 50e9);
        assertThat(compute.path("inherited").asDouble()).isPositive();
        assertThat(compute.path("cumulative").asDouble())
                .isEqualTo(compute.path("inherited").asDouble()
                        + compute.path("added").asDouble());
        assertThat(compute.path("boundary").asText()).isEqualTo("updates-only");
        assertThat(compute.path("stage").asText()).isEqualTo("all");
        assertThat(compute.path("imputed").asBoolean()).isTrue();
    }

    @Test
    void shouldPrintReleaseVariantsLicenseClassFlagsAndMethodsVersion() throws JsonProcessingException {
        // When:
        JsonNode line = enrich("""
                {"source": "huggingface", "nativeId": "lab/Orion-7B", "title": "Orion-7B", "publishedAt": "2025-03-01",
                 "organizations": ["Lab"], "text": "Orion-7B has 7000B parameters and was trained from scratch on 2T tokens.",
                 "hub": {"license": "apache-2.0", "parameters": 7000000000000}}""");

        // Then:
        assertThat(line.path("release").asText()).isIn("true", "false", "depends-on-base");
        assertThat(line.path("variants")).isNotEmpty();
        assertThat(line.at("/openness/licenseClass").asText()).isEqualTo("unrestricted");
        assertThat(line.path("flags")).extracting(JsonNode::asText).contains("quarantined");
        assertThat(line.path("methodsVersion").asText()).isNotEmpty();
    }

    private static JsonNode enrich(String observation) throws JsonProcessingException {
        return new Enrich().enrich(JSON.readTree(observation));
    }
}
