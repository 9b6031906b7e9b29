package org.computedivide.monitor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.computedivide.avro.Day;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.computedivide.streams.StreamsApp;
import org.junit.jupiter.api.Test;

/** A topology that fails says so, is tried again, and does its work when the cause is gone. */
class FailingTopologyTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AtomicBoolean broken = new AtomicBoolean(true);

    @Test
    void shouldSayThatItFailsAndGoOnWhenTheCauseIsGone() {
        // Given:
        try (Stage stage = Stage.open(1, PATIENCE)) {
            StreamsApp app = stage.run("fragile", fragile(stage.serdes()), 1);
            stage.begin(LocalDate.of(2026, 3, 2));
            await().atMost(PATIENCE).until(() -> app.health().failures() > 1);
            boolean failing = app.health().isFailing(Instant.now());
            String said = app.health().said();

            // When:
            broken.set(false);

            // Then:
            stage.arrivals().awaitRead(app, Topics.DAYS);
            assertThat(failing).isTrue();
            assertThat(said).startsWith("the topology fragile is tried again after failure ");
        }
    }

    /** It fails before its first record: what fails on a record goes to the dead letters and stops nothing. */
    private Topology fragile(TopicSerdes serdes) {
        var builder = new StreamsBuilder();
        builder.stream(Topics.DAYS.name(), Consumed.with(Serdes.String(), serdes.of(Topics.DAYS)))
                .process(() -> new ContextualProcessor<String, Day, Void, Void>() {
                    @Override
                    public void init(ProcessorContext<Void, Void> context) {
                        if (broken.get()) {
                            throw new IllegalStateException("it cannot begin");
                        }
                    }

                    @Override
                    public void process(Record<String, Day> day) {
                        // Reading it is enough.
                    }
                });
        return builder.build();
    }
}
