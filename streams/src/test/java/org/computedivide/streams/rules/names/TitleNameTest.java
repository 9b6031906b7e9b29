package org.computedivide.streams.rules.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Quokka: An Open Language Model for Everyone | Quokka",
                "Quokka 2 Technical Report | Quokka 2",
                "Quokka-9B: Technical Report | Quokka-9B",
                "On the Robustness of Chain-of-Thought Prompting | ''",
                "Do large language models understand wombats? A study: part one | ''",
            })
    void shouldFindTheNameInTheTitleOfAPaper(String title, String name) {
        // When:
        String found = TitleName.ofPaper(title);

        // Then:
        assertThat(found).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Introducing Quokka 2 | Quokka 2",
                "Quokka 2 is here | Quokka 2",
                "Announcing Quokka 2: our most capable model | Quokka 2",
                "Wombat Labs launches Quokka 2, an open model for all | Quokka 2",
                "Quokka 2 offers best-in-class performance | Quokka 2",
                "How we keep your data safe in the cloud | ''",
            })
    void shouldFindTheNameInTheTitleOfAPost(String title, String name) {
        // When:
        String found = TitleName.ofPost(title);

        // Then:
        assertThat(found).isEqualTo(name);
    }
}
