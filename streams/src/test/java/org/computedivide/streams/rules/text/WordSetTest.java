package org.computedivide.streams.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordSetTest {

    @Test
    void shouldHoldItsWordsAndNoOthers() {
        // Given:
        var random = new Random(1);
        List<String> all = IntStream.range(0, 4_000)
                .mapToObj(i -> Integer.toString(random.nextInt(3_000), 36))
                .toList();
        Set<String> kept = new TreeSet<>(all.subList(0, 500));

        // When:
        WordSet words = WordSet.copyOf(all.subList(0, 500));

        // Then:
        assertThat(all).allSatisfy(word -> assertThat(words.has(word)).isEqualTo(kept.contains(word)));
        assertThat(words).containsExactlyElementsOf(kept);
    }

    @Test
    void shouldTellWordsOfOneHashApart() {
        // Given:
        WordSet words = WordSet.of("Aa", "AaAa");

        // When:
        boolean other = words.has("BB") || words.has("BBBB") || words.has("AaBB");

        // Then:
        assertThat(other).isFalse();
        assertThat(words.contains("AaAa")).isTrue();
    }

    @Test
    void shouldHoldNothingWhenEmpty() {
        // Given:
        WordSet words = WordSet.of();

        // When:
        boolean any = words.has("") || words.has("a");

        // Then:
        assertThat(any).isFalse();
        assertThat(words).isEmpty();
    }
}
