package org.computedivide.streams.rules.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;
import org.junit.jupiter.api.Test;

class RecordJumpTest {

    private static final Release RECORD = release("record", "2025-01-10", 5e25);

    @Test
    void shouldTellARecordThatIsBrokenMoreThanTenTimes() {
        // Given:
        Release jump = release("jump", "2025-06-01", 6e26);

        // When:
        Optional<RecordJump> found = RecordJump.of(jump, List.of(RECORD, jump));

        // Then:
        assertThat(found).hasValueSatisfying(one -> {
            assertThat(one.times()).isBetween(11.9, 12.1);
            assertThat(one.former().getFamilyId()).isEqualTo("record");
        });
    }

    @Test
    void shouldLeaveAnOrdinaryRecordAlone() {
        // Given:
        Release next = release("next", "2025-06-01", 4e26);

        // When:
        Optional<RecordJump> found = RecordJump.of(next, List.of(RECORD, next));

        // Then:
        assertThat(found).isEmpty();
    }

    @Test
    void shouldNotCompareWithWhatCameLater() {
        // Given:
        Release early = release("early", "2024-06-01", 6e26);

        // When:
        Optional<RecordJump> found = RecordJump.of(early, List.of(RECORD, early));

        // Then:
        assertThat(found).isEmpty();
    }

    private static Release release(String id, String day, double compute) {
        return Release.newBuilder()
                .setFamilyId(id)
                .setName(id)
                .setPublishedDay(day)
                .setVariants(List.of(Variant.newBuilder()
                        .setPublishedAt(day)
                        .setHeadline(true)
                        .setCompute(Compute.newBuilder().setValue(compute).build())
                        .build()))
                .build();
    }
}
