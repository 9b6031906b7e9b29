package org.computedivide.streams.rules.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.Prose;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.Stems;
import org.computedivide.streams.rules.text.Token;
import org.computedivide.streams.rules.text.WordSet;

/**
 * Sizes in a name that stands alone, such as a repository's. A name has no clauses: in "Orion-Embedding-4B" and
 * "orion-adapted-7b" the words beside the size say what the model is for, and make it neither a part nor another's.
 */
final class NameSizes {

    private static final double SMALLEST = 1e6;
    private static final double LARGEST = 5e12;
    /** Nobody's context is longer; a size as small stands in no name beside one of billions. */
    private static final double LONGEST_CONTEXT = 1e7;

    private static final double OF_BILLIONS = 1e8;
    private static final Set<String> SOURCE = WordSet.of("from", "by");
    /** Behind these stands the size of what helped, where the name gives its own as well. */
    private static final Set<String> HELP = WordSet.of("on", "with", "using", "via", "for", "teacher");

    /** What is made smaller, or made for a larger one, has the smaller size. */
    private static final Stems SMALLER = Stems.of("distil", "prun", "compress", "student", "draft", "specul");

    private NameSizes() {}

    /** Whether a text is one name and nothing else. */
    static boolean isName(String text) {
        return !text.isEmpty() && text.chars().noneMatch(Character::isWhitespace);
    }

    /** Totals and active sizes in the order of the name; the rule of each is {@code name-size}. */
    static List<Finding> of(Prose name) {
        List<Finding> sizes = new ArrayList<>();
        for (Sentence sentence : name.sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                read(sentence, i, sizes);
            }
        }
        boolean large = sizes.stream().anyMatch(size -> size.value() >= OF_BILLIONS);
        sizes.removeIf(size -> large && size.value() <= LONGEST_CONTEXT);
        dropOfOthers(sizes);
        return sizes;
    }

    /** Of "orion-8b-tuned-with-lyra-70b" and "lyra-70b-orion-8b-distilled" the 70B is another's. */
    private static void dropOfOthers(List<Finding> sizes) {
        List<Finding> totals =
                sizes.stream().filter(size -> size.field().equals("parameters")).toList();
        List<Finding> own = totals.stream().filter(size -> !isOfHelp(size)).toList();
        List<Finding> kept = own.isEmpty() ? totals : own;
        double least = kept.stream().mapToDouble(Finding::value).min().orElse(0);
        boolean smaller = kept.size() > 1 && isMadeSmaller(kept.get(0).sentence());
        sizes.removeIf(size -> totals.contains(size) && (!kept.contains(size) || (smaller && size.value() > least)));
    }

    private static boolean isOfHelp(Finding size) {
        return size.sentence().before(size.from(), NameInFront.NAME, HELP) >= 0;
    }

    private static boolean isMadeSmaller(Sentence name) {
        return name.stemBefore(name.size(), name.size(), SMALLER);
    }

    private static void read(Sentence sentence, int i, List<Finding> into) {
        Token token = sentence.get(i);
        if (ActiveSize.at(sentence, i) > 0) {
            into.add(finding("activeParameters", ActiveSize.at(sentence, i), sentence, i));
        } else if (isSize(sentence, i)) {
            into.add(finding("parameters", token.value(), sentence, i));
        } else if (ActiveSize.inWord(sentence, i) > 0) {
            into.add(finding("parameters", ActiveSize.inWord(sentence, i), sentence, i));
        }
    }

    private static boolean isSize(Sentence sentence, int i) {
        Token token = sentence.get(i);
        return token.hasLetter()
                && !token.word().equals("k")
                && token.value() >= SMALLEST
                && token.value() <= LARGEST
                && !ActiveSize.isFraction(sentence, i)
                && sentence.after(i, 2, Words.TOKEN) < 0
                && sentence.before(i, NameInFront.NAME, SOURCE) < 0
                && !DataSetNames.isKnown(sentence, i, 3);
    }

    private static Finding finding(String field, double value, Sentence sentence, int i) {
        return Finding.number(field, value, "parameters", sentence, i, i, SizeShape.NAME);
    }
}
