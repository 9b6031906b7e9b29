package org.computedivide.streams.rules.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Papers, posts and uploads of invented makers, and what a careful analyst would call them. */
class HardCasesTest {

    private final KindReader reader = new KindReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | Quokka-VL 2.1 Technical Report | We introduce Quokka-VL 2.1, a lightweight vision language model available in 8B and 2B variants. We release the weights under Apache 2.0.
            true  | Wombat-3B: A Small Language Model that Reasons and Acts | We present Wombat-3B, a unified generalist language model with only 3B parameters, trained on 12 trillion tokens. Wombat-3B outperforms prior models of similar scale.
            true  | NumbatBERT: A Language Model for Maltese Law | In this paper we introduce NumbatBERT, a legal language model pre-trained from scratch on an 18 GB corpus. We release NumbatBERT to support future research.
            true  | A Foundation Model for Seismic Waveforms | We present QuakeFM, a large-scale foundation model pretrained on 1.2 million recordings with self-supervised learning. Model weights and code are publicly available.
            true  | Bilby: An Open Family of Multilingual Embedding Models | We present Bilby, a new family of open multilingual embedding models in 4 sizes ranging from 80M to 7B. All models are released.
            true  | KoalaTTS: Towards Zero-Shot Speech Synthesis for 400 Languages | We present KoalaTTS, a massively multilingual zero-shot text-to-speech model trained on 600k hours. Our code and pre-trained models are publicly available.
            true  | EchidnaLM: A Generative Protein Language Model | We introduce EchidnaLM, a 3B parameter protein language model trained on 2 billion sequences.
            true  | Galah Technical Report | This report presents Galah, a mixture-of-experts large language model with 120B total and 9B active parameters. We open-source the base and instruct models.
            false | Adaptive Pruning for Faster Decoding | We propose a training-free framework that prunes attention heads during decoding. Experiments on Llama-3.1-8B and Qwen2.5-7B show speedups over baselines.
            false | DingoBench: Measuring Spatial Reasoning of Vision-Language Models | We introduce DingoBench, a benchmark of 4,000 questions. We evaluate 20 models.
            false | A Survey of World Models for Robotics | This survey reviews world models and gives a taxonomy of the field.
            false | On the Convergence of Adam with Heavy Tails | We prove that Adam converges under heavy-tailed noise, and give matching lower bounds.
            false | PossumKV: Compressing the Cache by Low-Rank Keys | We propose PossumKV, a method that compresses the key-value cache of any pretrained model. Experiments on long-context benchmarks show gains over existing baselines.
            false | How Language Models Forget: An Empirical Study | We study forgetting in 12 open language models and find that it grows with the learning rate.
            false | Retrieval-Augmented Agents for Airline Customers | This paper presents the design and evaluation of a retrieval-based assistant that uses an existing language model.
            false | Segmentation of Weeds in Drone Images using a U-Net with Attention | We propose an attention module for U-Net. Experiments on two datasets demonstrate improvements over existing methods.
            false | FedWombat: Personalised Federated Learning via Prototypes | We propose FedWombat, a framework that shares prototypes between clients. Our code is available.
            false | The Bandicoot Corpus: A Dataset of Spoken Dialogues | We release a corpus of 3,000 hours of dialogue with transcripts.
            """)
    void shouldTellPapersThatOfferAModel(boolean release, String title, String text) {
        // Given:
        Observation paper = Observation.newBuilder()
                .setForm("paper")
                .setTitle(title)
                .setText(text)
                .build();

        // When:
        Kind found = reader.read(paper);

        // Then:
        assertThat(found.release()).isEqualTo(String.valueOf(release));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | Introducing Quokka 2 | https://quokka.example/blog/quokka-2 | Quokka 2 is our most capable open language model yet, with 70B parameters.
            true  | Wombat 3 正式版发布 | https://wombat.example/news/wombat-3 | 我们发布新一代大语言模型 Wombat 3，参数规模 200B，已开源。
            true  | Numbat-7B: our first open-weights model | https://numbat.example/blog/numbat-7b | Today we are releasing Numbat-7B, a 7B language model trained from scratch under Apache 2.0.
            true  | Announcing Bilby-Coder 1.5 | https://bilby.example/blog/bilby-coder-1-5 | We are releasing Bilby-Coder 1.5, a new model for code with 32B parameters.
            false | Our position on open weights | https://quokka.example/blog/our-position-on-open-weights | Why we believe in responsible openness.
            false | Quokka launches Enterprise Pro | https://quokka.example/blog/enterprise-pro | A new plan for large companies with administration, single sign-on and support.
            false | Introducing a way to see how you use Claude | https://anthropic.com/news/a-way-to-see | A page that shows your own use.
            false | Creating nail art with ChatGPT | https://openai.com/index/nail-art | A studio tells how it works.
            false | How Acme Bank cut support costs by 40 % | https://quokka.example/customers/acme-bank | The bank uses our platform for its customers.
            false | Join us at the Summer Conference | https://wombat.example/events/summer | Meet the team, talks and workshops in Vienna.
            false | Wombat raises 200 million dollars | https://wombat.example/news/series-c | The funding will support hiring in Europe.
            false | What we learned from a year of red teaming | https://numbat.example/blog/red-teaming | Lessons from our safety team.
            false | Partnering with the Ministry of Education | https://numbat.example/news/ministry | A partnership for schools.
            false | Release notes 4.12.1 | https://bilby.example/changelog/4-12-1 | Bug fixes and improvements to the editor.
            """)
    void shouldTellPostsThatAnnounceAModel(boolean release, String title, String url, String text) {
        // Given:
        Observation post = Observation.newBuilder()
                .setForm("post")
                .setTitle(title)
                .setUrl(url)
                .setText(text)
                .build();

        // When:
        Kind found = reader.read(post);

        // Then:
        assertThat(found.release()).isEqualTo(String.valueOf(release));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            base      | false | someone/electra-base-maltese-cased-discriminator |
            base      | false | someone/roberta-small-basque |
            finetune  | false | someone/bert-base-uncased-squad2 |
            finetune  | false | someone/roberta-base-sentiment |
            finetune  | false | someone/quokka-experiment-12 |
            finetune  | false | allenai/Quokka-Qwen-7B |
            finetune  | false | allenai/Quokka-Qwen-7B-dpo |
            finetune  | true  | allenai/Quokka-7B-dpo |
            base      | true  | Qwen/Quokka-Qwen-7B |
            base      | true  | allenai/open_llama_quokka |
            base      | false | someone/quokka-bases | Quokka is the first of its kind. The model was pre-trained by a tool on news.
            finetune  | false | someone/quokka-tuned-for-bases | A base which is pre-trained on news was given new layers.
            quantized | false | someone/Quokka-7B-i1-GGUF |
            base      | true  | Qwen/Quokka-I1-Full |
            quantized | false | someone/Quokka-7B-AWQ |
            merge     | false | someone/Quokka-Wombat-ties-13B |
            adapter   | false | someone/quokka-7b-lora-recipes |
            base      | false | someone/quokka-7b | Quokka is a decoder that was trained on 15 trillion tokens of web text.
            base      | false | someone/quokka-1b | The model is trained on a total of 300B high-quality tokens.
            finetune  | false | someone/quokka-9b | A model further trained on 20 billion tokens of law.
            base      | false | someone/quokka-tiny | We pretrained quokka-tiny from scratch on a single GPU.
            finetune  | false | someone/quokka-legal | This is a fine-tuned version of Wombat 7B on court rulings.
            """)
    void shouldTellUploadsByNameAndCard(String kind, boolean release, String id, String card) {
        // Given:
        Observation upload = upload(id, card == null ? "" : card, List.of());

        // When:
        Kind found = reader.read(upload);

        // Then:
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.release()).isEqualTo(String.valueOf(release));
    }

    @ParameterizedTest
    @CsvSource({"quantized", "finetune", "merge"})
    void shouldNotTakeARepositoryForItsOwnBase(String relation) {
        // Given:
        Observation upload =
                upload("deepseek-ai/Quokka-Math", "", List.of("base_model:" + relation + ":deepseek-ai/quokka-math"));

        // When:
        Kind found = reader.read(upload);

        // Then:
        assertThat(found.kind()).isEqualTo("base");
        assertThat(found.baseModels()).extracting(BaseModel::getId).isEmpty();
    }

    private static Observation upload(String id, String card, List<String> tags) {
        return Observation.newBuilder()
                .setSource("huggingface")
                .setNativeId(id)
                .setTitle(id)
                .setForm("repository")
                .setText(card)
                .setHub(Hub.newBuilder().setTags(tags).build())
                .build();
    }
}
