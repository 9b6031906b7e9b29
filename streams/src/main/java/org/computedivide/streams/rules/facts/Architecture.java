package org.computedivide.streams.rules.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the parameters of common architectures from their config.json: dense decoders, mixtures of experts, attention
 * through a low rank (DeepSeek), GPT-2 and BERT. Empty when the kind or a size is unknown.
 */
final class Architecture {

    /** Total, and active per token: attention, shared and chosen experts, and the embedding once. */
    record Count(double total, double active) {}

    private static final Set<String> DECODERS = Words.words("""
            llama mistral mixtral qwen2 qwen3 qwen2_moe qwen3_moe gemma gemma2 phi3 internlm2 yi deepseek deepseek_v2
            deepseek_v3 kimi_k2 olmo olmo2 stablelm starcoder2""");
    private static final Set<String> TIED = Words.words("gemma gemma2");
    private static final Set<String> WITH_QUERY_BIAS = Words.words("qwen2 qwen2_moe");
    private static final Set<String> WITH_HEAD_NORM = Words.words("qwen3 qwen3_moe");

    private final JsonNode config;
    private final String kind;
    private final double width;
    private final double layers;
    private final double vocabulary;

    private Architecture(JsonNode config) {
        this.config = config;
        this.kind = config.path("model_type").asText("");
        this.width = number("hidden_size", number("n_embd", 0));
        this.layers = number("num_hidden_layers", number("n_layer", 0));
        this.vocabulary = number("vocab_size", 0);
    }

    static Optional<Count> of(JsonNode config) {
        Architecture architecture = new Architecture(config);
        return architecture.isComplete() ? Optional.of(architecture.count()) : Optional.empty();
    }

    private boolean isComplete() {
        boolean sized = width > 0 && layers > 0 && vocabulary > 0;
        boolean decoder =
                DECODERS.contains(kind) && number("intermediate_size", 0) > 0 && number("num_attention_heads", 0) > 0;
        return sized && (decoder || kind.equals("gpt2") || kind.equals("bert"));
    }

    private Count count() {
        if (kind.equals("gpt2")) {
            return same((vocabulary + number("n_positions", 1024)) * width
                    + layers * (12 * width * width + 13 * width)
                    + 2 * width);
        }
        return kind.equals("bert") ? same(bert()) : decoder();
    }

    private static Count same(double total) {
        return new Count(total, total);
    }

    private double bert() {
        double inner = number("intermediate_size", 4 * width);
        double positions = number("max_position_embeddings", 512) + number("type_vocab_size", 2);
        double layer = 4 * width * width + 2 * width * inner + inner + 9 * width;
        return (vocabulary + positions + 2) * width + layers * layer + width * width + width;
    }

    private Count decoder() {
        boolean tied = config.path("tie_word_embeddings").asBoolean(TIED.contains(kind));
        double embedding = vocabulary * width;
        double dense = denseLayers();
        double mixed = layers - dense;
        double always =
                layers * (attention() + 2 * width) + dense * feedForward(number("intermediate_size", 0)) + width;
        double experts = number("n_routed_experts", number("num_experts", number("num_local_experts", 0)));
        double router = mixed > 0 ? width * experts : 0;
        double total = always + embedding * (tied ? 1 : 2) + mixed * (experts * expert() + shared() + router);
        double chosen = number("num_experts_per_tok", 0);
        double active = mixed > 0 ? always + embedding + mixed * (chosen * expert() + shared() + router) : total;
        return new Count(total, active);
    }

    private double denseLayers() {
        boolean mixture =
                config.has("n_routed_experts") || config.has("num_experts") || config.has("num_local_experts");
        return mixture ? Math.min(layers, number("first_k_dense_replace", 0)) : layers;
    }

    private double expert() {
        return feedForward(number("moe_intermediate_size", number("intermediate_size", 0)));
    }

    private double shared() {
        double inner = number("shared_expert_intermediate_size", 0);
        double gate = inner > 0 ? width : 0;
        return feedForward(inner) + gate + number("n_shared_experts", 0) * expert();
    }

    /** Gated: up, gate and down. */
    private double feedForward(double inner) {
        return 3 * width * inner;
    }

    private double attention() {
        double heads = number("num_attention_heads", 1);
        if (number("kv_lora_rank", 0) > 0) {
            return lowRankAttention(heads);
        }
        double keys = number("num_key_value_heads", heads);
        double head = number("head_dim", width / heads);
        double bias = WITH_QUERY_BIAS.contains(kind) ? (heads + 2 * keys) * head : 0;
        double norm = WITH_HEAD_NORM.contains(kind) ? 2 * head : 0;
        return 2 * width * heads * head + 2 * width * keys * head + bias + norm;
    }

    private double lowRankAttention(double heads) {
        double rank = number("kv_lora_rank", 0);
        double rope = number("qk_rope_head_dim", 64);
        double plain = number("qk_nope_head_dim", 128);
        double values = number("v_head_dim", 128);
        double queryRank = number("q_lora_rank", 0);
        double query = queryRank > 0
                ? width * queryRank + queryRank + queryRank * heads * (plain + rope)
                : width * heads * (plain + rope);
        return query + width * (rank + rope) + rank + rank * heads * (plain + values) + heads * values * width;
    }

    private double number(String field, double otherwise) {
        JsonNode value = config.path(field);
        return value.isNumber() ? value.asDouble() : otherwise;
    }
}
