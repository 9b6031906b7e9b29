package org.computedivide.streams.rules.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.computedivide.streams.rules.names.NameMarks;

/** Compares two names mark by mark. */
final class NameLikeness {

    /** What two names are to one another. */
    enum Relation {
        SAME,
        /** Another size, stage or date of one version. */
        VARIANT,
        /** Another version. */
        VERSION,
        OTHER
    }

    /** Words that grade one training recipe; other words of size name models of their own, such as mini or turbo. */
    private static final Set<String> SIZES_ONLY =
            Set.of("tiny", "small", "medium", "large", "big", "huge", "giant", "titan", "xl", "xs", "xxl", "xxxl");

    /** Stages that makers announce as models beside the plain one; other stages go unsaid as often as not. */
    private static final Set<String> OTHER_TRAINING = Set.of("thinking", "reasoning");

    private static final Set<String> LANGUAGE_MODEL = Set.of("lm", "llm");

    private final NameMarks one;
    private final NameMarks other;
    private final boolean ofFamily;

    /**
     * @param ofFamily whether the first may stand for a family as a whole, as the title of a paper does
     */
    NameLikeness(NameMarks one, NameMarks other, boolean ofFamily) {
        this.one = one;
        this.other = other;
        this.ofFamily = ofFamily;
    }

    Relation relation() {
        if (!sameWords()) {
            return Relation.OTHER;
        }
        if (!sameVersion()) {
            return Relation.VERSION;
        }
        return sameSize()
                        && sameStage()
                        && sameGrade()
                        && agree(one.amounts(), other.amounts())
                        && agree(one.dates(), other.dates())
                        && agree(one.revisions(), other.revisions())
                ? Relation.SAME
                : Relation.VARIANT;
    }

    private boolean sameWords() {
        return !one.words().isEmpty()
                && (one.letters().equals(other.letters())
                        || plain(one).equals(plain(other))
                        || sorted(one.withoutBrand()).equals(sorted(other.withoutBrand())));
    }

    /** Words that only say that it is a language model come and go, and so does a plural. */
    private static String plain(NameMarks marks) {
        return marks.words().stream()
                .filter(word -> !LANGUAGE_MODEL.contains(word))
                .map(Plural::singular)
                .reduce("", String::concat);
    }

    private static List<String> sorted(NameMarks marks) {
        return marks.words().stream().sorted().toList();
    }

    /** The first version often goes without its number. */
    private boolean sameVersion() {
        if (one.numbers().isEmpty() && other.numbers().isEmpty()) {
            return true;
        }
        List<String> a = later(one);
        List<String> b = later(other);
        return a.equals(b) || (isBased() && (a.containsAll(b) || b.containsAll(a)) && !a.isEmpty() && !b.isEmpty());
    }

    /** A name with that of its base in it may bear the version of the base as well. */
    private boolean isBased() {
        return !one.withoutBrand().equals(one) || !other.withoutBrand().equals(other);
    }

    static List<String> later(NameMarks marks) {
        List<String> numbers = marks.numbers().isEmpty()
                ? marks.revisions().stream().map(NameMarks::plainNumber).toList()
                : marks.numbers();
        return numbers.stream()
                .filter(number -> !number.equals("1") && !number.equals("0.1"))
                .toList();
    }

    private boolean sameSize() {
        if (one.sizes().isEmpty() || other.sizes().isEmpty() || !apart(one.sizes(), other.sizes())) {
            return true;
        }
        double a = one.parameters();
        double b = other.parameters();
        return Math.min(a, b) / Math.max(a, b) > 0.9;
    }

    private boolean sameStage() {
        return OTHER_TRAINING.stream()
                .allMatch(
                        stage -> one.tuning().contains(stage) == other.tuning().contains(stage));
    }

    private boolean sameGrade() {
        Set<String> a = new TreeSet<>(one.grades());
        Set<String> b = new TreeSet<>(other.grades());
        if (a.isEmpty() || b.isEmpty()) {
            a.removeAll(SIZES_ONLY);
            b.removeAll(SIZES_ONLY);
        }
        return ofFamily ? b.containsAll(a) : a.equals(b);
    }

    /** Whether nothing on one side contradicts the other: one says nothing, or all of its marks are on the other. */
    private static boolean agree(Collection<String> a, Collection<String> b) {
        return a.isEmpty() || b.isEmpty() || !apart(a, b);
    }

    private static boolean apart(Collection<String> a, Collection<String> b) {
        return !a.containsAll(b) && !b.containsAll(a);
    }
}
