package org.computedivide.streams.rules.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.computedivide.streams.rules.text.Sentence;
import org.computedivide.streams.rules.text.WordSet;

/**
 * The sizes of the model that an observation announces. When there are several, a fact is owned by the size that its
 * sentence names; a sentence that names none or more than one leaves its facts to the observation as a whole.
 */
final class Sizes {

    private static final double SAME = 0.06;

    private static final double NEAR = 0.25;

    /** Nobody calls 0.6B a 1B. */
    private static final double LEAST_ROUNDED = 0.7;

    private static final int REACH = 12;
    private static final Set<String> THIS = WordSet.of("this");
    private static final Set<String> GRADES =
            Words.words("nano tiny mini micro small medium base large xl xxl huge giant ultra lite");
    private static final Set<String> PAGE = WordSet.of("repository", "repo", "card", "checkpoint", "page");

    /** What is left of experts times size: attention and embeddings stand once. 8x7B has 46.7B, 8x22B has 140.6B. */
    static final double SHARED = 0.82;

    private final List<Double> sizes = new ArrayList<>();
    private double only = Double.NaN;

    /**
     * Sizes found in the name (title and repository) and in the text. When the hub has an exact count (else 0), or the name
     * gives exactly one, every other size is
     * another model's or another variant's.
     *
     * @param mixture experts times size where the name says 8x7B, else 0
     * @param repository the name of the repository; empty when the observation is of none
     */
    static Sizes of(double exact, double mixture, String repository, List<Finding> name, List<Finding> text) {
        Sizes sizes = new Sizes();
        name.stream().filter(finding -> finding.rule().equals(SizeShape.NAME)).forEach(sizes::add);
        sizes.only = sizes.sizes.size() == 1 ? sizes.sizes.get(0) : Double.NaN;
        sizes.only = sizes.sizes.isEmpty() && mixture > 0 ? SHARED * mixture : sizes.only;
        sizes.only = sizes.sizes.isEmpty() && Double.isNaN(sizes.only) ? ofThisOne(repository, text) : sizes.only;
        sizes.only = sizes.sizes.size() > 1 ? sizes.spokenOf(text) : sizes.only;
        sizes.only = totalOf(sizes.only, text);
        sizes.sizes.clear();
        if (exact > 0) {
            sizes.sizes.clear();
            sizes.sizes.add(exact);
            sizes.only = exact;
            return sizes;
        }
        Stream.concat(name.stream(), text.stream())
                .filter(finding -> finding.rule().startsWith(SizeShape.STATED)
                        || finding.rule().equals(TableFacts.RULE))
                .filter(sizes::isOurs)
                .forEach(sizes::add);
        name.stream().filter(sizes::isOurs).forEach(sizes::add);
        text.stream().filter(sizes::isOurs).forEach(sizes::add);
        return sizes;
    }

    /** "Orion-7B has 7B active parameters (14B total)": a name that counts what is active; else the size of the name itself. */
    private static double totalOf(double named, List<Finding> text) {
        Set<Sentence> active = new HashSet<>();
        text.stream()
                .filter(finding -> finding.field().equals("activeParameters") && isNear(finding.value(), named))
                .forEach(finding -> active.add(finding.sentence()));
        List<Double> totals = text.stream()
                .filter(finding -> isSize(finding) && finding.rule().equals(SizeShape.STATED))
                .filter(finding -> active.contains(finding.sentence()) && finding.value() > named)
                .map(Finding::value)
                .distinct()
                .toList();
        return totals.size() == 1 ? totals.get(0) : named;
    }

    /**
     * "This repository contains the 9B version", "Orion-Small (3B), Orion-Large (70B)" in Orion-Small: the one size of which a
     * card says that it is its own; NaN when it says none.
     */
    private static double ofThisOne(String repository, List<Finding> text) {
        String own = letters(repository);
        List<Double> found = text.stream()
                .filter(Sizes::isSize)
                .filter(finding -> isOfThisOne(finding) || isNamed(finding, own) || isGraded(finding, repository))
                .map(Finding::value)
                .distinct()
                .toList();
        return found.size() == 1 ? found.get(0) : Double.NaN;
    }

    /**
     * "Orion-70B & 8B: our models" over a page that speaks of the 8B again and again and never of the 70B: the one that it is
     * about; NaN when it speaks of more than one, or only once.
     */
    private double spokenOf(List<Finding> text) {
        List<Integer> spoken = text.stream()
                .filter(Sizes::isSize)
                .map(finding -> indexOf(finding.value()))
                .toList();
        boolean one = spoken.size() > 1
                && spoken.get(0) >= 0
                && spoken.stream().distinct().count() == 1;
        return one ? sizes.get(spoken.get(0)) : Double.NaN;
    }

    /** The small of "small (1.3B), medium (6.7B)" in a repository that ends in -small. */
    private static boolean isGraded(Finding finding, String repository) {
        Sentence sentence = finding.sentence();
        int k = finding.from() - 1;
        while (k > 0 && sentence.get(k).isMark()) {
            k--;
        }
        String lower = repository.toLowerCase(Locale.ROOT);
        return k >= 0
                && k >= finding.from() - 3
                && sentence.get(k).in(GRADES)
                && (lower.endsWith("-" + sentence.get(k).word())
                        || lower.endsWith("_" + sentence.get(k).word()));
    }

    private static boolean isOfThisOne(Finding finding) {
        int page = finding.sentence().before(finding.from(), REACH, PAGE);
        return page > 0 && finding.sentence().before(page, 3, THIS) >= 0;
    }

    /** Whether the repository's own name stands right before the size. */
    private static boolean isNamed(Finding finding, String own) {
        Sentence sentence = finding.sentence();
        String before = "";
        int k = finding.from() - 1;
        for (int n = 0; k >= 0 && n < REACH && before.length() < own.length(); n++, k--) {
            before = letters(sentence.written(k)) + before;
        }
        boolean begins = k < 0 || !sentence.get(k + 1).glued();
        return !own.isEmpty() && begins && before.equals(own);
    }

    static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        name.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** Whether a finding can be of the variant that the name gives, if it gives one. */
    boolean isOurs(Finding finding) {
        return Double.isNaN(only) || !finding.field().equals("parameters") || isNear(finding.value(), only);
    }

    private static boolean isNear(double value, double size) {
        return Math.abs(value - size) <= NEAR * size;
    }

    /** Whether a mixture's total by its name stands beside the one that is counted: 45.9B for 8x7B beside 46.7B. */
    boolean isRoughly(Finding finding) {
        int size = finding.rule().equals(SizeShape.MIXTURE) ? indexOf(finding.value()) : -1;
        return size >= 0 && sizes.get(size) != finding.value();
    }

    private void add(Finding finding) {
        if (isSize(finding) && sizeOf(finding) < 0) {
            sizes.add(finding.value());
        }
    }

    private static boolean isSize(Finding finding) {
        return finding.field().equals("parameters")
                && !finding.rule().startsWith("part-")
                && !finding.rule().startsWith("base-");
    }

    private int indexOf(double value) {
        for (int i = 0; i < sizes.size(); i++) {
            if (Math.abs(sizes.get(i) - value) <= SAME * Math.max(sizes.get(i), value)) {
                return i;
            }
        }
        return -1;
    }

    /** The exact size that a name rounds: 1.2B for the 1B of a name; -1 when there is none. */
    private int rounded(double name) {
        double unit = name >= 1e9 ? 1e9 : 1e6;
        for (int i = 0; i < sizes.size() && name % unit == 0; i++) {
            double exact = sizes.get(i) / unit;
            boolean fraction = exact % 1 != 0 && exact * unit >= LEAST_ROUNDED * name;
            if (fraction && (StrictMath.rint(exact) == name / unit || StrictMath.floor(exact) == name / unit)) {
                return i;
            }
        }
        return -1;
    }

    private int sizeOf(Finding finding) {
        int same = indexOf(finding.value());
        return same < 0 && finding.rule().equals(SizeShape.NAME) ? rounded(finding.value()) : same;
    }

    Finding settle(Finding finding) {
        if (sizes.size() < 2) {
            return finding;
        }
        if (isSize(finding)) {
            int size = sizeOf(finding);
            return size < 0 ? finding : finding.ownedBy(label(sizes.get(size)));
        }
        int named =
                finding.field().equals("activeParameters") ? lastSizeBefore(finding) : onlySizeIn(finding.sentence());
        return named < 0 ? finding : finding.ownedBy(label(sizes.get(named)));
    }

    /** "26B total parameters with 3B activated": the active part stands behind its whole. */
    private int lastSizeBefore(Finding finding) {
        for (int i = finding.from() - 1; i >= Math.max(0, finding.from() - 30); i--) {
            int size = sizeAt(finding.sentence(), i);
            if (size >= 0) {
                return size;
            }
        }
        return onlySizeIn(finding.sentence());
    }

    /** The size of ours that a token names, as a label; empty when it names none. */
    String labelAt(Sentence sentence, int token) {
        int size = sizeAt(sentence, token);
        return size < 0 || sizes.size() < 2 ? "" : label(sizes.get(size));
    }

    private int sizeAt(Sentence sentence, int token) {
        boolean large = sentence.get(token).isNumber() && sentence.get(token).value() >= 1e6;
        return large ? indexOf(sentence.get(token).value()) : -1;
    }

    /** Where the one size of ours is named that a sentence names; -1 when it names none or more than one. */
    int onlyPlace(Sentence sentence) {
        for (int i = 0; onlySizeIn(sentence) >= 0 && i < sentence.size(); i++) {
            if (sizeAt(sentence, i) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private int onlySizeIn(Sentence sentence) {
        int found = -1;
        for (int i = 0; i < Math.min(sentence.size(), 200); i++) {
            int size = sizeAt(sentence, i);
            if (size >= 0 && found >= 0 && size != found) {
                return -1;
            }
            found = size >= 0 ? size : found;
        }
        return found;
    }

    /** 70B, 1.5B, 350M, 1.2T. */
    static String label(double parameters) {
        double unit = parameters >= 1e12 ? 1e12 : parameters >= 1e9 ? 1e9 : 1e6;
        String letter = unit == 1e12 ? "T" : unit == 1e9 ? "B" : "M";
        String number = String.format(Locale.ROOT, "%.1f", parameters / unit);
        return (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number) + letter;
    }
}
