package org.computedivide.streams.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {

    private static final List<String> PIECES = List.of(
            "open-source",
            "Open source",
            "we release the weights",
            "pre-trained",
            "pretrain",
            "API",
            "π",
            "é",
            " ",
            "\n",
            ".",
            "12.5%",
            "Orion-7B",
            "arXiv:2401.00001",
            "un",
            "re",
            "a",
            "b-",
            "-",
            "license",
            "not yet released",
            "参数");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\b(?:open-?\\s?sourc(?:e|ed)|weights? (?:are|is) .{0,20}released)\\b",
                "\\bpre-?train",
                "(?:arxiv\\.org/abs/|arxiv:)(\\d{4}\\.\\d{4,5})",
                "\\b(?:via|on) (?:the )?API\\b|\\bAPI\\b.{0,10}b",
                "[A-Z][\\w.]{1,20}-\\d{1,4}B\\b",
                "license|参数",
                "\\b(?:re|un|open|a)\\b",
                "(?:^|[-_. ])(?:re|un)(?:$|[-_. ])"
            })
    void shouldFindWhatTheExpressionFindsWhenTextsAreMadeAtRandom(String expression) {
        // Given:
        Random random = new Random(7);
        Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
        Phrase phrase = Phrase.ignoringCase(expression);

        for (int i = 0; i < 2_000; i++) {
            String text = text(random);

            // When:
            List<String> found = found(phrase.matcher(text));

            // Then:
            assertThat(found).as(text).isEqualTo(found(pattern.matcher(text)));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int n = random.nextInt(14); n >= 0; n--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    private static List<String> found(Phrase.Search search) {
        List<String> all = new ArrayList<>();
        while (search.find()) {
            all.add(search.start() + " " + search.group());
        }
        return all;
    }

    private static List<String> found(Matcher matcher) {
        List<String> all = new ArrayList<>();
        while (matcher.find()) {
            all.add(matcher.start() + " " + matcher.group());
        }
        return all;
    }
}
