package org.computedivide.avro.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.computedivide.avro.Day;
import org.junit.jupiter.api.Test;

class SingleObjectSerdeTest {

    private final Instant noon = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void shouldReadWhatItWrote() {
        // Given:
        var serde = SingleObjectSerde.of(Day.class);
        Day day = Day.newBuilder().setDate("2026-03-02").setObservedAt(noon).build();

        // When:
        byte[] bytes = serde.serializer().serialize("days", day);

        // Then:
        assertThat(serde.deserializer().deserialize("days", bytes)).isEqualTo(day);
    }

    @Test
    void shouldSayWhichTopicWhenBytesAreNoRecord() {
        // Given:
        var serde = SingleObjectSerde.of(Day.class);

        // Then:
        assertThatThrownBy(() -> serde.deserializer().deserialize("days", new byte[] {1, 2, 3}))
                .isInstanceOf(SerializationException.class)
                .hasMessage("cannot read a value of days");
    }
}
