package org.computedivide.streams.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.computedivide.streams.rules.text.Prose;
import org.computedivide.streams.rules.text.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A sentence goes only to the rules of which it holds a needed word. That list must not keep a rule from what it would find: who
 * gives a rule a new word adds it to {@link Rule#telling()} as well, and a text with it to the fixtures that are read here.
 */
class TellingTest {

    private static final int RANDOM_TEXTS = 3_000;
    private static final int WORDS = 14;
    private static final List<Rule> RULES = rules();
    private static final Telling TELLING = Telling.of(RULES);

    private static List<Rule> rules() {
        Prose title = Prose.of("Orion");
        Subject subject = Subject.of(title, Prose.of(""), Prose.of("Orion is a model."));
        return FactReader.rules(new Whose(subject), new BaseRule(subject, new BaseFamilies(List.of())));
    }

    static Stream<String> texts() {
        return Stream.of(column("size-texts.tsv", "\t", 3), column("../training-statements.txt", " || ", 1), random());
    }

    /** The texts of a fixture, without what is expected of them: a word there would speak for a rule. */
    private static String column(String resource, String separator, int column) {
        try (InputStream in = TellingTest.class.getResourceAsStream(resource)) {
            List<String> texts = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(Pattern.quote(separator), -1))
                    .filter(cells -> cells.length > column)
                    .map(cells -> cells[column].replace("\\n", "\n").replace('¶', '\n'))
                    .toList();
            return String.join("\n\n", texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every needed word beside numbers and names, so that each stands where some rule would find something. */
    private static String random() {
        TreeSet<String> words = new TreeSet<>();
        RULES.forEach(rule -> words.addAll(rule.telling()));
        List<String> pieces = new ArrayList<>(words);
        pieces.addAll(List.of(
                "7B", "15T", "2,048", "3", "40%", "1e24", "H100", "Orion", "Lyra-7B", "trained on", "for", "per"));
        pieces.addAll(
                List.of("with", "GPUs", "each", "and", ",", "(", ")", "|", ":", "of", "took", "about", "the", "data"));
        Random random = new Random(11);
        List<String> texts = new ArrayList<>();
        for (int n = 0; n < RANDOM_TEXTS; n++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < WORDS; k++) {
                text.append(pieces.get(random.nextInt(pieces.size()))).append(' ');
            }
            texts.add(text.toString());
        }
        return String.join(".\n\n", texts);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void shouldFindTheSameWithAndWithoutTheListsOfNeededWords(String text) {
        // Given:
        List<Sentence> sentences = Prose.of(text).sentences();

        // When:
        List<String> missed = new ArrayList<>();
        for (Sentence sentence : sentences) {
            missed.addAll(missed(sentence));
        }

        // Then:
        assertThat(missed).isEmpty();
    }

    /** What a rule finds in a sentence that its list keeps from it. */
    private static List<String> missed(Sentence sentence) {
        long may = TELLING.in(sentence);
        List<String> missed = new ArrayList<>();
        for (int n = 0; n < RULES.size(); n++) {
            if ((may >> n & 1) == 0) {
                List<Finding> found = new ArrayList<>();
                RULES.get(n).read(sentence, found);
                String rule = RULES.get(n).getClass().getSimpleName();
                found.forEach(finding ->
                        missed.add(rule + ": " + finding.text() + " in " + sentence.words(0, sentence.size() - 1)));
            }
        }
        return missed;
    }
}
