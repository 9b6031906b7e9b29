package org.computedivide.streams.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** Tables without bars at their ends. */
class BareTablesTest {

    @Test
    void shouldReadRowsAsThoseOfOtherTablesWhenTheBarsAtTheirEndsAreLeftOut() {
        // Given:
        String bare = "Sizes:\n\nModel | Params\n:--- | ---:\nlyra-s | 3B\nlyra-l | 9B\n\nThe end.";
        String closed = "Sizes:\n\n| Model | Params |\n|:---|---:|\n| lyra-s | 3B |\n| lyra-l | 9B |\n\nThe end.";

        // When:
        List<String> rows = rows(bare);

        // Then:
        assertThat(rows).containsExactly("|Model|Params|", "|:---|---:|", "|lyra-s|3B|", "|lyra-l|9B|");
        assertThat(rows).isEqualTo(rows(closed));
    }

    @Test
    void shouldLeaveBarsAloneWhenNoLineOfHyphensStandsUnderThem() {
        assertThat(rows("Home | Docs | Paper\nWe present Lyra -- a model.\nA | B"))
                .isEmpty();
    }

    @Test
    void shouldEndTheTableWhenALineHasNoBar() {
        // Given:
        Prose prose = Prose.of("A | B\n--- | ---\n1 | 2\nLyra has 3B parameters.");

        // When:
        List<Sentence> sentences = prose.sentences();

        // Then:
        assertThat(sentences).hasSize(4);
        assertThat(Tables.isRow(sentences.get(3))).isFalse();
    }

    private static List<String> rows(String text) {
        return Tables.of(Prose.of(text)).stream()
                .flatMap(List::stream)
                .map(BareTablesTest::written)
                .toList();
    }

    private static String written(Sentence row) {
        StringJoiner written = new StringJoiner("");
        for (int i = 0; i < row.size(); i++) {
            written.add(row.get(i).is("|") ? "|" : row.written(i));
        }
        return written.toString();
    }
}
