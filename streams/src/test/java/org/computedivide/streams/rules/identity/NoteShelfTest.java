package org.computedivide.streams.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NoteShelfTest {

    private static final List<String> PREFIXES =
            List.of("", "a", "b", "a\0", "a\0b", "a\0b\0", "b\0a\0", "a\0b\0a", "a\0b\0a\0", "ab\0");

    @Test
    void shouldHoldWhatASortedMapHoldsAfterAnyChanges() {
        // Given:
        var random = new Random(7);
        var shelf = new NoteShelf(new Spellings());
        var sorted = new TreeMap<String, String>();

        // When:
        for (int i = 0; i < 20_000; i++) {
            String key = key(random);
            if (random.nextInt(3) == 0) {
                shelf.remove(key);
                sorted.remove(key);
            } else {
                shelf.put(key, "v" + i);
                sorted.put(key, "v" + i);
            }
        }

        // Then:
        assertThat(sorted).hasSizeGreaterThan(100);
        sorted.forEach((key, value) -> assertThat(shelf.get(key)).hasValue(value));
        assertThat(PREFIXES)
                .allSatisfy(prefix -> assertThat(shelf.keys(prefix))
                        .containsExactlyElementsOf(sorted.keySet().stream()
                                .filter(key -> key.startsWith(prefix))
                                .toList()));
    }

    @Test
    void shouldForgetAGroupWithItsLastKey() {
        // Given:
        var shelf = new NoteShelf(new Spellings());
        shelf.put("link\0a\0b", "");
        shelf.put("link\0a\0c", "");

        // When:
        shelf.remove("link\0a\0b");
        shelf.remove("link\0a\0c");
        shelf.remove("link\0a\0c");

        // Then:
        assertThat(shelf.keys("")).isEmpty();
        assertThat(shelf.get("link\0a\0b")).isEmpty();
    }

    /** Letters and NULs, so that keys are of none, one or several groups. */
    private static String key(Random random) {
        var key = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            key.append("ab\0".charAt(random.nextInt(3)));
        }
        return key.toString();
    }
}
