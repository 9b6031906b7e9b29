package org.computedivide.streams.rules.openness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Openness;
import org.computedivide.streams.rules.names.Folded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpennessTest {

    private final OpennessReader reader = new OpennessReader();

    @ParameterizedTest
    @CsvSource({
        "apache-2.0, unrestricted",
        "Apache License 2.0, unrestricted",
        "GPL-2.0-or-later, unrestricted",
        "CC-BY-3.0-AT, unrestricted",
        "cc-by-nc-sa-4.0, non-commercial",
        "CC-BY-NC-ND-3.0-IGO, non-commercial",
        "CC-BY-ND-3.0-DE, restricted-use",
        "llama3.1, restricted-use",
        "Llama 4 license, restricted-use",
        "gemma, restricted-use",
        "bigscience-bloom-rail-1.0, restricted-use",
        "Qwen License, restricted-use",
        "Mistral AI Research License, non-commercial",
        "openmdw-1.0, unrestricted",
        "other, unknown",
        "wombat license of our own, unknown",
        "wombat research license, non-commercial",
        "Wombat Non-Commercial Research License v2, non-commercial",
        "modified Apache 2.0 license, restricted-use",
        "MIT license with additional terms, restricted-use",
        "Modified BSD License, unrestricted",
        "Apache 2.0 license with LLVM exceptions, unrestricted",
        "lfm1.0, restricted-use",
        "nvidia-internal-scientific-research-and-development-model-license, non-commercial",
    })
    void shouldClassLicences(String license, String expected) {
        // Given:
        Observation repository = hub(Hub.newBuilder().setLicense(license).build(), "");

        // When:
        Openness openness = reader.read(repository);

        // Then:
        assertThat(openness.getLicenseClass()).isEqualTo(expected);
    }

    @Test
    void shouldTellAnEmptyLicenceFromAnUnknownOne() {
        // When:
        List<String> classes = List.of(
                reader.read(hub(Hub.newBuilder().setLicense("none").build(), ""))
                        .getLicenseClass(),
                reader.read(hub(Hub.newBuilder().build(), "")).getLicenseClass());

        // Then:
        assertThat(classes).containsExactly("none", "unknown");
    }

    @Test
    void shouldNotCloseWhatIsGated() {
        // Given:
        Observation gated =
                hub(Hub.newBuilder().setLicense("apache-2.0").setGated("manual").build(), "");

        // When:
        Openness openness = reader.read(gated);

        // Then:
        assertThat(openness.getWeights()).isEqualTo("unrestricted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We release the model weights on Hugging Face. | unrestricted",
                "We will release the model weights soon. | unreleased",
                "Quokka is available today through our API. | api",
                "The model is available for research purposes only. | non-commercial",
                "It has three layers and likes leaves. | unknown",
                "We have decided against releasing the trained model. | unreleased",
                "Neither the code nor the weights are publicly available. | unreleased",
                "The trained weights are available from the authors upon reasonable request. | unreleased",
                "Access to the model is given to trusted testers. | unreleased",
                "The model has open weights; you may not use it to train competing models. | restricted-use",
                "The weights are open, but not for military purposes. | restricted-use",
                "Firms with an annual revenue under $1M may use the model. | restricted-use",
                "Weights are for non-production use only. | non-commercial",
                "You can try Quokka for free at chat.acme.example. | hosted",
                "模型已上线API,开发者可通过开放平台调用。 | api",
                "禁止将模型用于任何商业目的。 | non-commercial",
                "The model has not been open-sourced. | unreleased",
                "We plan to open-source the model in the coming weeks. | unreleased",
                "We release the weights and plan to release the data. | unrestricted",
                "The model is currently in private beta. | unreleased",
                "It is available on Amazon Bedrock. | api",
                "We open-source Quokka-7B and Quokka-32B under Apache 2.0. | unrestricted",
                "The code is under Apache 2.0. | unknown",
                "You must not use the model or its outputs to improve any other model. | restricted-use",
                "The model may not be used within the European Union. | restricted-use",
                "Free for personal use. For commercial licensing contact sales. | restricted-use",
                "模型权重已开源,学术研究免费,商用需申请授权。 | restricted-use",
                "即日起,用户可在豆豆App免费使用。 | hosted",
            })
    void shouldReadWhatSentencesSayOfTheWeights(String text, String weights) {
        // Given:
        Observation post =
                Observation.newBuilder().setForm("post").setText(text).build();

        // When:
        Openness openness = reader.read(post);

        // Then:
        assertThat(openness.getWeights()).isEqualTo(weights);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "free for research and commercial use | unrestricted",
                "open for research, commercial use requires a separate license | restricted-use",
                "Acme Terms v1.1 (no military use) | restricted-use",
                "dual license: AGPL-3.0 or commercial | unrestricted",
                "Apache 2 (code), CC BY-NC-SA 4.0 (weights) | non-commercial",
                "Attribution-ShareAlike 4.0 | unrestricted",
                "Evaluation only | non-commercial",
                "Acme Terms v1.1 | unknown",
            })
    void shouldReadWordsInThePlaceOfALicence(String written, String weights) {
        // Given:
        Observation page = Observation.newBuilder()
                .setForm("post")
                .setHub(Hub.newBuilder().setLicense(written).build())
                .build();

        // When:
        Openness openness = reader.read(page);

        // Then:
        assertThat(openness.getWeights()).isEqualTo(weights);
        assertThat(openness.getLicense()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'license':{},'components':[{'name':'Model card','license':'MIT'}]} | unclassified",
                "{'license':{'distribution':'Apache-2.0'},'components':[{'name':'Model architecture'},{'name':'Model parameters (Final)'},{'name':'Model card'},{'name':'Data card'},{'name':'Technical report'},{'name':'Evaluation results'}]} | III",
                "{'license':{'distribution':'Apache 2.0'},'components':[{'name':'Model architecture'},{'name':'Model parameters (Final)'},{'name':'Model card'},{'name':'Data card'},{'name':'Technical report'},{'name':'Evaluation results'}]} | unclassified",
            })
    void shouldClassByComponents(String mof, String expected) throws Exception {
        // Given:
        var json = new ObjectMapper().readTree(mof.replace('\'', '"'));

        // When:
        String found = MofClass.of(json);

        // Then:
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void shouldNameNoLicenceTwice() {
        // Given:
        Set<String> names = new HashSet<>();

        // When:
        List<License> licenses = Licenses.read();

        // Then:
        for (License license : licenses) {
            assertThat(license.source()).as(license.id()).isNotBlank();
            assertThat(license.type()).isIn("unrestricted", "restricted-use", "non-commercial", "none", "unknown");
            assertThat(names.add(Folded.of(license.id()))).as(license.id()).isTrue();
            license.aliases()
                    .forEach(alias -> assertThat(names.add(Folded.of(alias)))
                            .as(alias + " of " + license.id())
                            .isTrue());
        }
    }

    private static Observation hub(Hub hub, String card) {
        return Observation.newBuilder()
                .setSource("huggingface")
                .setForm("repository")
                .setHub(hub)
                .setText(card)
                .build();
    }

    @Test
    void shouldShowWhatEveryComponentRestsOn() {
        // Given:
        Observation paper = Observation.newBuilder()
                .setSource("arxiv")
                .setForm("paper")
                .setText("We release the training code and model weights under the Apache 2.0 license.")
                .setLinks(List.of("https://github.com/acme/quokka", "https://huggingface.co/datasets/acme/burrows"))
                .build();

        // When:
        Openness openness = new OpennessReader().read(paper);

        // Then:
        assertThat(openness.getTrainingCode()).isEqualTo("open");
        assertThat(openness.getData()).isEqualTo("open");
        assertThat(openness.getDimensions()).containsEntry("opencode", "open").doesNotContainKey("llmdata");
        assertThat(openness.getEvidence())
                .containsEntry("data", "https://huggingface.co/datasets/acme/burrows")
                .containsEntry("trainingCode", paper.getText());
    }

    @Test
    void shouldTakeALicenceBesideABindingNoteForThatOfTheCode() {
        // Given:
        Observation page = Observation.newBuilder()
                .setSource("huggingface")
                .setText("For commercial use, please fill out the form.")
                .setHub(Hub.newBuilder().setLicense("Apache 2.0").build())
                .build();

        // When:
        Openness openness = new OpennessReader().read(page);

        // Then:
        assertThat(openness.getWeights()).isEqualTo("restricted-use");
        assertThat(openness.getQuote()).contains("commercial use");
    }

    @ParameterizedTest
    @CsvSource({
        "meta-llama/Llama-3.1-8B, llama3.1, restricted-use",
        "meta-llama/Llama-2-7b-chat-hf, llama2, restricted-use",
        "google/gemma-2-9b, gemma, restricted-use",
        "acme/Quokka-7B, '', unknown",
    })
    void shouldBindADerivativeWithoutALicenceByThatOfItsBase(String base, String license, String weights) {
        // Given:
        Observation derivative = Observation.newBuilder()
                .setSource("huggingface")
                .setForm("repository")
                .setNativeId("someone/my-model")
                .setHub(Hub.newBuilder()
                        .setTags(List.of("base_model:finetune:" + base))
                        .build())
                .build();

        // When:
        Openness openness = new OpennessReader().read(derivative);

        // Then:
        assertThat(openness.getWeights()).isEqualTo(weights);
        assertThat(openness.getLicense()).isEqualTo(license);
        assertThat(openness.getEvidence().getOrDefault("inheritedFrom", "")).isEqualTo(license.isEmpty() ? "" : base);
    }

    @Test
    void shouldKnowALicenceByOneMoreRowOfData() {
        // Given:
        var rows = new ArrayList<>(Licenses.read());
        rows.add(new License(
                "quokka-1.0",
                List.of("Quokka Community Licence"),
                "quokka",
                "restricted-use",
                List.of("user-cap"),
                List.of("quokka"),
                false,
                false,
                "Acme",
                List.of("acme.example/quokka-form")));

        // When:
        var licenses = new Licenses(rows);

        // Then:
        assertThat(licenses.find("the Quokka Community Licence"))
                .hasValueSatisfying(found -> assertThat(found.type()).isEqualTo("restricted-use"));
        assertThat(licenses.find("quokka-2.0")).isPresent();
        assertThat(licenses.ofBase("acme/Quokka-7B")).isPresent();
        assertThat(licenses.isGate("https://www.acme.example/Quokka-Form/7b")).isTrue();
        assertThat(licenses.isGate("https://www.acme.example/quokka")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "acme/Quokka-R1-Distill-Llama-8B, mit, restricted-use",
        "acme/Llama-3.1-Quokka-8B, apache-2.0, restricted-use",
        "acme/Quokka-gemma-2-9b, apache-2.0, restricted-use",
        "acme/TinyLlama-Quokka, apache-2.0, unrestricted",
        "acme/Quokka-gemma-4-31B-it, apache-2.0, unrestricted",
        "acme/Quokka-Kimi-K2, mit, restricted-use",
        "acme/Quokka-7B, apache-2.0, unrestricted",
    })
    void shouldLetTheTermsOfTheBaseBindUnderAPermissiveTag(String id, String license, String expected) {
        // Given:
        Observation repository = Observation.newBuilder(
                        hub(Hub.newBuilder().setLicense(license).build(), ""))
                .setNativeId(id)
                .build();

        // When:
        Openness read = reader.read(repository);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "arxiv, NVIDIA, Apache 2.0, 2025-03-01, non-commercial",
        "blog, NVIDIA, Apache 2.0, 2025-03-01, restricted-use",
        "blog, NVIDIA, CC-BY-4.0, 2025-03-01, unrestricted",
        "arxiv, DeepSeek, MIT, 2024-05-01, restricted-use",
        "arxiv, DeepSeek, MIT, 2025-05-01, unrestricted",
        "arxiv, University of Oxford, MIT, 2025-05-01, unrestricted",
    })
    void shouldTakeAPermissiveLicenceForThatOfTheCodeWhereTheMakerBindsWeights(
            String source, String maker, String license, String day, String expected) {
        // Given:
        Observation page = Observation.newBuilder()
                .setSource(source)
                .setNativeId("quokka")
                .setTitle("Quokka")
                .setPublishedAt(day)
                .setOrganizations(List.of(maker))
                .setHub(Hub.newBuilder().setLicense(license).build())
                .build();

        // When:
        Openness read = reader.read(page);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // Who keeps the weights says whose terms hold, whoever is named first.
        "Tsinghua University, https://huggingface.co/openbmb/Quokka-2B, 2024-06-01, restricted-use",
        "NVIDIA, https://huggingface.co/ServiceNow-AI/Quokka-15b, 2025-05-01, unrestricted",
        "NVIDIA, https://huggingface.co/someone-else/Quokka-15b, 2025-05-01, unrestricted",
        "NVIDIA, https://quokka.example/page, 2025-05-01, restricted-use",
        // Terms of one account of a maker, not of all its accounts, and only for a time.
        "Shanghai AI Lab, https://github.com/InternLM/Quokka, 2024-01-01, restricted-use",
        "Shanghai AI Lab, https://github.com/InternLM/Quokka, 2025-06-01, unrestricted",
        "Shanghai AI Lab, https://github.com/OpenGVLab/Quokka, 2024-01-01, unrestricted",
        "Stability AI, https://github.com/Stability-AI/Quokka, 2024-02-12, non-commercial",
        "Stability AI, https://github.com/Stability-AI/Quokka, 2024-09-12, restricted-use",
    })
    void shouldAskTheAccountsThatAPageLinksBeforeItsFirstOrganisation(
            String maker, String link, String day, String expected) {
        // Given:
        Observation page = Observation.newBuilder()
                .setSource("blog")
                .setNativeId("quokka")
                .setTitle("Quokka")
                .setPublishedAt(day)
                .setOrganizations(List.of(maker))
                .setLinks(List.of(link))
                .setHub(Hub.newBuilder().setLicense("Apache 2.0").build())
                .build();

        // When:
        Openness read = reader.read(page);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://huggingface.co/baichuan-inc/Quokka-7B, restricted-use",
        "https://github.com/baichuan-inc/Quokka/blob/main/LICENSE, restricted-use",
        "https://github.com/baichuan-inc/Quokka, unknown",
        "https://huggingface.co/acme/Quokka-7B, unknown",
    })
    void shouldTakeTheTermsOfTheMakerWhereWeightsAreLinkedAndNothingIsSaid(String link, String expected) {
        // Given:
        Observation page = Observation.newBuilder()
                .setSource("arxiv")
                .setNativeId("2401.00001")
                .setTitle("Quokka")
                .setPublishedAt("2024-01-02")
                .setLinks(List.of(link))
                .build();

        // When:
        Openness read = reader.read(page);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The project is released under the MIT License. It uses the pre-trained Tern-72B as a component, which is licensed under the Qwen License. | restricted-use
            The project is released under the MIT License. It uses the pre-trained Tern-7B as a component, which is licensed under the Apache 2.0 License. | unrestricted
            Quokka is available to users of partners and through the enterprise-focused Acme API. | api
            """)
    void shouldHearWhatBindsAPartAndWhatAnApiIsCalled(String text, String expected) {
        // Given:
        Observation page = Observation.newBuilder()
                .setSource("blog")
                .setNativeId("quokka")
                .setTitle("Quokka")
                .setText(text)
                .build();

        // When:
        Openness read = reader.read(page);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"apache-2.0, unrestricted", "Apache 2.0, restricted-use"})
    void shouldBelieveTheTagOfARepositoryButNotWhatIsWrittenInItsPlace(String license, String expected) {
        // Given:
        Observation repository = Observation.newBuilder(
                        hub(Hub.newBuilder().setLicense(license).build(), ""))
                .setNativeId("internlm/quokka-20b")
                .setPublishedAt("2024-08-01")
                .build();

        // When:
        Openness read = reader.read(repository);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "acme/quokka-llama-7b, 2023-04-01, non-commercial",
        "acme/quokka-llama-7b, 2023-08-01, unrestricted",
        "acme/open_llama_7b, 2023-06-01, unrestricted",
    })
    void shouldBindByTheFirstLlamaUntilThereWasASecond(String repository, String day, String expected) {
        // Given:
        Observation paper = Observation.newBuilder()
                .setSource("arxiv")
                .setNativeId("2304.00001")
                .setTitle("Quokka: Tuning a Language Model")
                .setPublishedAt(day)
                .setLinks(List.of("https://huggingface.co/" + repository))
                .setHub(Hub.newBuilder().setLicense("Apache 2.0").build())
                .build();

        // When:
        Openness read = reader.read(paper);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2022-05-02, non-commercial", "2024-05-02, restricted-use"})
    void shouldTellByTheDayWhatTermsOfWeightsApartForbade(String day, String expected) {
        // Given:
        Observation paper = Observation.newBuilder()
                .setSource("arxiv")
                .setNativeId("2601.00001")
                .setTitle("Quokka")
                .setPublishedAt(day)
                .setLinks(List.of("https://github.com/acme/quokka/blob/main/MODEL_LICENSE.md"))
                .setHub(Hub.newBuilder().setLicense("MIT").build())
                .build();

        // When:
        Openness read = reader.read(paper);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
    }

    @Test
    void shouldBindWeightsThatALinkLicensesApart() {
        // Given:
        Observation paper = Observation.newBuilder()
                .setSource("arxiv")
                .setNativeId("2601.00001")
                .setTitle("Quokka")
                .setLinks(List.of("https://github.com/acme/quokka/blob/main/MODEL_LICENSE.md"))
                .setHub(Hub.newBuilder().setLicense("MIT").build())
                .build();

        // When:
        Openness read = reader.read(paper);

        // Then:
        assertThat(read.getWeights()).isEqualTo("restricted-use");
    }

    @ParameterizedTest
    @CsvSource({
        "moonshotai/Kimi-K2-Quokka, restricted-use, kimi-k2",
        "MiniMaxAI/MiniMax-M2-Quokka, unrestricted, minimax-m2",
        "acme/Quokka-7B, restricted-use, modified-mit",
    })
    void shouldTellByTheLineOfModelsWhatANameOfSeveralLicencesMeans(String id, String expected, String license) {
        // Given:
        String card = "---\nlicense: other\nlicense_name: modified-mit\n---\n# Quokka\n";
        Observation repository = Observation.newBuilder(
                        hub(Hub.newBuilder().setLicense("other").build(), card))
                .setNativeId(id)
                .build();

        // When:
        Openness read = reader.read(repository);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
        assertThat(read.getLicense()).isEqualTo(license);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wombat LLaMA: Tuning for Leaves | https://github.com/acme/wombat | 2023-06-01 | non-commercial",
                "Wombat LLaMA: Tuning for Leaves | https://github.com/acme/wombat | 2024-02-20 | restricted-use",
                "OpenWombat: A Rival of LLaMA | https://github.com/acme/wombat | 2024-02-20 | unrestricted",
                "Open LLaMA: A Remake | https://github.com/acme/remake | 2023-06-01 | unrestricted",
                "ShieldGemma: Small Guards | https://github.com/google-deepmind/guards | 2024-08-01 | restricted-use",
                "Guards for Gemma: A Study | https://github.com/acme/guards | 2024-08-01 | unrestricted",
                "OPT: A Line of Models | https://github.com/facebookresearch/line | 2022-06-01 | non-commercial",
                "OPT: Optimal Transport of Leaves | https://github.com/acme/opt | 2022-06-01 | unrestricted",
                "Tuning in Pieces | https://github.com/acme/x/blob/main/wombat_65b.sh | 2023-05-23 | unrestricted",
                "Tuning in Pieces | https://huggingface.co/acme/wombat-70b | 2024-01-23 | unrestricted",
                "Tuning in Pieces | https://huggingface.co/acme/wombat-7b | 2024-01-23 | unrestricted",
            })
    void shouldKnowTheBaseOfAPaperByItsTitleButNotByASize(String title, String link, String day, String expected) {
        // Given:
        Observation paper = Observation.newBuilder()
                .setSource("arxiv")
                .setNativeId("2401.00001")
                .setTitle(title)
                .setPublishedAt(day)
                .setLinks(List.of(link))
                .setHub(Hub.newBuilder().setLicense("MIT").build())
                .build();

        // When:
        Openness read = reader.read(paper);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Code Availability. The code of Wombat is in its repository. | unreleased",
                "To facilitate reproducibility, the supplement has our training code. | unreleased",
                "Code availability. Code and trained weights are on Zenodo. | unknown",
                "Our code is available on GitHub. | unknown",
                "Researchers can reproduce our results, and the checkpoints are listed in the appendix. | unknown",
            })
    void shouldTakeAStatementOnWhatIsGivenAtItsWord(String text, String expected) {
        // Given:
        Observation paper = Observation.newBuilder()
                .setSource("arxiv")
                .setNativeId("2401.00001")
                .setTitle("Wombat")
                .setText(text)
                .build();

        // When:
        Openness read = reader.read(paper);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://platform.acme.example/docs, api",
        "https://acme.example/api/wombat, api",
        "https://acme.example/chat, hosted",
    })
    void shouldTakeAProductWithAPlatformForProgramsAsAnInterface(String link, String expected) {
        // Given:
        Observation post = Observation.newBuilder()
                .setForm("post")
                .setText("Wombat is available today to all users.")
                .setLinks(List.of(link))
                .build();

        // When:
        Openness read = reader.read(post);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# License The model is available under the MIT License. | unrestricted | MIT",
                "Trained on the Wombat corpus, which is licensed under CC BY-NC 4.0. | unknown | none",
                "The weights may be used for research purposes only. | non-commercial | none",
                "## Contact us at the burrow. Coming soon: a larger model. We release three models. | unknown | none",
                "For commercial use of the model, please contact us. | restricted-use | none",
                "The code is MIT licensed. The model follows the Gemma Terms of Use, see the license. | restricted-use | gemma",
            })
    void shouldReadOnlyTermsOfWeightsOnACardWithoutATag(String text, String expected, String license) {
        // Given:
        Observation repository = hub(Hub.newBuilder().setLicense("none").build(), "# Wombat\n\n" + text);

        // When:
        Openness read = reader.read(repository);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
        assertThat(read.getLicense()).isEqualTo(license);
    }

    @ParameterizedTest
    @CsvSource({
        "mistralai/Wombat-Large, 2024-07-24, non-commercial, mrl",
        "mistralai/Wombat-Large, 2026-07-24, restricted-use, other",
        "acme/Wombat-FLUX.1-dev, 2024-09-01, non-commercial, flux-1-dev-non-commercial-license",
        "acme/Wombat-Llama-2-7b, 2024-09-01, restricted-use, llama2",
        "acme/Wombat, 2024-09-01, restricted-use, other",
    })
    void shouldFindTheTermsThatATagCallsOther(String id, String day, String expected, String license) {
        // Given:
        Observation repository = Observation.newBuilder(
                        hub(Hub.newBuilder().setLicense("other").build(), ""))
                .setNativeId(id)
                .setPublishedAt(day)
                .build();

        // When:
        Openness read = reader.read(repository);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
        assertThat(read.getLicense()).isEqualTo(license);
    }

    @Test
    void shouldBindAnUploadWithoutALicenceByTheBaseInItsName() {
        // Given:
        Observation repository = Observation.newBuilder(
                        hub(Hub.newBuilder().setLicense("none").build(), ""))
                .setNativeId("acme/llama-3-8b-wombat")
                .build();

        // When:
        Openness read = reader.read(repository);

        // Then:
        assertThat(read.getWeights()).isEqualTo("restricted-use");
        assertThat(read.getLicense()).isEqualTo("llama3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "模型采用Apache 2.0协议开源，可商用。 | unrestricted",
                "本项目遵循 MIT 许可证，模型权重已开源。 | unrestricted",
                "本模型仅供学术研究使用，禁止商用。 | non-commercial",
                "模型权重对学术研究完全开放，在填写问卷进行登记后亦允许免费商业使用。 | restricted-use",
                "使用本模型须遵守《袋熊模型社区许可协议》。 | restricted-use",
                "模型权重即将开源，敬请期待。 | unreleased",
                "用户可以通过 API 调用该模型。 | api",
                "训练数据来自公开数据集，仅限研究使用的数据已剔除。 | unknown",
                "このモデルは研究目的のみに利用できます。 | non-commercial",
                "モデルはApache 2.0ライセンスで公開しています。 | unrestricted",
                "이 모델은 비상업적 용도로만 사용할 수 있습니다. | non-commercial",
            })
    void shouldReadTermsInLettersOfOtherLanguages(String text, String expected) {
        // Given:
        Observation post =
                Observation.newBuilder().setForm("post").setText(text).build();

        // When:
        Openness read = reader.read(post);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
        assertThat(read.getQuote()).isEqualTo(expected.equals("unknown") ? "" : text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The model may not be used commercially. | non-commercial",
                "Commercial use of the weights is strictly prohibited. | non-commercial",
                "The model is freely available for academic use. | non-commercial",
                "The code is released under the MIT License and the weights are under CC-BY-NC 4.0. | non-commercial",
                "Weights: CC BY-NC-SA 4.0. Code: MIT License. | non-commercial",
                "Companies with revenue above $10 million need a commercial license. | restricted-use",
                "The model has a custom license that forbids military use. | restricted-use",
                "The weights are free for anyone, including for commercial purposes. | unrestricted",
                "The checkpoints are not publicly available. | unreleased",
                "Wombat is now available in the Acme app. | hosted",
                "We release the dataset, the benchmark and the trained models. | unrestricted",
                "The model is evaluated on three large open-source datasets. | unknown",
                "The agent outperforms existing open-source models. | unknown",
                "We pretrain a model with open-source packages. | unknown",
                "The datasets are not publicly available. | unknown",
                "It does not make a difference between a model and a burrow. | unknown",
                "Each person filled a questionnaire-style test, as the model did. | unknown",
                "For feedback on the model, please contact us. | unknown",
                "## Model License | unknown",
                "A mistake will be made by the model in one step. | unknown",
                "Limited data availability holds the model back. | unknown",
            })
    void shouldTellWhatIsSaidOfTheWeightsFromWhatIsSaidOfOtherThings(String text, String expected) {
        // Given:
        Observation post =
                Observation.newBuilder().setForm("post").setText(text).build();

        // When:
        Openness read = reader.read(post);

        // Then:
        assertThat(read.getWeights()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "apache-2.0, , open, open, open",
        "cc-by-nc-4.0, , partial, open, open",
        "creativeml-openrail-m, , partial, open, open",
        "exaone, , partial, open, open",
        "llama3, manual, closed, partial, partial",
        "apache-2.0, auto, open, partial, partial",
        "apache-2.0, false, open, open, open",
    })
    void shouldGradeLicenceAndWeightsApart(
            String license, @Nullable String gated, String graded, String base, String tuned) {
        // Given:
        Observation repository =
                hub(Hub.newBuilder().setLicense(license).setGated(gated).build(), "");

        // When:
        var dimensions = reader.read(repository).getDimensions();

        // Then:
        assertThat(dimensions)
                .containsEntry("license", graded)
                .containsEntry("llmweights", base)
                .containsEntry("rlweights", tuned);
    }

    @Test
    void shouldSeeAReviewedPaperAnInterfaceAndTheBaseInTheLinks() {
        // Given:
        Observation page = Observation.newBuilder()
                .setSource("other")
                .setTitle("Quokka")
                .setLinks(List.of(
                        "https://huggingface.co/acme/quokka-13b",
                        "https://ai.meta.com/resources/models-and-libraries/llama-downloads/",
                        "https://aclanthology.org/2024.acl-long.1/",
                        "https://docs.acme.example/api"))
                .setHub(Hub.newBuilder().setLicense("CC-BY-NC-4.0").build())
                .build();

        // When:
        var dimensions = reader.read(page).getDimensions();

        // Then:
        assertThat(dimensions)
                .containsEntry("paper", "open")
                .containsEntry("api", "open")
                .containsEntry("llmweights", "partial")
                .containsEntry("rlweights", "open");
    }
}
