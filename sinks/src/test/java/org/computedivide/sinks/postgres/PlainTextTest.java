package org.computedivide.sinks.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computedivide.avro.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "with \uD83D\uDE00 pair", "' ; drop table", "\u202Eright to left"})
    void shouldLeaveWholeTextAlone(String text) {
        // When:
        String plain = PlainText.of(text);

        // Then:
        assertThat(plain).isSameAs(text);
    }

    @Test
    void shouldReplaceNulAndHalfPairs() {
        // Given:
        String broken = "a\0b\uD83Dc\uDE00d\uD83D\uDE00e\uD83D";

        // When:
        String plain = PlainText.of(broken);

        // Then:
        assertThat(plain).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uD83D\uDE00e\uFFFD");
    }

    @Test
    void shouldReplaceThemInsideJsonToo() {
        // Given:
        var proofs = List.of(
                Proof.newBuilder().setField("compute").setQuote("a\0\uD800").build());

        // When:
        String json = PlainText.json(proofs);

        // Then:
        assertThat(json).isEqualTo("[{\"field\":\"compute\",\"quote\":\"a\uFFFD\uFFFD\"}]");
    }
}
