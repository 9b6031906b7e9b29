package org.computedivide.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;

/** Observations of the length and make of real ones, each from its own seed. */
final class MadeTexts {

    private static final List<String> TOPICS = List.of(
            "machine translation of low-resource languages",
            "long-horizon planning for household robots",
            "retrieval over scientific documents",
            "speech recognition in noisy rooms",
            "the detection of forged images");
    private static final List<String> METHODS = List.of(
            "a contrastive objective over paired sentences",
            "a two-stage curriculum that begins with short sequences",
            "sparse attention with a learned routing step",
            "a verifier trained on the errors of the policy",
            "a mixture of adapters chosen by the input");
    private static final List<String> FINDINGS = List.of(
            "improves accuracy by %d.%d points over the strongest baseline on %d benchmarks",
            "needs %d.%d times fewer labelled examples and holds over %d seeds",
            "halves latency at batch size %d%d while quality stays within %d percent",
            "transfers to %d%d unseen domains, as an ablation over %d choices shows");

    private MadeTexts() {}

    /** A paper; every tenth releases a model of its own. */
    static Observation paper(int seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        String name = name(random);
        if (seed % 10 == 0) {
            text.append("We introduce ")
                    .append(name)
                    .append(", a ")
                    .append(3 + random.nextInt(60))
                    .append("B-parameter language model trained on ")
                    .append(1 + random.nextInt(14))
                    .append(".5 trillion tokens with 1,024 H100 GPUs for 21 days. The weights are released. ");
        }
        while (text.length() < 1_150) {
            text.append(sentence(random));
        }
        return Observation.newBuilder()
                .setSource("arxiv")
                .setNativeId("2601." + (10_000 + seed))
                .setUrl("https://arxiv.org/abs/2601." + (10_000 + seed))
                .setTitle(seed % 10 == 0 ? name + " Technical Report" : "On " + pick(TOPICS, random))
                .setText(text.toString())
                .build();
    }

    /** A repository with a card of prose, a table of variants and one of results. */
    static Observation repository(int seed) {
        var random = new Random(seed);
        String name = name(random);
        var card = new StringBuilder(
                        "---\nlicense: apache-2.0\nlanguage:\n- en\npipeline_tag: text-generation\n---\n# ")
                .append(name)
                .append("\n\n")
                .append(name)
                .append(" is a family of language models.\n\n")
                .append("| Model | Parameters | Layers | Context | Training tokens |\n|---|---|---|---|---|\n");
        for (int size : new int[] {1, 3, 8, 70}) {
            card.append("| ")
                    .append(name)
                    .append('-')
                    .append(size)
                    .append("B | ")
                    .append(size)
                    .append("B | ")
                    .append(16 + size)
                    .append(" | 128k | ")
                    .append(2 + size % 7)
                    .append("T |\n");
        }
        card.append("\n## Results\n\n| Benchmark | Ours | Baseline 7B | Baseline 13B |\n|---|---|---|---|\n");
        for (int row = 0; row < 25; row++) {
            card.append(String.format(
                    Locale.ROOT,
                    "| Task %d | %.1f | %.1f | %.1f |%n",
                    row,
                    90 * random.nextDouble(),
                    90 * random.nextDouble(),
                    90 * random.nextDouble()));
        }
        card.append("\n## Training\n\nTrained with 512 A100 80GB GPUs for 30 days in bfloat16.\n\n");
        while (card.length() < 8_000) {
            card.append(sentence(random)).append(random.nextInt(4) == 0 ? "\n\n" : "");
        }
        Hub hub = Hub.newBuilder()
                .setLicense("apache-2.0")
                .setPipelineTag("text-generation")
                .build();
        return Observation.newBuilder()
                .setSource("huggingface")
                .setNativeId("lab-" + seed % 50 + "/" + name + "-8B")
                .setUrl("https://huggingface.co/lab-" + seed % 50 + "/" + name + "-8B")
                .setTitle(name + "-8B")
                .setText(card.toString())
                .setHub(hub)
                .build();
    }

    private static String sentence(Random random) {
        String finding = String.format(
                Locale.ROOT, pick(FINDINGS, random), 1 + random.nextInt(8), random.nextInt(10), 2 + random.nextInt(20));
        return "For " + pick(TOPICS, random) + " we study " + pick(METHODS, random) + ", which " + finding + ". ";
    }

    private static String name(Random random) {
        return "" + (char) ('A' + random.nextInt(26)) + "orin" + (char) ('a' + random.nextInt(26)) + "-"
                + (1 + random.nextInt(4));
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
