package org.computedivide.monitor.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.TreeMap;
import org.computedivide.avro.Tally;
import org.computedivide.monitor.CannotRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HindsightTest {

    @Test
    void shouldShowWhatDiffersCameAndWent() {
        // Given:
        var then = new TreeMap<String, Tally>();
        then.put("a", tally("same", 1));
        then.put("b", tally("other", 0.59));
        then.put("c", tally("gone", 3));
        var later = new TreeMap<String, Tally>();
        later.put("a", tally("same", 1));
        later.put("b", tally("other", 0.15));
        later.put("d", tally("new", 4));

        // When:
        var rows = new Hindsight(then, later).rows(tally -> true);

        // Then:
        assertThat(rows).extracting(row -> row.get("value").textValue()).containsExactly("other", "gone", "new");
        assertThat(rows.get(0).get("change").doubleValue()).isEqualTo(0.15 - 0.59);
        assertThat(rows.get(1).has("later")).isFalse();
        assertThat(rows.get(2).has("then")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02, 2026-03-01", "2026-03-02T00:00:00Z, 2026-03-01", "2026-03-02T06:00:00Z, 2026-03-02"})
    void shouldKnowTheDaysThatHadBegun(String moment, LocalDate day) {
        // When: // Then:
        assertThat(Moment.parse(moment).day()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "2026-03-02T00:00:00"})
    void shouldSayHowAMomentIsWritten(String text) {
        // When: // Then:
        assertThatThrownBy(() -> Moment.parse(text))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("write it like 2026-03-02T00:00:00Z");
    }

    private static Tally tally(String value, double number) {
        return Tally.newBuilder().setValue(value).setNumber(number).build();
    }
}
