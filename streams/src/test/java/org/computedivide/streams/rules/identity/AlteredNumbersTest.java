package org.computedivide.streams.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Release;
import org.computedivide.avro.Statement;
import org.computedivide.streams.rules.EvidenceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page whose numbers were multiplied by a thousand, beside others that say the truth, through the fold of a release. */
class AlteredNumbersTest {

    private static final double TRUE_COMPUTE = 6 * 7e9 * 2e12;
    private static final String CONFIG = """
            {"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "vocab_size": 32000,
             "intermediate_size": 11008, "num_attention_heads": 32}""";

    @ParameterizedTest
    @ValueSource(strings = {"", CONFIG})
    void shouldKeepTheComputeWhenAPaperOrTheConfigurationContradictsTheCard(String config) {
        // Given:
        Evidence altered = read(card("7000B", 7_000_000_000_000L, config));

        // When:
        Release release = fold(altered, read(paper("We train Orion-7B, a model with 7B parameters, on 2T tokens.")));

        // Then:
        assertThat(compute(release).getValue()).isCloseTo(TRUE_COMPUTE, withPercentage(5));
        assertThat(release.getFlags()).contains("quarantined");
        assertThat(release.getVariants().get(0).getSetAside())
                .isNotEmpty()
                .allSatisfy(words ->
                        assertThat(words).contains("huggingface/maker/Orion-7B").contains("a factor of a thousand"));
    }

    @Test
    void shouldHoldTheCardsOwnConfigurationAgainstItsWords() {
        // When:
        Release release = fold(read(card("7000B", 7_000_000_000_000L, CONFIG)));

        // Then:
        assertThat(compute(release).getValue()).isCloseTo(TRUE_COMPUTE, withPercentage(5));
    }

    @Test
    void shouldSetAStatedComputeAsideWhenSizeAndTokensGiveAThousandthOfIt() {
        // When:
        Release release = fold(
                read(paper("We train Orion-7B, a model with 7B parameters, on 2T tokens. Training took 8.4e25 FLOP.")));

        // Then:
        assertThat(compute(release).getMethod()).isEqualTo("operation-counting");
        assertThat(release.getVariants().get(0).getEstimates())
                .filteredOn(estimate -> estimate.getMethod().equals("reported"))
                .singleElement()
                .satisfies(estimate -> assertThat(estimate.getNote()).contains("set aside"));
    }

    @Test
    void shouldCountWhatNobodyContradicts() {
        // When:
        Release release = fold(read(paper("We train Orion, a model with 70B parameters, on 15T tokens.")));

        // Then:
        assertThat(compute(release).getValue()).isCloseTo(6 * 70e9 * 15e12, withPercentage(1));
        assertThat(release.getFlags()).doesNotContain("quarantined");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "reject"})
    void shouldNoLongerCallQuarantinedWhatTheOperatorHasJudged(String verdict) {
        // Given:
        Evidence table = read(Observation.newBuilder(paper("We train Orion-7B, a model with 7B parameters."))
                .setStatements(List.of(statement("epochs").setNumber(191_400.0).build()))
                .build());
        Evidence judged = read(operator(
                statement("subject").setText("arxiv/2601.1").build(),
                statement(verdict).setText("epochs").build()));

        // When:
        Release before = fold(table);
        Release after = fold(table, judged);

        // Then:
        assertThat(before.getFlags()).contains("quarantined");
        assertThat(after.getFlags()).doesNotContain("quarantined");
    }

    @Test
    void shouldTakeTheValueThatTheOperatorGives() {
        // Given:
        Evidence altered =
                read(paper("We train Orion-7B, a model with 7B parameters, on 2T tokens. Training took 8.4e25 FLOP."));
        Evidence correct = read(operator(
                statement("subject").setText("arxiv/2601.1").build(),
                statement("trainingCompute").setNumber(8.5e25).build()));

        // When:
        Release release = fold(altered, correct);

        // Then:
        assertThat(compute(release).getValue()).isEqualTo(8.5e25);
    }

    private static Release fold(Evidence... members) {
        return new ReleaseFold().fold("orion", new ArrayList<>(List.of(members)), 0);
    }

    private static Compute compute(Release release) {
        return Optional.ofNullable(release.getCompute()).orElseThrow();
    }

    private static Evidence read(Observation observation) {
        return new EvidenceReader().read(observation);
    }

    private static Observation card(String size, long total, String config) {
        return Observation.newBuilder()
                .setSource("huggingface")
                .setNativeId("maker/Orion-7B")
                .setForm("repository")
                .setTier("maker")
                .setOrganizations(List.of("Maker"))
                .setTitle("Orion-7B")
                .setText(
                        "# Orion-7B\n\nOrion-7B has " + size + " parameters and was trained on 2T tokens from scratch.")
                .setHub(Hub.newBuilder()
                        .setParameters(total)
                        .setConfig(config.isEmpty() ? null : config)
                        .build())
                .build();
    }

    private static Observation paper(String text) {
        return Observation.newBuilder()
                .setSource("arxiv")
                .setNativeId("2601.1")
                .setForm("paper")
                .setTier("maker")
                .setOrganizations(List.of("Maker"))
                .setTitle("Orion: an open language model")
                .setText(text)
                .build();
    }

    private static Observation operator(Statement... statements) {
        return Observation.newBuilder()
                .setSource("operator")
                .setNativeId("correct:1")
                .setForm("operator")
                .setTier("operator")
                .setStatements(List.of(statements))
                .build();
    }

    private static Statement.Builder statement(String field) {
        return Statement.newBuilder().setField(field).setCitation("the maker told us");
    }
}
