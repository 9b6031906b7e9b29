package org.computedivide.streams.rules.facts;

import java.util.Optional;
import java.util.Set;

/** Counts the parameters of encoders such as BERT, of encoder-decoders such as T5, BART and Whisper, and of GPT-2. */
final class Encoders {

    private static final Set<String> BERT = Words.words("bert roberta xlm-roberta camembert");
    private static final Set<String> T5 = Words.words("t5 mt5 umt5 longt5");
    private static final Set<String> BART = Words.words("bart mbart whisper m2m_100 pegasus marian plbart");
    private static final double WINDOW = 1024;

    private Encoders() {}

    static Optional<Double> parameters(Config config) {
        double count = count(config);
        return count > 0 && !Double.isNaN(count) ? Optional.of(count) : Optional.empty();
    }

    private static double count(Config config) {
        String kind = config.kind();
        return BERT.contains(kind)
                ? bert(config)
                : T5.contains(kind) ? t5(config) : BART.contains(kind) ? bart(config) : gpt2(config);
    }

    private static double gpt2(Config config) {
        double width = config.first("n_embd", "hidden_size");
        double layers = config.first("n_layer", "num_hidden_layers");
        double words = config.number("vocab_size", 0);
        boolean known = config.kind().equals("gpt2") && width > 0 && layers > 0 && words > 0;
        return known
                ? (words + config.number("n_positions", WINDOW)) * width
                        + layers * (12 * width * width + 13 * width)
                        + 2 * width
                : 0;
    }

    private static double bert(Config config) {
        double width = config.number("hidden_size", Double.NaN);
        double inner = config.number("intermediate_size", 4 * width);
        double positions = config.number("max_position_embeddings", 512) + config.number("type_vocab_size", 2);
        double layer = 4 * width * width + 2 * width * inner + inner + 9 * width;
        double words = config.number("vocab_size", Double.NaN);
        return (words + positions + 2) * width
                + config.number("num_hidden_layers", Double.NaN) * layer
                + width * width
                + width;
    }

    /** Attention once in the encoder and twice in the decoder, which looks at the encoder as well. */
    private static double t5(Config config) {
        double width = config.number("d_model", Double.NaN);
        double layers = config.number("num_layers", Double.NaN);
        double decoders = config.number("num_decoder_layers", layers);
        double heads = config.number("num_heads", Double.NaN) * config.number("d_kv", Double.NaN);
        double attention = 4 * width * heads;
        boolean gated = config.node().path("feed_forward_proj").asText("").startsWith("gated");
        double feedForward = (gated ? 3 : 2) * width * config.number("d_ff", Double.NaN);
        double words = config.number("vocab_size", Double.NaN) * width;
        return words * (config.is("tie_word_embeddings", true) ? 1 : 2)
                + layers * (attention + feedForward)
                + decoders * (2 * attention + feedForward);
    }

    private static double bart(Config config) {
        double width = config.number("d_model", Double.NaN);
        double square = 4 * width * width;
        double encoder = square + 2 * width * config.number("encoder_ffn_dim", Double.NaN);
        double decoder = 2 * square + 2 * width * config.number("decoder_ffn_dim", Double.NaN);
        double places = config.first("max_source_positions", "max_position_embeddings")
                + config.first("max_target_positions", "max_position_embeddings");
        double sound =
                3 * width * (config.number("num_mel_bins", 0) > 0 ? width + config.number("num_mel_bins", 0) : 0);
        return config.number("vocab_size", Double.NaN) * width
                + config.number("encoder_layers", Double.NaN) * encoder
                + config.number("decoder_layers", Double.NaN) * decoder
                + places * width
                + sound;
    }
}
