package org.computedivide.streams.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.computedivide.avro.Fact;
import org.junit.jupiter.api.Test;

/** Texts made at random from the pieces that rules look for; {@code -Dfuzz.texts=1000000} runs longer. */
class FuzzTest {

    private static final int TEXTS = Integer.getInteger("fuzz.texts", 4_000);
    private static final List<String> PIECES = List.of(
            "Orion",
            "GPT-3",
            "7B",
            "13",
            "1.8 trillion",
            "3.2e23",
            "10^25",
            "x",
            "×",
            "16K",
            "H100",
            "TPU v3-512",
            "GPUs",
            "tokens",
            "parameters",
            "epochs",
            "hours",
            "days",
            "trained on",
            "than",
            "(",
            ")",
            "[",
            "|",
            "\n",
            "\n| ",
            "\n\n",
            "<table>",
            "<tr>",
            "<td rowspan=\"3\">",
            "</td>",
            "<th>",
            "</table>",
            "<",
            ">",
            "-",
            "_",
            "/",
            ".",
            ",",
            ":",
            "=",
            "4.1万亿",
            "70亿参数",
            "参数",
            "🤗",
            "é",
            "I",
            "İ",
            "\u0000",
            "\ud83e",
            "8x7B",
            "A3B",
            "from",
            "to",
            "each",
            "1,000,000",
            "1.2.3",
            "FLOPs",
            "petaflop/s-days",
            "%",
            "MFU",
            "we",
            "Hours used:",
            "---",
            "# ",
            "* ",
            "et al");

    @Test
    void shouldQuoteTheTextAndReadTheSameAnywhereWhenTextsAreMadeAtRandom() {
        // Given:
        Random random = new Random(20261122);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();

        for (int i = 0; i < TEXTS; i++) {
            String title = text(random, 6);
            String text = text(random, 120);

            // When:
            List<Fact> facts = Reading.text(title, text);
            List<Fact> elsewhere = inTurkey(title, text, locale, zone);

            // Then:
            assertThat(elsewhere).isEqualTo(facts);
            assertThat(facts)
                    .filteredOn(fact -> fact.getStart() >= 0)
                    .allSatisfy(fact ->
                            assertThat(fact.getQuote()).isEqualTo(text.substring(fact.getStart(), fact.getEnd())));
        }
    }

    private static List<Fact> inTurkey(String title, String text, Locale locale, TimeZone zone) {
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            return Reading.text(title, text);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(most); n > 0; n--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(3) == 0 ? "" : " ");
        }
        return text.toString();
    }
}
