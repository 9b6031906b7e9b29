package org.computedivide.streams.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computedivide.avro.Evidence;
import org.junit.jupiter.api.Test;

class PackedShelfTest {

    private final PackedShelf<Evidence> shelf = new PackedShelf<>(new Spellings(), Evidence.class);

    @Test
    void shouldReturnAnEqualRecordThatIsNotTheSame() {
        // Given:
        Evidence put = Evidence.newBuilder()
                .setSource("huggingface")
                .setNativeId("acme/Roc-7B")
                .setKeys(List.of("repo:acme/roc-7b"))
                .build();
        shelf.put("a", put);

        // When:
        Evidence got = shelf.get("a").orElseThrow();

        // Then:
        assertThat(got).isEqualTo(put).isNotSameAs(put);
    }

    @Test
    void shouldFindKeysByWhatTheyBeginWith() {
        // Given:
        for (String key : List.of("ab", "b", "aa", "gone")) {
            shelf.put(key, Evidence.newBuilder().build());
        }
        shelf.remove("gone");

        // When:
        // Then:
        assertThat(shelf.keys("a")).containsExactly("aa", "ab");
        assertThat(shelf.keys("")).containsExactly("aa", "ab", "b");
        assertThat(shelf.get("gone")).isEmpty();
    }
}
