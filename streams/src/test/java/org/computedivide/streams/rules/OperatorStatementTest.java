package org.computedivide.streams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.computedivide.avro.Evidence;
import org.computedivide.avro.Observation;
import org.junit.jupiter.api.Test;

class OperatorStatementTest {

    @Test
    void shouldNameNoModelByWhatTheOperatorSaysOfOthers() {
        // Given:
        Observation statement = Observation.newBuilder()
                .setSource("operator")
                .setNativeId("join:0123456789ab")
                .setForm("operator")
                .setTier("operator")
                .setTitle("One release: Egret 2 Technical Report, Egret-2-7B")
                .build();

        // When:
        Evidence evidence = new EvidenceReader().read(statement);

        // Then:
        assertThat(evidence.getModelName()).isEmpty();
        assertThat(evidence.getNames()).isEmpty();
        assertThat(evidence.getRelease()).isEqualTo("false");
    }
}
