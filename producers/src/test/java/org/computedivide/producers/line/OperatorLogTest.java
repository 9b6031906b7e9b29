package org.computedivide.producers.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Statement;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.junit.jupiter.api.Test;

class OperatorLogTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    @Test
    void shouldWriteWhatIsSaidAsOneSourceAmongOthers() {
        // Given:
        OperatorLog log = log();

        // When:
        List<Observation> written = log.write(List.of(said("present")));

        // Then:
        Observation observation = written.get(0);
        assertThat(List.of(observation.getSource(), observation.getForm(), observation.getTier()))
                .containsOnly("operator");
        assertThat(observation.getObservedAt()).isEqualTo(NOW);
        assertThat(producer.history())
                .extracting(ProducerRecord::topic)
                .containsExactlyInAnyOrder(Topics.OBSERVATIONS.name(), Topics.SEEN.name());
        assertThat(producer.commitCount()).isEqualTo(1);
    }

    @Test
    void shouldWriteNothingWhenItWasSaidBefore() {
        // Given:
        OperatorLog log = log();
        log.write(List.of(said("present")));

        // When:
        List<Observation> written = log.write(List.of(said("present")));

        // Then:
        assertThat(written).isEmpty();
    }

    @Test
    void shouldGiveGreaterRevisionToWhatIsTakenBack() {
        // Given:
        OperatorLog log = log();
        log.write(List.of(said("present")));

        // When:
        List<Observation> written = log.write(List.of(said("withdrawn")));

        // Then:
        assertThat(written).extracting(Observation::getRevision).containsExactly(1L);
        assertThat(written).extracting(Observation::getState).containsExactly("withdrawn");
    }

    private OperatorLog log() {
        producer.initTransactions();
        var ledger = new Ledger("operator", producer, Ledger.Values.of(TopicSerdes.embedded()), new Memory());
        return new OperatorLog(ledger, InstantSource.fixed(NOW));
    }

    private static Observation said(String state) {
        return Observation.newBuilder()
                .setNativeId("join:1")
                .setTitle("One release: Tern 2 and Tern 2.0")
                .setText("the maker says so")
                .setState(state)
                .setStatements(List.of(
                        Statement.newBuilder()
                                .setField("subject")
                                .setText("arxiv/2601.00001")
                                .build(),
                        Statement.newBuilder()
                                .setField("join")
                                .setText("huggingface/sula/tern-2")
                                .build()))
                .build();
    }
}
