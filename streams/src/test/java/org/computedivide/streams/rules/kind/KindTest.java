package org.computedivide.streams.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTest {

    private final KindReader reader = new KindReader();

    @ParameterizedTest
    @CsvSource({
        "base_model:quantized:acme/Quokka-7B, quantized",
        "base_model:adapter:acme/Quokka-7B, adapter",
        "base_model:merge:acme/Quokka-7B, merge",
        "base_model:finetune:acme/Quokka-7B, finetune",
        "base_model:acme/Quokka-7B, finetune",
    })
    void shouldFollowTheRelationThatTheHubTags(String tag, String kind) {
        // When:
        Kind found = reader.read(repository("someone/My-Model", "", List.of(tag)));

        // Then:
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.release()).isEqualTo("false");
        assertThat(found.baseModels()).extracting(BaseModel::getId).containsExactly("acme/Quokka-7B");
    }

    @ParameterizedTest
    @CsvSource({
        "someone/Quokka-7B-GGUF, quantized",
        "someone/quokka-7b-dpo-full-GGUF, quantized",
        "mlx-community/Quokka-7B, quantized",
        "mlx-community/Quokka-7B-bf16, finetune",
        "someone/quokka-7b-lora, adapter",
        "someone/Quokka-7B-tuned-adapters, adapter",
        "someone/quokka-7b-qlora-merged, finetune",
        "someone/Quokka-slerp-7B, merge",
        "someone/Quokka-7B-sft, finetune",
        "Qwen/Quokka-7B, base",
    })
    void shouldTellByTheNameWhereNothingIsTagged(String id, String kind) {
        // When:
        Kind found = reader.read(repository(id, "", List.of()));

        // Then:
        assertThat(found.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"peft, adapter", "transformers, finetune"})
    void shouldCountAdapterFilesByTheirLibraryAsTheHubDoes(String library, String kind) {
        // Given:
        Observation repository = repository("someone/quokka-7b-lora", "", List.of(library));
        repository = Observation.newBuilder(repository)
                .setHub(Hub.newBuilder(repository.getHub())
                        .setFiles(List.of("adapter_config.json", "adapter_model.safetensors"))
                        .build())
                .build();

        // When:
        Kind found = reader.read(repository);

        // Then:
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.flags().contains("adapter-files")).isEqualTo(kind.equals("finetune"));
    }

    @Test
    void shouldNotTakeAnArchitectureForABase() {
        // When:
        Kind found = reader.read(
                repository("Qwen/Quokka-7B", "It is based on the Transformer architecture with 32 layers.", List.of()));

        // Then:
        assertThat(found.kind()).isEqualTo("base");
    }

    @Test
    void shouldNotLetAStrangersUploadMakeAHeadline() {
        // When:
        Kind found = reader.read(repository("someone/quokka", "", List.of()));

        // Then:
        assertThat(found.release()).isEqualTo("false");
        assertThat(found.flags()).containsExactly("unknown-origin");
    }

    @Test
    void shouldCountWhatAMakerTunedFromItsOwnBaseAsARelease() {
        // When:
        Kind found = reader.read(
                repository("deepseek-ai/Quokka-R1", "", List.of("base_model:finetune:deepseek-ai/Quokka-V3")));

        // Then:
        assertThat(found.kind()).isEqualTo("finetune");
        assertThat(found.release()).isEqualTo("true");
    }

    @Test
    void shouldLetTheBaseDecideWhereAMakerTunedAnothersModel() {
        // When:
        Kind found = reader.read(
                repository("NousResearch/Quokka-4", "", List.of("base_model:finetune:meta-llama/Llama-3.1-8B")));

        // Then:
        assertThat(found.release()).isEqualTo("depends-on-base");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Quokka Technical Report | We introduce Quokka-7B, a large language model pre-trained on 4 trillion tokens. We release the model weights. | base",
                "QuokkaBench: A Benchmark for Long Documents | We introduce QuokkaBench, a benchmark for large language models. We find that models fail. | not-a-release",
                "A Survey of Large Language Models | This paper surveys large language models. | not-a-release",
                "Faster Decoding | We propose a training-free method for faster decoding of language models. | not-a-release",
            })
    void shouldTellPapersThatReleaseAModel(String title, String text, String kind) {
        // Given:
        Observation paper = Observation.newBuilder()
                .setForm("paper")
                .setTitle(title)
                .setText(text)
                .build();

        // When:
        Kind found = reader.read(paper);

        // Then:
        assertThat(found.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Introducing Qwen 9 | https://qwen.ai/blog/qwen-9 | Our most capable open-weights model yet. | base",
                "Introducing Quokka 2: our new language model | https://acme.example/blog/quokka-2 | We release a model with 9 billion parameters, pre-trained on text. | base",
                "DeepSeek-V9 正式版发布 | https://api-docs.deepseek.com/zh-cn/news/news260101 | 新一代模型 | base",
                "Qwen9：新一代开源大模型 | https://qwenlm.github.io/zh/blog/qwen9/ | | base",
                "DeepSeek APP 发布 | https://api-docs.deepseek.com/zh-cn/news/news250115 | | not-a-release",
                "Quokka raises $200 million | https://acme.example/blog/funding | We have closed a funding round. | not-a-release",
                "How Acme uses Gemini 9 | https://deepmind.google/blog/how-acme-uses-gemini-9 | A customer tells how. | not-a-release",
                "Windsurf 9.12.33 | https://windsurf.com/changelog#9.12.33 | Patch fixes. Fixed an issue with new models. | not-a-release",
                "Introducing Perplexity Shopping | https://www.perplexity.ai/hub/blog/introducing-perplexity-shopping | | not-a-release",
                "Gemini 9 is now available in Windsurf | https://windsurf.com/blog/gemini-9 | Gemini 9 is now available in Windsurf. | not-a-release",
                "Adversarial Training of Language Models | https://far.ai/news/adversarial-training | We investigate attacks on open-weight models. | not-a-release",
            })
    void shouldTellPostsThatReleaseAModelOfTheirPublisher(String title, String url, String text, String kind) {
        // Given:
        Observation post = Observation.newBuilder()
                .setForm("post")
                .setTitle(title)
                .setUrl(url)
                .setText(text == null ? "" : text)
                .build();

        // When:
        Kind found = reader.read(post);

        // Then:
        assertThat(found.kind()).isEqualTo(kind);
    }

    @Test
    void shouldTakeACuratedRowForARelease() {
        // Given:
        Observation row = Observation.newBuilder()
                .setForm("table-row")
                .setTitle("Quokka 2")
                .setStatements(List.of(Statement.newBuilder()
                        .setField("baseModel")
                        .setText("Quokka")
                        .build()))
                .build();

        // When:
        Kind found = reader.read(row);

        // Then:
        assertThat(found.kind()).isEqualTo("finetune");
        assertThat(found.release()).isEqualTo("true");
    }

    private static Observation repository(String id, String card, List<String> tags) {
        return Observation.newBuilder()
                .setSource("huggingface")
                .setForm("repository")
                .setNativeId(id)
                .setText(card)
                .setHub(Hub.newBuilder().setTags(tags).build())
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "混元 9.0 正式发布, https://hunyuan.tencent.com/news/9, true",
        "DeepSeek-V9 正式版发布, https://api-docs.deepseek.com/zh-cn/news/v9, true",
        "DeepSeek APP 正式版发布, https://api-docs.deepseek.com/zh-cn/news/app, false",
        "GLM Coding Plan 正式上线, https://z.ai/blog/coding-plan, false",
        "Qwen 团队参加 2026 世界人工智能大会, https://qwenlm.github.io/zh/blog/waic, false",
        "Decoding chemistry with OpenAI o1, https://openai.com/index/decoding-chemistry, false",
    })
    void shouldTellAModelFromOtherNewsOfItsMaker(String title, String url, boolean release) {
        // Given:
        Observation post = Observation.newBuilder()
                .setForm("post")
                .setTitle(title)
                .setUrl(url)
                .build();

        // When:
        Kind kind = new KindReader().read(post);

        // Then:
        assertThat(kind.release()).isEqualTo(String.valueOf(release));
    }

    @ParameterizedTest
    @CsvSource({
        "HeronBench: long horizons, true",
        "Training systems of the future: a heron, false",
        "Heron: a training system for large models, true",
        "A systematic study of herons, true",
        "Corpora of herons in 41 languages, true",
        "The benchtop heron, false",
    })
    void shouldKnowByItsTitleThatAPaperIsAnotherThing(String title, boolean other) {
        // When:
        boolean said = PaperKind.isOtherThing(title);

        // Then:
        assertThat(said).isEqualTo(other);
    }
}
