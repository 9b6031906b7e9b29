package org.computedivide.producers.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.computedivide.avro.BackfillOrder;
import org.computedivide.avro.topics.SingleObjectSerde;
import org.computedivide.avro.topics.TopicSerdes;
import org.computedivide.avro.topics.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.BACKFILLS.name(), 0);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final Orders orders =
            new Orders(() -> consumer, TopicSerdes.embedded(), new ClockWatch(InstantSource.fixed(Instant.EPOCH)));
    private final Thread reader = new Thread(this::follow);
    private long offset;

    @BeforeEach
    void read() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        reader.start();
        await().atMost(PATIENCE).until(() -> consumer.assignment().contains(PARTITION));
    }

    @AfterEach
    void stop() throws InterruptedException {
        reader.interrupt();
        consumer.wakeup();
        reader.join(PATIENCE.toMillis());
    }

    @Test
    void shouldKnowTheNewestOrderOfEachSource() {
        // Given:
        say("arxiv", order("2026-01-01", "wanted"));
        say("huggingface", order("2026-02-01", "wanted"));

        // When:
        say("arxiv", order("2026-01-01", "paused"));

        // Then:
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(orders.of("arxiv").map(BackfillOrder::getState))
                        .contains("paused"));
        assertThat(orders.of("huggingface").map(BackfillOrder::getFrom)).contains("2026-02-01");
        assertThat(orders.of("openai")).isEmpty();
    }

    @Test
    void shouldGoOnBehindAnOrderThatCannotBeRead() {
        // Given:
        say("arxiv", "no order".getBytes(StandardCharsets.UTF_8));

        // When:
        say("huggingface", order("2026-02-01", "wanted"));

        // Then:
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(orders.of("huggingface")).isPresent());
        assertThat(orders.of("arxiv")).isEmpty();
    }

    @Test
    void shouldForgetAnOrderThatWasTakenOut() {
        // Given:
        say("arxiv", order("2026-01-01", "wanted"));
        await().atMost(PATIENCE).until(() -> orders.of("arxiv").isPresent());

        // When:
        say("arxiv", null);

        // Then:
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(orders.of("arxiv")).isEqualTo(Optional.empty()));
    }

    private void say(String source, byte @Nullable [] order) {
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset++, source, order)));
    }

    private static byte[] order(String from, String state) {
        BackfillOrder order =
                BackfillOrder.newBuilder().setFrom(from).setState(state).build();
        return SingleObjectSerde.of(BackfillOrder.class).serializer().serialize(PARTITION.topic(), order);
    }

    private void follow() {
        try {
            orders.follow();
        } catch (InterruptedException | org.apache.kafka.common.errors.WakeupException e) {
            Thread.currentThread().interrupt();
        }
    }
}
