package org.computedivide.streams.rules.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    private static final List<String> WORDS = List.of(
            "",
            "a",
            "Aa",
            "BB",
            "model",
            "language",
            "#b",
            "gpt-#",
            "wombat",
            "模型",
            "a-word-of-more-letters-than-most");
    private static final List<String> PREFIXES = List.of("t:", "b:", "K:", "T:words ");

    private final Random random = new Random(7);

    @Test
    void shouldKeepInOrderWhatTheModelKnows() {
        // Given:
        List<List<String>> parts =
                IntStream.range(0, 2_000).mapToObj(i -> parts()).toList();
        Features all = Features.all();
        parts.forEach(part -> add(all, part));
        List<String> known =
                all.seen().stream().filter(feature -> random.nextInt(3) == 0).toList();
        Features kept = Features.among(new Joined(known));

        // When:
        parts.forEach(part -> add(kept, part));

        // Then:
        assertThat(kept.seen()).containsExactlyElementsOf(known);
        assertThat(known).hasSizeBetween(50, all.seen().size() - 50);
    }

    @Test
    void shouldTellTextsOfOneHashApart() {
        // Given: "Aa" and "BB" have one hash.
        Features kept = Features.among(new Joined(List.of("b:Aa", "b:Aa model")));

        // When:
        kept.add("b:", "BB");
        kept.add("b:", "BB", "model");

        // Then:
        assertThat(kept.seen()).isEmpty();
    }

    @Test
    void shouldKeepNothingForAModelOfNothing() {
        // Given:
        Features kept = Features.among(new Joined(List.of()));

        // When:
        kept.add("b:", "model");

        // Then:
        assertThat(kept.seen()).isEmpty();
    }

    private List<String> parts() {
        return List.of(pick(PREFIXES), pick(WORDS), pick(WORDS));
    }

    private static void add(Features features, List<String> parts) {
        features.add(parts.get(0), parts.get(1));
        features.add(parts.get(0), parts.get(1), parts.get(2));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
