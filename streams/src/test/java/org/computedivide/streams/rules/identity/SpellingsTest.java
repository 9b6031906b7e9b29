package org.computedivide.streams.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpellingsTest {

    @Test
    void shouldReturnTheFirstOfEqualTextsHoweverManyThereAre() {
        // Given:
        var spellings = new Spellings();
        var first = IntStream.range(0, 10_000).mapToObj(i -> "text " + i).toList();
        first.forEach(spellings::once);

        // When:
        var again = IntStream.range(0, 10_000)
                .mapToObj(i -> spellings.once("text " + i))
                .toList();

        // Then:
        assertThat(again).isEqualTo(first);
        assertThat(again)
                .allSatisfy(text ->
                        assertThat(text).isSameAs(first.get(Integer.parseInt(text.substring("text ".length())))));
    }
}
