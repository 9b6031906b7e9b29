package org.computedivide.streams.rules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.affiliation.AffiliationReader;
import org.computedivide.streams.rules.claim.ClaimReader;
import org.computedivide.streams.rules.kind.KindReader;
import org.computedivide.streams.rules.openness.OpennessReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two megabytes of text made to be hard must not take longer than a few seconds on a busy machine. */
class ClassesInLinearTimeTest {

    private static final int LENGTH = 2_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we introduce a ",
                "title = {",
                "arxiv.org/abs/2601.01234 paper ",
                "---\nlicense: [[[",
                "released under the non commercial licence ",
                "\u202e\u00e9("
            })
    void shouldReadHardCardsInTime(String piece) {
        // Given:
        String card = piece.repeat(LENGTH / piece.length());
        Observation repository = Observation.newBuilder()
                .setSource("huggingface")
                .setForm("repository")
                .setNativeId("someone/Quokka-7B")
                .setTitle(card.substring(0, 1_000))
                .setText(card)
                .setHub(Hub.newBuilder().build())
                .build();
        Observation paper = Observation.newBuilder(repository).setForm("paper").build();

        // When:
        // Then:
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatCode(() -> {
                            classify(repository);
                            classify(paper);
                        })
                        .doesNotThrowAnyException());
    }

    private static void classify(Observation observation) {
        new KindReader().read(observation);
        new AffiliationReader().read(observation);
        new OpennessReader().read(observation);
        new ClaimReader().read(observation);
        new NameReader().read(observation);
    }
}
