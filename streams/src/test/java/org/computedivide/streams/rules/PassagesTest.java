package org.computedivide.streams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Passage;
import org.computedivide.avro.proof.Surroundings;
import org.junit.jupiter.api.Test;

class PassagesTest {

    private static final String FILLER = "Words that say nothing of the model. ".repeat(30);
    private static final String QUOTE = "Quell-9B has 9 billion parameters.";

    @Test
    void shouldKeepWhatStandsAroundAQuote() {
        // Given:
        String text = FILLER + QUOTE + " " + FILLER;
        Fact fact = fact(FILLER.length(), FILLER.length() + QUOTE.length());

        // When:
        List<Passage> passages = Passages.of(text, List.of(fact));

        // Then:
        Surroundings around =
                Surroundings.of(Evidence.newBuilder().setPassages(passages).build(), fact);
        assertThat(passages)
                .singleElement()
                .satisfies(passage -> assertThat(passage.getText())
                        .startsWith("of the model. Words that")
                        .contains(QUOTE)
                        .hasSizeBetween(500, 620));
        assertThat(around.before()).endsWith("of the model. ");
        assertThat(around.after()).startsWith(" Words that say");
    }

    @Test
    void shouldKeepNoWordTwiceWhereQuotesAreNear() {
        // Given:
        String text = QUOTE + " " + QUOTE + " " + FILLER + FILLER + QUOTE;
        List<Fact> facts = List.of(
                fact(0, QUOTE.length()),
                fact(QUOTE.length() + 1, 2 * QUOTE.length() + 1),
                fact(text.length() - QUOTE.length(), text.length()));

        // When:
        List<Passage> passages = Passages.of(text, facts);

        // Then:
        assertThat(passages).hasSize(2);
        assertThat(passages.get(0).getText()).startsWith(QUOTE + " " + QUOTE);
        assertThat(passages.get(0).getStart() + passages.get(0).getText().length())
                .isLessThan(passages.get(1).getStart());
        assertThat(passages.get(1).getText()).endsWith(QUOTE);
    }

    @Test
    void shouldNotSplitACharacterOfTwoUnits() {
        // Given:
        String text = "\uD83D\uDE00".repeat(400) + QUOTE + "\uD83D\uDE00".repeat(400);

        // When:
        List<Passage> passages = Passages.of(text, List.of(fact(801, 801 + QUOTE.length() - 2)));

        // Then:
        String kept = passages.get(0).getText();
        assertThat(Character.isLowSurrogate(kept.charAt(0))).isFalse();
        assertThat(Character.isHighSurrogate(kept.charAt(kept.length() - 1))).isFalse();
    }

    @Test
    void shouldGiveEvidenceThePlaceOfEachValueInItsQuote() {
        // Given:
        Observation card = Observation.newBuilder()
                .setSource("blog")
                .setTitle("Introducing Quell-9B")
                .setText("We release Quell. Quell-9B was trained on 512 NVIDIA H100 GPUs for 30 days. It is free.")
                .build();

        // When:
        Evidence evidence = new EvidenceReader().read(card);

        // Then:
        Fact count = evidence.getFacts().stream()
                .filter(fact -> fact.getField().equals("acceleratorCount"))
                .findFirst()
                .orElseThrow();
        assertThat(count.getQuote().substring(count.getValueStart(), count.getValueEnd()))
                .isEqualTo("512");
        assertThat(evidence.getPassages())
                .singleElement()
                .satisfies(passage -> assertThat(passage.getText()).isEqualTo(card.getText()));
    }

    private static Fact fact(int start, int end) {
        return Fact.newBuilder().setStart(start).setEnd(end).build();
    }
}
