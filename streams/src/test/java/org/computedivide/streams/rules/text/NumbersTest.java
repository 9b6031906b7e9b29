package org.computedivide.streams.rules.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "405B; 4.05e11",
                "1.8 trillion; 1.8e12",
                "7,000,000,000; 7e9",
                "3.2e23; 3.2e23",
                "4.30E+23; 4.3e23",
                "10^25; 1e25",
                "10²⁵; 1e25",
                "3.8 × 10^25; 3.8e25",
                "3.8 x 10^{25}; 3.8e25",
                "2.1 * 10**23; 2.1e23",
                "5×10<sup>24</sup>; 5e24",
                "$3.14\\times 10^{23}$; 3.14e23",
                "16K; 16000",
                "30.84M; 3.084e7",
                "1.1bn; 1.1e9",
                "300 B tokens; 3e11",
                "seven billion; 7e9",
                "70亿; 7e9",
                "4.1万亿; 4.1e12",
                "千 7百万; 7e6",
                "9’216; 9216",
                "16 000; 16000",
                "80-billion-parameter; 8e10",
                "0.5; 0.5"
            })
    void shouldReadANumberAsPeopleWriteIt(String written, double value) {
        // When:
        List<Token> numbers = numbers(written);

        // Then:
        assertThat(numbers).hasSize(1);
        assertThat(numbers.get(0).value()).isCloseTo(value, withPercentage(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1.2.3", "A3B", "v4", "H100"})
    void shouldNotReadANumberInAVersionOrAName(String written) {
        // When:
        List<Token> numbers = numbers(written);

        // Then:
        assertThat(numbers).isEmpty();
    }

    @Test
    void shouldKnowTheNumberThatIsPartOfAName() {
        // When:
        List<Token> numbers = numbers("GPT-3 and Llama-3.1-405B against 12 others");

        // Then:
        assertThat(numbers.stream().filter(Token::glued)).hasSize(3);
        assertThat(numbers.get(numbers.size() - 1).glued()).isFalse();
    }

    @Test
    void shouldReadAMixtureAsExpertsTimesSize() {
        // When:
        Token mixture = Prose.of("Mixtral 8x7B").sentences().get(0).get(1);

        // Then:
        assertThat(mixture.kind()).isEqualTo(Token.Kind.MIXTURE);
        assertThat(mixture.value()).isEqualTo(56e9);
    }

    @Test
    void shouldKeepTheSpansOfTheText() {
        // Given:
        String text = "Das Modell „Ünï“ hat 70亿 参数.\n\n| a | 2×8 H100 |\n";

        // When:
        Prose prose = Prose.of(text);

        // Then:
        prose.sentences()
                .forEach(sentence -> assertThat(sentence.words(0, sentence.size() - 1))
                        .isEqualTo(text.substring(sentence.start(), sentence.end())));
    }

    private static List<Token> numbers(String text) {
        return Prose.of(text).sentences().stream()
                .flatMap(sentence ->
                        java.util.stream.IntStream.range(0, sentence.size()).mapToObj(sentence::get))
                .filter(Token::isNumber)
                .toList();
    }
}
