package org.computedivide.streams.rules.facts;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.computedivide.streams.rules.text.CsvTable;

/**
 * Counts the parameters of common architectures from their config.json: decoders, dense and of experts, attention through a low
 * rank or linear, encoders, encoder-decoders, and the tower of a model that sees. What the kinds differ in stands in {@code
 * architectures.csv}. Empty when the kind or a size is unknown.
 */
final class Architecture {

    /** Total, and active per token: attention, shared and chosen experts, and the embedding once. */
    record Count(double total, double active) {}

    /** What the layers of a kind look like where its config does not say. */
    private record Kind(String shape, boolean tied, boolean queryBias, boolean headNorm) {

        static Kind of(Map<String, String> row) {
            return new Kind(
                    row.getOrDefault("shape", ""),
                    row.getOrDefault("tied", "").equals("yes"),
                    row.getOrDefault("queryBias", "").equals("yes"),
                    row.getOrDefault("headNorm", "").equals("yes"));
        }

        boolean isGated() {
            return !shape.equals("plain");
        }
    }

    private static final double EVERY = 4;
    private static final Map<String, Kind> KINDS = kinds();

    private final Config config;
    private final Kind kind;
    private final double width;
    private final double layers;
    private final double vocabulary;
    private final double heads;

    private Architecture(Config config, Kind kind) {
        this.config = config;
        this.kind = kind;
        this.width = config.first("hidden_size", "n_embd", "d_model", "n_embed");
        this.layers = config.first("num_hidden_layers", "n_layer", "n_layers", "num_layers");
        this.vocabulary = config.first("vocab_size", "padded_vocab_size");
        this.heads = config.first("num_attention_heads", "n_head", "n_heads", "num_heads");
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new TreeMap<>();
        CsvTable.read("architectures.csv").forEach(row -> kinds.put(row.getOrDefault("kind", ""), Kind.of(row)));
        return kinds;
    }

    static Optional<Count> of(Config config) {
        Config language = config.language();
        Kind kind = KINDS.get(language.kind());
        if (kind == null) {
            return Encoders.parameters(language).map(Architecture::same);
        }
        Architecture architecture = new Architecture(language, kind);
        boolean sees = config.has("vision_config");
        double tower = sees ? VisionTower.parameters(config, architecture.width) : 0;
        boolean complete = architecture.isComplete() && (!sees || tower > 0);
        return complete ? Optional.of(architecture.count(tower)) : Optional.empty();
    }

    private boolean isComplete() {
        boolean inner = inner() > 0;
        return width > 0 && layers > 0 && vocabulary > 0 && heads > 0 && inner;
    }

    /** Plain layers are four times as wide inside where nothing is said. */
    private double inner() {
        double inner = config.first("intermediate_size", "ffn_hidden_size", "ffn_dim", "n_inner");
        return inner > 0 || kind.isGated() ? inner : 4 * width;
    }

    private static Count same(double total) {
        return new Count(total, total);
    }

    private Count count(double tower) {
        boolean tied = config.is("tie_word_embeddings", kind.tied());
        double embedding = vocabulary * width;
        double mixed = mixedLayers();
        double always =
                attentionOfAll() + layers * 2 * width + (layers - mixed) * feedForward(dense()) + width + positions();
        double experts = config.first("n_routed_experts", "num_experts", "num_local_experts", "moe_num_experts");
        double router = mixed > 0 ? width * experts : 0;
        double total = tower + always + embedding * (tied ? 1 : 2) + mixed * (experts * expert() + shared() + router);
        double chosen = config.first("num_experts_per_tok", "moe_k", "num_experts_per_token");
        double active =
                mixed > 0 ? tower + always + embedding + mixed * (chosen * expert() + shared() + router) : total;
        return new Count(total, active);
    }

    /** Layers of experts: all but the first few, or every other one. */
    private double mixedLayers() {
        boolean mixture = config.has("n_routed_experts")
                || config.has("num_experts")
                || config.has("num_local_experts")
                || config.has("moe_num_experts");
        double dense = config.first("first_k_dense_replace", "moe_layer_start_index", "num_dense_layers");
        double each = Math.max(1, config.number("interleave_moe_layer_step", 1));
        return mixture ? Math.floor(Math.max(0, layers - dense) / each) : 0;
    }

    private double dense() {
        return config.number("intermediate_size_mlp", inner());
    }

    private double expert() {
        return feedForward(config.number("moe_intermediate_size", inner()));
    }

    private double shared() {
        double inner = config.number("shared_expert_intermediate_size", 0);
        double gate = inner > 0 ? width : 0;
        double experts = kind.shape().equals("shared-one")
                ? 1
                : config.first("n_shared_experts", "num_shared_experts", "moe_num_shared_experts");
        return feedForward(inner) + gate + experts * expert();
    }

    /** Up and down, and a gate beside them. */
    private double feedForward(double inner) {
        return (kind.isGated() ? 3 : 2) * width * inner;
    }

    /** Learned places of a text, where a kind has them. */
    private double positions() {
        return kind.shape().equals("plain") && config.kind().equals("opt")
                ? config.number("max_position_embeddings", 0) * width
                : 0;
    }

    private double attentionOfAll() {
        if (!kind.shape().equals("linear")) {
            return layers * attention(1);
        }
        double full = Math.floor(layers / config.number("full_attention_interval", EVERY));
        return full * attention(2) + (layers - full) * linearAttention();
    }

    /** Of one layer; the query stands twice where its output is gated. */
    private double attention(double queries) {
        if (config.number("kv_lora_rank", 0) > 0) {
            return lowRankAttention();
        }
        double keys = keys();
        double head = headWidth();
        double bias = kind.queryBias() ? (heads + 2 * keys) * head : 0;
        double norm = kind.headNorm() ? 2 * head : 0;
        return (1 + queries) * width * heads * head + 2 * width * keys * head + bias + norm;
    }

    private double keys() {
        boolean one = config.is("multi_query", false) && !config.is("new_decoder_architecture", false);
        double keys = config.first("num_key_value_heads", "num_kv_heads", "multi_query_group_num");
        return config.has("multi_query_group_num") || !one ? keys > 0 ? keys : heads : 1;
    }

    private double headWidth() {
        double head = config.first("head_dim", "kv_channels");
        return head > 0 ? head : width / heads;
    }

    private double linearAttention() {
        double key = config.number("linear_num_key_heads", 0) * config.number("linear_key_head_dim", 0);
        double valueHeads = config.number("linear_num_value_heads", 0);
        double value = valueHeads * config.number("linear_value_head_dim", 0);
        double kernel = config.number("linear_conv_kernel_dim", EVERY);
        return width * (2 * key + 2 * value + 2 * valueHeads) + kernel * (2 * key + value) + width * value;
    }

    private double lowRankAttention() {
        double rank = config.number("kv_lora_rank", 0);
        double rope = config.number("qk_rope_head_dim", 64);
        double plain = config.number("qk_nope_head_dim", 128);
        double values = config.number("v_head_dim", 128);
        double queryRank = config.number("q_lora_rank", 0);
        double query = queryRank > 0
                ? width * queryRank + queryRank + queryRank * heads * (plain + rope)
                : width * heads * (plain + rope);
        return query + width * (rank + rope) + rank + rank * heads * (plain + values) + heads * values * width;
    }
}
