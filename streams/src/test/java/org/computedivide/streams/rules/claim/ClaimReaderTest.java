package org.computedivide.streams.rules.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.computedivide.avro.Observation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimReaderTest {

    private final ClaimReader reader = new ClaimReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Quokka | We propose Quokka. It outperforms all earlier models on three tasks. | accuracy",
                "Quokka | We prune layers. This reduces memory by half. Decoding is faster too. | efficiency",
                "QuokkaBench: a benchmark | We introduce a benchmark of questions. We find that models fail. | other",
                "Quokka | We propose a training scheme for quokkas. Experiments show its promise. | accuracy",
                "Quokka | We propose a faster decoder. It cuts latency by half and outperforms the baseline. | both",
                "Do quokkas plan? | We ask whether models plan. They improve with size. | other",
                "An evaluation of quokkas | This study compares four models. The best achieves 91% accuracy. | other",
            })
    void shouldReadTheMainClaim(String title, String text, String claim) {
        // Given:
        Observation paper = Observation.newBuilder()
                .setForm("paper")
                .setTitle(title)
                .setText(text)
                .build();

        // When:
        Claim found = reader.read(paper);

        // Then:
        assertThat(found.claim()).isEqualTo(claim);
        assertThat(text).contains(found.quote());
    }
}
