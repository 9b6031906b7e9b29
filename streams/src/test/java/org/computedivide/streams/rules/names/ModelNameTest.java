package org.computedivide.streams.rules.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNameTest {

    @ParameterizedTest
    @CsvSource({
        "meta-llama/Meta-Llama-3.1-405B-Instruct-FP8, llama-3.1, 405b, instruct, fp8",
        "Llama 3.1 405B, llama-3.1, 405b, '', ''",
        "llama3.1:405b, llama-3.1, 405b, '', ''",
        "openai/whisper-large-v3, whisper-v3, large, '', ''",
        "Llama 3.1-405B, llama-3.1, 405b, '', ''",
        "Qwen/Qwen3-235B-A22B-Thinking-2507, qwen-3, 235b-a22b-2507, thinking, ''",
        "mistralai/Mixtral-8x7B-v0.1, mixtral, 8x7b-v0.1, '', ''",
        "microsoft/Phi-3-mini-4k-instruct, phi-3, mini, instruct, ''",
        "stabilityai/stablelm-2-1_6b, stablelm-2, 1.6b, '', ''",
        "deepseek-ai/DeepSeek-R1-0528, deepseek-r1, 0528, '', ''",
        "deepseek-ai/DeepSeek-R1-Distill-Llama-8B, deepseek-r1, 8b-distill-llama, '', ''",
        "moonshotai/Kimi-K2-Thinking, kimi-k2-thinking, '', '', ''",
        "google/gemma-3n-E4B-it, gemma-3n, e4b, it, ''",
        "unsloth/Qwen3-8B-GGUF, qwen-3, 8b, '', gguf",
        "Mistral Large 2, mistral-large-2, '', '', ''",
        "tern-ai/Tern2.2-I2V-A14B, tern-2.2, a14b-i2v, '', ''",
        "tern-ai/Tern-T2V, tern-t2v, '', '', ''",
    })
    void shouldTakeNamesApart(String written, String family, String variant, String tuning, String format) {
        // When:
        ModelName name = ModelName.read(written);

        // Then:
        assertThat(name.family()).isEqualTo(family);
        assertThat(name.variant()).isEqualTo(variant);
        assertThat(name.tuning()).isEqualTo(tuning);
        assertThat(name.format()).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({
        "EleutherAI/gpt-j-6b, togethercomputer/GPT-JT-6B-v1",
        "BERT, RoBERTa",
        "Llama 2 7B, Llama 3 8B",
        "Qwen2.5-VL-7B, Qwen2.5-7B",
        "Mistral Large, Mistral 7B",
        "Genie 2, Gen-2",
        "Tern-1, Tern-11",
        "Tern-1, Tern-2",
        "Tern 1.1, Tern",
        "Tern-2-1, Tern-2",
    })
    void shouldKeepLookAlikesApart(String one, String other) {
        // When:
        String key = ModelName.read(one).familyKey();

        // Then:
        assertThat(key).isNotEqualTo(ModelName.read(other).familyKey());
    }

    @ParameterizedTest
    @CsvSource({
        "DeepSeek-V3, DeepSeek v3.0",
        "Stable Diffusion 1.5, stable-diffusion-v1.5",
        "qwen2.5, Qwen 2.5",
        "Tern-1, Tern",
        "Tern v1.0, tern",
        "Tern-01, Tern 1"
    })
    void shouldForgiveSpellingOfVersions(String one, String other) {
        // When:
        String key = ModelName.read(one).familyKey();

        // Then:
        assertThat(key).isEqualTo(ModelName.read(other).familyKey());
    }

    @ParameterizedTest
    @CsvSource({"bert-base-uncased, false", "LSTM, false", "large language model, false", "T5-11B, true", "o1, true"})
    void shouldNotIdentifyByGenericWords(String written, boolean distinct) {
        // When:
        ModelName name = ModelName.read(written);

        // Then:
        assertThat(name.isDistinct()).isEqualTo(distinct);
    }

    @Test
    void shouldReadHostileNames() {
        // Given:
        String hostile = "\u202e'; DROP TABLE releases; --<script>alert(1)</script>/" + "a-".repeat(200_000);

        // When:
        ModelName name = ModelName.read(hostile);

        // Then:
        assertThat(name.family().length()).isLessThan(250);
        assertThat(name.family()).doesNotContain("<", "'", "\u202e");
    }
}
