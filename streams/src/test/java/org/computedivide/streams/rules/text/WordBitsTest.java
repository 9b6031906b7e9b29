package org.computedivide.streams.rules.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordBitsTest {

    @Test
    void shouldTellOfEachWordInWhichSetsItStands() {
        // Given:
        WordBits words = WordBits.of(List.of(Set.of("hour", "step"), Set.of(), Set.of("step", "batch")));

        // When:
        List<Long> sets = List.of(words.of("hour"), words.of("step"), words.of("batch"), words.of("other"));

        // Then:
        assertThat(sets).containsExactly(0b001L, 0b101L, 0b100L, 0L);
    }

    @Test
    void shouldRefuseMoreSetsThanThereAreBits() {
        // Given:
        List<Set<String>> many = Collections.nCopies(65, Set.of("word"));

        // When:
        // Then:
        assertThatThrownBy(() -> WordBits.of(many)).hasMessageContaining("65");
    }
}
