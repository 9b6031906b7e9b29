package org.computedivide.streams.rules.facts;

/** Counts the part of a model that sees: an encoder of patches, and the projector to the width of the language model. */
final class VisionTower {

    private static final double PATCHES = 4;
    private static final double RATIO = 4;

    private VisionTower() {}

    /** Parameters of the tower by its own part of the config; 0 when it does not say enough. */
    static double parameters(Config config, double language) {
        Config tower = new Config(config.node().path("vision_config"));
        double width = tower.first("embed_dim", "hidden_size");
        double layers = tower.first("num_hidden_layers", "depth", "num_layers");
        double inner = tower.number("intermediate_size", tower.number("mlp_ratio", RATIO) * width);
        double matrices = isGated(config.kind(), tower) ? 3 : 2;
        double blocks = layers * (4 * width * width + matrices * width * inner);
        double merged = tower.has("spatial_merge_size") ? PATCHES * width : width;
        double projector =
                merged * (tower.has("spatial_merge_size") ? merged : language) + Math.max(merged, language) * language;
        return blocks > 0 ? blocks + projector : 0;
    }

    private static boolean isGated(String model, Config tower) {
        return tower.kind().equals("pixtral")
                || model.equals("qwen2_5_vl")
                || tower.node().path("hidden_act").asText("").equals("silu");
    }
}
