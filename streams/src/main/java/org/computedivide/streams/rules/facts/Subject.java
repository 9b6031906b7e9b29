package org.computedivide.streams.rules.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.text.Prose;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;

/** The names under which an observation speaks of its own model. */
final class Subject {

    private static final List<String> INTRODUCTIONS = List.of(
            "introduc",
            "present",
            "propos",
            "announc",
            "releas",
            "develop",
            "call",
            "dub",
            "name",
            "unveil",
            "launch",
            "open");
    private static final int WORDS_AFTER = 8;
    private static final Set<String> NOT_A_NAME = Words.words("""
            we the a an our this in it for with of and as by to at on is large language model models ai llm
            llms moe gpt gpu nlp apache license new open source chat base instruct hf pre training learning
            nvidia hugging face from vision""");

    private final Set<String> words;

    private Subject(Set<String> words) {
        this.words = words;
    }

    static Subject of(Observation observation, Prose title, Prose text) {
        Set<String> words = new HashSet<>();
        title.sentences().forEach(sentence -> addNames(sentence, 0, sentence.size(), words, true));
        String id = observation.getNativeId();
        Prose.of(id.substring(id.indexOf('/') + 1))
                .sentences()
                .forEach(sentence -> addNames(sentence, 0, sentence.size(), words, false));
        text.sentences().forEach(sentence -> addIntroduced(sentence, words));
        return new Subject(words);
    }

    private static void addIntroduced(Sentence sentence, Set<String> into) {
        for (int i = 0; i < sentence.size(); i++) {
            if (isIntroduction(sentence.get(i))) {
                addNames(sentence, i + 1, i + 1 + WORDS_AFTER, into, true);
            }
        }
    }

    private static boolean isIntroduction(Token token) {
        return token.kind() == Token.Kind.WORD && INTRODUCTIONS.stream().anyMatch(token.word()::startsWith);
    }

    private static void addNames(Sentence sentence, int from, int to, Set<String> into, boolean capitalOnly) {
        for (int k = from; k < Math.min(to, sentence.size()); k++) {
            Token token = sentence.get(k);
            if (token.in(Words.COMPARISON)) {
                return;
            }
            if (token.kind() == Token.Kind.WORD
                    && (!capitalOnly || token.capital())
                    && !NOT_A_NAME.contains(token.word())) {
                into.add(token.word());
            }
        }
    }

    boolean isOwn(String word) {
        return words.contains(word);
    }

    /** Whether a token can be a word of a model's name that is not ours. */
    boolean isForeignName(Token token) {
        return token.kind() == Token.Kind.WORD
                && token.capital()
                && token.end() - token.start() > 1
                && !NOT_A_NAME.contains(token.word())
                && !words.contains(token.word());
    }
}
