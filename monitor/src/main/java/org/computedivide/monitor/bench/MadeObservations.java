package org.computedivide.monitor.bench;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;

/**
 * Observations made by chance from a seed, in the mixture that comes in: of fifty, 45 papers that release nothing, four
 * repositories derived from a model, and the repository of that model. The same number gives the same observation.
 */
final class MadeObservations {

    private static final int ROUND = 50;
    private static final int DERIVED = 4;
    private static final int ABSTRACT = 1_200;
    private static final int CARD = 3_000;
    private static final Instant SEEN = Instant.parse("2026-07-01T00:00:00Z");
    private static final List<String> FORMATS = List.of("GGUF", "AWQ", "GPTQ-Int4", "MLX-4bit");
    private static final List<String> TOPICS = List.of(
            "translation of low-resource languages",
            "planning for household robots",
            "retrieval over scientific documents",
            "recognition of speech in noisy rooms",
            "the detection of forged images");
    private static final List<String> METHODS = List.of(
            "a contrastive objective over paired sentences",
            "a curriculum that begins with short sequences",
            "sparse attention with a learned routing step",
            "a verifier trained on the errors of the policy",
            "a mixture of adapters chosen by the input");
    private static final List<String> FINDINGS = List.of(
            "improves accuracy by %d.%d points on %d benchmarks",
            "needs %d.%d times fewer labelled examples over %d seeds",
            "transfers to %d%d unseen domains, as an ablation over %d choices shows");

    private MadeObservations() {}

    /** Some of them. */
    static List<Observation> from(long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(MadeObservations::of)
                .toList();
    }

    static Observation of(long number) {
        var random = new SplittableRandom(number);
        long place = number % ROUND;
        Observation.Builder made = place == 0
                ? model(number, random)
                : place <= DERIVED ? derived(number, (int) place - 1, random) : paper(number, random);
        return made.setOrigin(made.getSource())
                .setRevision(1)
                .setObservedAt(SEEN)
                .setPublishedAt("2026-06-30")
                .setTextLength(made.getText().length())
                .setContentHash(Long.toHexString(number))
                .build();
    }

    /** Its key on the topic. */
    static String key(Observation observation) {
        return observation.getSource() + "/" + observation.getNativeId();
    }

    private static Observation.Builder paper(long number, SplittableRandom random) {
        return Observation.newBuilder()
                .setSource("arxiv")
                .setForm("paper")
                .setNativeId("2606." + number)
                .setUrl("https://arxiv.org/abs/2606." + number)
                .setTitle("On " + one(TOPICS, random))
                .setText(prose(ABSTRACT, random));
    }

    private static Observation.Builder model(long number, SplittableRandom random) {
        int size = 1 + random.nextInt(70);
        String card =
                "# %s%n%n%s is a language model with %dB parameters, trained from scratch on %d trillion tokens with 512 H100 GPUs for 30 days.%n%n"
                        .formatted(name(number), name(number), size, 1 + random.nextInt(15));
        return repository(owner(number), name(number), card + prose(CARD, random))
                .setHub(Hub.newBuilder()
                        .setLicense("apache-2.0")
                        .setGated("false")
                        .setPipelineTag("text-generation")
                        .setParameters(size * 1_000_000_000L)
                        .setFiles(List.of("config.json", "model.safetensors"))
                        .build());
    }

    private static Observation.Builder derived(long number, int format, SplittableRandom random) {
        long base = number - number % ROUND;
        String name = name(base) + "-" + FORMATS.get(format);
        return repository("converter-" + number % 7, name, "# " + name + "\n\n" + prose(CARD / 2, random))
                .setHub(Hub.newBuilder()
                        .setLicense("apache-2.0")
                        .setGated("false")
                        .setBaseModels(List.of(BaseModel.newBuilder()
                                .setId(owner(base) + "/" + name(base))
                                .setRelation("quantized")
                                .build()))
                        .build());
    }

    private static Observation.Builder repository(String owner, String name, String card) {
        return Observation.newBuilder()
                .setSource("huggingface")
                .setForm("repository")
                .setNativeId(owner + "/" + name)
                .setUrl("https://huggingface.co/" + owner + "/" + name)
                .setTitle(name)
                .setOrganizations(List.of(owner))
                .setText(card);
    }

    private static String owner(long number) {
        return "lab-" + number / ROUND % 400;
    }

    /** Letters stand for digits, so that no two models are versions or sizes of one. */
    private static String name(long number) {
        var name = new StringBuilder("Tal");
        for (long rest = number / ROUND; rest > 0; rest /= 20) {
            name.append("bcdfghjklmnpqrstvwxz".charAt((int) (rest % 20))).append("aeiou".charAt((int) (rest % 5)));
        }
        return name.append("-7B").toString();
    }

    private static String prose(int length, SplittableRandom random) {
        var text = new StringBuilder();
        while (text.length() < length) {
            String finding = String.format(
                    Locale.ROOT,
                    one(FINDINGS, random),
                    1 + random.nextInt(8),
                    random.nextInt(10),
                    2 + random.nextInt(20));
            text.append("For %s we study %s, which %s. ".formatted(one(TOPICS, random), one(METHODS, random), finding));
        }
        return text.toString();
    }

    private static String one(List<String> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}
