package org.computedivide.producers.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Seen;
import org.computedivide.avro.topics.TopicSerdes;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void shouldNotCommitAnObservationOfWhichIsNotWrittenThatItWasSeen() {
        // Given: of two records the last never reaches the log
        var producer = new LosingTheLast();
        producer.initTransactions();
        var memory = new Memory();
        var ledger = new Ledger("arxiv", producer, Ledger.Values.of(TopicSerdes.embedded()), memory);
        var writes = new Writes();
        writes.observations.add(Observation.newBuilder()
                .setSource("arxiv")
                .setNativeId("2603.00001")
                .setObservedAt(NOW)
                .build());
        writes.seen.put("2603.00001", Seen.newBuilder().setObservedAt(NOW).build());

        // When:
        assertThatThrownBy(() -> ledger.commit(writes)).isInstanceOf(KafkaException.class);

        // Then: neither is committed nor remembered
        assertThat(producer.commitCount()).isZero();
        assertThat(memory.size()).isZero();
    }

    private static final class LosingTheLast extends MockProducer<String, byte[]> {

        LosingTheLast() {
            super(false, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized void flush() {
            completeNext();
            errorNext(new TimeoutException("not written in time"));
        }
    }
}
