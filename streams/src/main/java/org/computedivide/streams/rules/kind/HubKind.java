package org.computedivide.streams.rules.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.affiliation.Known;
import org.computedivide.streams.rules.affiliation.Register;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.names.ModelName;
import org.computedivide.streams.rules.text.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Judges a repository of a model hub. The hub's own relation decides where it is tagged; else names, files, tags and
 * the card.
 *
 * <p>An upload whose account is not registered, that names no base and does not say that it was trained from scratch is
 * taken for a fine-tune of unknown origin: of such uploads nine in ten are. It never makes a headline.
 */
final class HubKind {

    private static final Pattern NAMED_QUANTIZED = Pattern.compile(
            "(?:^|[-_. ])(?:gguf|ggml|awq|gptq|exl2|exl3|int4|int8|4bit|8bit|bnb|nf4|w4a16|w8a8|q[2-8](?:_k)?|nvfp4|mxfp4|fp8|fp4|autogptq|vptq|hqq|eetq|q4f\\d{2}_\\d|mlc|quantized|mlx)(?:$|[-_. ])");
    /** Formats that nobody trains in: what else the name says, these weights were converted. */
    private static final Pattern NAMED_CONVERTED = Pattern.compile(
            "(?:^|[-_. ])(?:gguf|ggml|awq|gptq|exl2|exl3|vptq|hqq|onnx|openvino|ov|ncnn|coreml|tflite|[1-8]bit|[1-8]bpw|q[2-8]_(?:k|[01])(?:_[sml])?|iq[1-4]_\\w{1,3})(?:$|[-_. ])");
    /** Accounts that convert others' weights say so in their names. */
    private static final Pattern CONVERTS =
            Pattern.compile("(?:^|[-_])(?:mlx|gguf|ggml|awq|gptq|exl2|vptq|quant\\w{0,8}|onnx)(?:$|[-_])");

    private static final Pattern NAMED_TRAINING =
            Pattern.compile("(?:^|[-_. ])(?:sft|dpo|ft|finetuned?|finetuning|fine-tuned?|tuned)(?:$|[-_. ])");
    private static final Pattern NAMED_ADAPTER =
            Pattern.compile("(?:^|[-_. ])(?:q?loras?|adapters?|peft|dora)\\d{0,3}(?:$|[-_. ])");
    /** An adapter that was written back into the weights is one no more. */
    private static final Pattern NAMED_WRITTEN_BACK =
            Pattern.compile("(?:^|[-_. ])q?lora[-_. ](?:.{0,40}[-_. ])?(?:merged?|fused)(?:$|[-_. ])");
    /** Numbers of the width that models are trained in. */
    private static final Pattern NAMED_FULL_WIDTH =
            Pattern.compile("(?:^|[-_. ])(?:bf16|fp16|f16|fp32|f32|bfloat16|float16)(?:$|[-_. ])");

    private static final Pattern NAMED_MERGE = Pattern.compile(
            "(?:^|[-_. ])(?:merged?\\d{0,2}|slerp|ties|dare|mergekit|frankenmerge|model_stock|passthrough)(?:$|[-_. ])");
    private static final Pattern NAMED_TUNED = Pattern.compile(
            "(?:^|[-_. ])(?:instruct|chat|it|sft|dpo|rlhf|grpo|orpo|kto|ft|tuned|finetune[d]?|fine-tuned|distill(?:ed)?|uncensored|abliterated)(?:$|[-_. ])");
    private static final Phrase SAYS_TUNED = Phrase.ignoringCase(
            "\\b(?:fine-?\\s?tun(?:ed|ing)\\s(?:version|variant|from|on|of|model)|is a fine-?tun|post-?trained (?:by|from|version|on top)|has been post-?trained|finetuned from|instruction-tuned version|further (?:trained|pre-?trained)|continue[d]? pre-?train|based on the (?!(?:vanilla |standard |original )?transformer\\b).{0,40} (?:architecture|model)|adapter for)[^.\\n]{0,160}");
    private static final Phrase SAYS_SCRATCH = Phrase.ignoringCase(
            "\\b(?:(?:pre-?)?trained from scratch|trained entirely from scratch|we (?:pre-?)?trained|pre-?trained (?:on|with|using) (?:a |an |the |over |about |approximately |more than )?[\\d,.]{1,9}\\s?(?:[TBM]\\b|trillion|billion|million))[^.\\n]{0,160}");
    private static final Phrase SAYS_PRETRAINED = Phrase.ignoringCase(
            "\\b(?:models?|it|version) (?:is|are|was|were|has been|have been) pre-?trained (?:by|on|with|using|from)\\b[^.\\n]{0,160}");
    /** So much text makes a model from nothing; who tuned one on it says that too, which is asked before. */
    private static final Phrase SAYS_TOKENS = Phrase.ignoringCase(
            "\\btrained (?:up )?(?:on|with|using|for|over) (?:a |an |the |over |about |around |approximately |nearly |roughly |more than |a total of |~ ?)?(?:[\\d,.]{1,9}\\s?(?:T|trillion)|\\d[\\d,.]{1,7}\\s?(?:B|billion))\\+? (?:\\w[\\w-]{0,20} ){0,3}tokens[^.\\n]{0,160}");

    private static final Set<String> TRAINER_TAGS = Set.of(
            "generated_from_trainer",
            "trl",
            "sft",
            "dpo",
            "grpo",
            "unsloth",
            "autotrain",
            "alignment-handbook",
            "llama-factory",
            "axolotl");
    /** Rule of what is called after another maker's family. */
    static final String BORROWED = "name-says-base";

    private static final int CARD = 20_000;
    private static final int BEFORE = 160;

    private HubKind() {}

    static Kind of(Observation observation) {
        List<BaseModel> bases = BaseModels.of(observation);
        Kind kind = tagged(bases).orElseGet(() -> guessed(observation, bases));
        return HubRelease.judged(observation, kind);
    }

    /** The relation that the hub itself states. */
    private static Optional<Kind> tagged(List<BaseModel> bases) {
        for (String relation : List.of(Kind.QUANTIZED, Kind.MERGE, Kind.ADAPTER, Kind.FINETUNE)) {
            if (bases.stream().anyMatch(base -> base.getRelation().equals(relation))) {
                return Optional.of(kind(relation, "hub-relation", "", bases));
            }
        }
        return Optional.empty();
    }

    private static Kind guessed(Observation observation, List<BaseModel> bases) {
        Hub hub = observation.getHub();
        String name = Folded.lower(name(observation));
        String card = observation.getText().length() > CARD
                ? observation.getText().substring(0, CARD)
                : observation.getText();
        return byForm(observation, name, bases)
                .or(() -> byTuning(hub, name, card, bases))
                .orElseGet(() -> byOrigin(observation, card, bases));
    }

    /** What the weights are in: an adapter, a number format, or a merge. */
    private static Optional<Kind> byForm(Observation observation, String name, List<BaseModel> bases) {
        Hub hub = observation.getHub();
        List<String> tags = hub == null ? List.of() : hub.getTags();
        List<String> files = hub == null ? List.of() : hub.getFiles();
        Optional<Kind> adapter = asAdapter(observation, name, tags, files, bases);
        if (adapter.isPresent()) {
            return adapter;
        }
        if (isNamedQuantized(name, owner(observation)) || hasQuantizedFiles(tags, files)) {
            return Optional.of(kind(Kind.QUANTIZED, "number-format", "", bases));
        }
        boolean merged = NAMED_MERGE.matcher(name).find()
                || tags.contains("mergekit")
                || tags.contains("merge")
                || files.contains("mergekit_config.yml");
        return merged && !NAMED_WRITTEN_BACK.matcher(name).find()
                ? Optional.of(kind(Kind.MERGE, "merge-tags", "", bases))
                : Optional.empty();
    }

    /**
     * Adapter files whose library is not PEFT are counted as a fine-tune with a flag, as the hub counts them when it
     * sets the relation itself: a repository must not change its kind because its tag is missing.
     */
    private static Optional<Kind> asAdapter(
            Observation observation, String name, List<String> tags, List<String> files, List<BaseModel> bases) {
        if (files.contains("adapter_config.json")) {
            String library = FrontMatter.of(observation.getText()).value("library_name");
            boolean peft =
                    library.equals("peft") || (!tags.isEmpty() && tags.get(0).equals("peft"));
            return Optional.of(
                    peft
                            ? kind(Kind.ADAPTER, "adapter-library", "", bases)
                            : new Kind(Kind.FINETUNE, "false", "adapter-files", "", bases, List.of("adapter-files")));
        }
        boolean named = NAMED_ADAPTER.matcher(name).find()
                && !NAMED_WRITTEN_BACK.matcher(name).find();
        return named || tags.contains("peft") || tags.contains("lora")
                ? Optional.of(kind(Kind.ADAPTER, "adapter-named", "", bases))
                : Optional.empty();
    }

    /** A conversion that keeps the width of the numbers is no quantization. */
    private static boolean isNamedQuantized(String name, String owner) {
        if (NAMED_CONVERTED.matcher(name).find()) {
            return true;
        }
        boolean shrunk = NAMED_QUANTIZED.matcher(name).find()
                && !NAMED_TRAINING.matcher(name).find();
        return (shrunk || CONVERTS.matcher(Folded.lower(owner)).find())
                && !NAMED_FULL_WIDTH.matcher(name).find();
    }

    private static boolean hasQuantizedFiles(List<String> tags, List<String> files) {
        return tags.contains("gptq") || tags.contains("awq") || isOnlyGguf(files);
    }

    private static Optional<Kind> byTuning(Hub hub, String name, String card, List<BaseModel> bases) {
        if (!bases.isEmpty()) {
            return Optional.of(kind(Kind.FINETUNE, "base-named", "", bases));
        }
        if (NAMED_TUNED.matcher(name).find()) {
            return Optional.of(kind(Kind.FINETUNE, "name-says-tuned", "", bases));
        }
        if (hub != null && hub.getTags().stream().anyMatch(TRAINER_TAGS::contains)) {
            return Optional.of(kind(Kind.FINETUNE, "trainer-tags", "", bases));
        }
        Phrase.Search says = SAYS_TUNED.matcher(card);
        return says.find() && !SAYS_SCRATCH.matcher(card).find()
                ? Optional.of(kind(Kind.FINETUNE, "card-says-tuned", around(card, says), bases))
                : Optional.empty();
    }

    /** What was found, with the words before it in its sentence. */
    private static String around(String card, Phrase.Search found) {
        int start = found.start();
        while (start > 0 && found.start() - start < BEFORE && ".\n".indexOf(card.charAt(start - 1)) < 0) {
            start--;
        }
        return card.substring(start, found.end()).strip();
    }

    private static Kind byOrigin(Observation observation, String card, List<BaseModel> bases) {
        String owner = owner(observation);
        String name = Folded.lower(observation.getNativeId().substring(owner.isEmpty() ? 0 : owner.length() + 1));
        Optional<Known> known = Register.standard().byNamespace(owner);
        if (known.isPresent()) {
            boolean borrowed =
                    known.filter(maker -> BorrowedName.is(name, owner, maker)).isPresent();
            return borrowed && !SAYS_SCRATCH.isIn(card)
                    ? kind(Kind.FINETUNE, BORROWED, "", bases)
                    : kind(Kind.BASE, "registered-account", "", bases);
        }
        for (Phrase says : List.of(SAYS_SCRATCH, SAYS_TOKENS)) {
            Phrase.Search scratch = says.matcher(card);
            if (scratch.find()) {
                return kind(Kind.BASE, "card-says-from-scratch", around(card, scratch), bases);
            }
        }
        Phrase.Search pretrained = SAYS_PRETRAINED.matcher(card);
        if (pretrained.find()) {
            return stranger(Kind.BASE, "card-says-pre-trained", around(card, pretrained), bases);
        }
        if (EncoderName.is(name)) {
            return stranger(Kind.BASE, "name-says-encoder", "", bases);
        }
        return isForMasks(observation.getHub())
                ? stranger(Kind.BASE, "task-of-pre-training", "", bases)
                : stranger(Kind.FINETUNE, "unknown-origin", "", bases);
    }

    /** To fill masks is what a model can that was only pre-trained; who tunes one has another task. */
    private static boolean isForMasks(@Nullable Hub hub) {
        return hub != null
                && ("fill-mask".equals(hub.getPipelineTag()) || hub.getTags().contains("fill-mask"));
    }

    /** Whoever it is, it may have come from anywhere. */
    private static Kind stranger(String kind, String rule, String quote, List<BaseModel> bases) {
        return new Kind(kind, "false", rule, quote, bases, List.of("unknown-origin"));
    }

    private static boolean isOnlyGguf(List<String> files) {
        return files.stream().anyMatch(file -> file.contains(".gguf"))
                && files.stream().noneMatch(file -> file.endsWith(".safetensors") || file.endsWith(".bin"));
    }

    static String name(Observation observation) {
        String id = observation.getNativeId();
        return ModelName.read(id.isEmpty() ? observation.getTitle() : id).name();
    }

    static String owner(Observation observation) {
        int slash = observation.getNativeId().indexOf('/');
        return slash > 0 ? observation.getNativeId().substring(0, slash) : "";
    }

    private static Kind kind(String kind, String rule, String quote, List<BaseModel> bases) {
        return new Kind(kind, "false", rule, quote, bases, new ArrayList<>());
    }
}
