package org.computedivide.streams.rules.identity;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.computedivide.avro.Evidence;
import org.computedivide.streams.rules.names.Folded;
import org.computedivide.streams.rules.names.NameMarks;

/** Whether a page has a telling word of a name: enough only where the dates agree as well. */
final class Overlap {

    private static final int STEM = 6;
    private static final int ACRONYM = 3;

    private Overlap() {}

    static boolean of(Evidence page, NameMarks name) {
        var words = new TreeSet<String>();
        Stream.concat(Stream.of(page.getTitle()), Stream.concat(page.getNames().stream(), page.getMentions().stream()))
                .flatMap(text -> Stream.of(Folded.of(text).split(" ", -1)))
                .map(Plural::singular)
                .forEach(words::add);
        page.getMentions().forEach(mention -> words.add(NameMarks.of(mention).letters()));
        String initials = initials(page.getTitle());
        return name.words().stream().anyMatch(word -> isAcronym(word, initials))
                || name.words().stream()
                        .filter(word -> NameMarks.isTelling(word) || word.length() > 3)
                        .anyMatch(word -> words.contains(Plural.singular(word)) || hasStem(words, word));
    }

    /** {@code SPPNet} of "Spatial Pyramid Pooling in Deep Networks": the first letters of words that follow one another. */
    private static boolean isAcronym(String word, String initials) {
        String one = word.length() > ACRONYM && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        String letters = one.endsWith("net") ? one.substring(0, one.length() - 3) : one;
        return letters.length() >= ACRONYM && initials.contains(letters);
    }

    private static String initials(String title) {
        var initials = new StringBuilder();
        for (String word : Folded.of(title).split(" ", -1)) {
            if (!word.isEmpty()) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }

    private static boolean hasStem(Set<String> words, String word) {
        return word.length() > STEM && words.stream().anyMatch(other -> other.startsWith(word.substring(0, STEM)));
    }
}
