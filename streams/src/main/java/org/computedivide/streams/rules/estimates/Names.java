package org.computedivide.streams.rules.estimates;

import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.computedivide.streams.rules.text.Prose;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Token;

/** The normalised name of a variant: its size (405b, 8x7b, 235b-a22b), else the word that sets it apart (mini, large). */
final class Names {

    private static final Set<String> GRADES = Set.of(
            "nano", "tiny", "mini", "micro", "small", "medium", "base", "large", "xl", "xxl", "huge", "giant", "ultra",
            "pro", "lite", "flash", "max", "turbo", "plus");

    private Names() {}

    /** The variant named by an owner such as "70B", "Llama 3.1-405B" or "Phi-4-mini"; empty when it names none. */
    static String variant(String owner) {
        StringBuilder sizes = new StringBuilder();
        String grade = "";
        for (Sentence sentence : Prose.of(owner).sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                Token token = sentence.get(i);
                if (isSize(token) || isActive(token.word())) {
                    sizes.append(sizes.length() == 0 ? "" : "-")
                            .append(sentence.written(i).toLowerCase(Locale.ROOT).replace(" ", ""));
                } else if (GRADES.contains(token.word())) {
                    grade = token.word();
                }
            }
        }
        return sizes.length() == 0 ? grade : sizes.toString();
    }

    /** Whether a title such as "Orion-7B and Orion-70B" was taken for the name of one variant. */
    static boolean hasSeveralSizes(String variant) {
        return Prose.of(variant).sentences().stream()
                        .flatMap(sentence -> IntStream.range(0, sentence.size()).mapToObj(sentence::get))
                        .filter(Names::isSize)
                        .count()
                > 1;
    }

    private static boolean isSize(Token token) {
        boolean letter = token.hasLetter() && !token.word().equals("k");
        return (letter && token.value() >= 1e6) || token.kind() == Token.Kind.MIXTURE;
    }

    private static boolean isActive(String word) {
        return word.length() > 2 && word.charAt(0) == 'a' && word.endsWith("b") && Character.isDigit(word.charAt(1));
    }

    /** Parameters that a variant's name speaks of, or NaN: 70e9 for 70b, 235e9 for 235b-a22b. */
    static double size(String variant) {
        for (Sentence sentence : Prose.of(variant).sentences()) {
            if (isSize(sentence.get(0))) {
                return sentence.get(0).value();
            }
        }
        return Double.NaN;
    }
}
