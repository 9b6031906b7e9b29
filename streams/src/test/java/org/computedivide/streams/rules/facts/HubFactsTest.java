package org.computedivide.streams.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Hub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubFactsTest {

    @Test
    void shouldTakeTheExactTotal() {
        // When:
        List<Fact> facts = Reading.repository(
                "maker/Orion-7B", hub().setParameters(6_738_415_616L).build());

        // Then:
        assertThat(facts).anySatisfy(fact -> {
            assertThat(fact.getRule()).isEqualTo("safetensors");
            assertThat(fact.getNumber()).isEqualTo(6_738_415_616.0);
        });
    }

    @Test
    void shouldNotTrustTheTotalOfPackedWeights() {
        // When:
        List<Fact> facts = Reading.repository(
                "other/Orion-7B-GPTQ", hub().setParameters(1_200_000_000L).build());

        // Then:
        assertThat(facts).noneMatch(fact -> fact.getRule().equals("safetensors"));
    }

    @Test
    void shouldNotTrustATotalThatIsFarBelowWhatTheConfigurationCounts() {
        // Given: one-bit weights, packed four to a byte
        String config =
                "{\"model_type\":\"bitnet\",\"hidden_size\":2560,\"intermediate_size\":6912,\"num_attention_heads\":20,"
                        + "\"num_key_value_heads\":5,\"num_hidden_layers\":30,\"vocab_size\":128256}";

        // When:
        List<Fact> facts = Reading.repository(
                "maker/orion-2B",
                hub().setParameters(849_787_090L).setConfig(config).build());

        // Then:
        assertThat(facts).noneMatch(fact -> fact.getRule().equals("safetensors"));
        assertThat(facts).anySatisfy(fact -> {
            assertThat(fact.getRule()).isEqualTo("config");
            assertThat(fact.getNumber()).isBetween(2.3e9, 2.5e9);
        });
    }

    @Test
    void shouldReadTotalAndActiveSizeFromAName() {
        // When:
        List<Fact> facts = Reading.repository("maker/Orion-30B-A3B", hub().build());

        // Then:
        assertThat(Reading.numbers(facts, "parameters")).containsExactly(30e9);
        assertThat(Reading.numbers(facts, "activeParameters")).containsExactly(3e9);
    }

    @Test
    void shouldTakeTheSizeOfTheBaseWhenTheNameHasNone() {
        // Given:
        BaseModel base = BaseModel.newBuilder()
                .setRelation("finetune")
                .setId("maker/Orion-7b-chat")
                .build();

        // When:
        List<Fact> facts = Reading.repository(
                "someone/my-tune", hub().setBaseModels(List.of(base)).build());

        // Then:
        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact.getRule()).isEqualTo("base-size");
            assertThat(fact.getNumber()).isEqualTo(7e9);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"model_type\":\"llama\",\"hidden_size\":4096,\"intermediate_size\":11008,\"num_attention_heads\":32,\"num_hidden_layers\":32,\"vocab_size\":32000}; 6738415616; 6738415616",
                "{\"model_type\":\"llama\",\"hidden_size\":4096,\"intermediate_size\":14336,\"num_attention_heads\":32,\"num_key_value_heads\":8,\"num_hidden_layers\":32,\"vocab_size\":128256}; 8030261248; 8030261248",
                "{\"model_type\":\"qwen2\",\"hidden_size\":3584,\"intermediate_size\":18944,\"num_attention_heads\":28,\"num_key_value_heads\":4,\"num_hidden_layers\":28,\"vocab_size\":152064}; 7615616512; 7615616512",
                "{\"model_type\":\"mixtral\",\"hidden_size\":4096,\"intermediate_size\":14336,\"num_attention_heads\":32,\"num_key_value_heads\":8,\"num_hidden_layers\":32,\"vocab_size\":32000,\"num_local_experts\":8,\"num_experts_per_tok\":2}; 46702792704; 12748853248",
                "{\"model_type\":\"gpt2\",\"n_embd\":768,\"n_layer\":12,\"n_positions\":1024,\"vocab_size\":50257}; 124439808; 124439808",
                "{\"model_type\":\"bert\",\"hidden_size\":768,\"intermediate_size\":3072,\"num_hidden_layers\":12,\"vocab_size\":30522,\"max_position_embeddings\":512,\"type_vocab_size\":2}; 109482240; 109482240"
            })
    void shouldCountTheParametersOfAConfig(String config, double total, double active) {
        // When:
        List<Fact> facts =
                Reading.repository("maker/orion", hub().setConfig(config).build());

        // Then:
        assertThat(Reading.numbers(facts, "parameters")).containsExactly(total);
        assertThat(Reading.numbers(facts, "activeParameters")).isEqualTo(active < total ? List.of(active) : List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"not json", "{}", "[1]", "{\"model_type\":\"llama\",\"hidden_size\":\"4096\"}"})
    void shouldSayNothingOfAConfigThatItCannotCount(String config) {
        // When:
        List<Fact> facts =
                Reading.repository("maker/orion", hub().setConfig(config).build());

        // Then:
        assertThat(facts).isEmpty();
    }

    private static Hub.Builder hub() {
        return Hub.newBuilder();
    }
}
