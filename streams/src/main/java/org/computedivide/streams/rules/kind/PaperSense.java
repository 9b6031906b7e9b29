package org.computedivide.streams.rules.kind;

import java.util.List;
import java.util.Set;
import org.computedivide.streams.rules.text.WordSet;

/**
 * What a paper says of the thing that it offers, whatever words it says it in: of which class the thing is, what is made
 * available, on how much it was trained, whether it has a name and a size. Features begin with {@code A:}, {@code K:},
 * {@code N:}, {@code R:} or {@code S:}.
 */
final class PaperSense {

    private static final Set<String> ARTICLES = WordSet.of("a", "an", "the", "our", "one", "first");
    private static final Set<String> BESIDE = WordSet.of(",", "(", "is", "are", ")");
    private static final Set<String> BREAKS = WordSet.of(",", "(");
    private static final int WITHIN = 4;
    private static final int LONGEST_NAME = 5;
    private static final int LONGEST_BRACKET = 12;

    private PaperSense() {}

    /** What the title says the paper is about: its words behind the name, or all of them. */
    static void addTitle(Set<String> features, List<String> behindName, String name, boolean named) {
        String kind = PaperHeads.of(behindName, 0);
        features.add("K:title " + (kind.isEmpty() ? "none" : kind) + (named ? "" : " unnamed"));
        int last = behindName.size() - 1;
        if (last > 0
                && behindName.get(last).equals("report")
                && behindName.get(last - 1).equals("technical")) {
            features.add("K:report");
        }
        if (named && PaperHeads.isModelName(name)) {
            features.add("N:ending");
        }
    }

    /** What stands behind a use of the name: "…, a multilingual language model" or "… is the first framework". */
    static void addUse(Set<String> features, List<String> behind) {
        int i = 0;
        while (i < behind.size() && BESIDE.contains(behind.get(i))) {
            i++;
        }
        boolean told = i > 0 && i < behind.size() && ARTICLES.contains(behind.get(i));
        String kind = told ? PaperHeads.of(behind, i) : "";
        if (!kind.isEmpty()) {
            features.add("N:" + kind);
        }
    }

    /** The thing behind "we introduce". */
    static void addThing(Set<String> features, String verb, List<String> thing, boolean first) {
        String kind = PaperHeads.of(thing, 0);
        String told = kind.isEmpty() ? "none" : kind;
        features.add("K:" + told);
        features.add("K:" + verb + " " + told);
        if (first) {
            features.add("K:first " + told);
        }
        if (thing.stream().anyMatch(PaperSense::isSized)) {
            features.add("S:thing");
        }
    }

    /** A name and what it is called: "we introduce Quokka (Q), a small language model"; or that there is no name. */
    static void addName(Set<String> features, List<String> words, int verb) {
        int begin = verb + 1;
        if (begin >= words.size() || ARTICLES.contains(words.get(begin))) {
            features.add("A:none");
            return;
        }
        int end = Math.min(words.size() - 1, begin + LONGEST_NAME);
        for (int i = begin + 1; i < end; i++) {
            if (BREAKS.contains(words.get(i))) {
                int article = behindBracket(words, i);
                boolean called = article < words.size() && ARTICLES.contains(words.get(article));
                String kind = called ? PaperHeads.of(words, article) : "";
                features.add("A:" + (kind.isEmpty() ? "named" : kind));
                return;
            }
        }
    }

    /** What stands behind a comma, or behind a bracket and the comma that follows it. */
    private static int behindBracket(List<String> words, int at) {
        int i = at;
        if (words.get(i).equals("(")) {
            int end = Math.min(words.size() - 1, at + LONGEST_BRACKET);
            while (i < end && !words.get(i).equals(")")) {
                i++;
            }
            i++;
        }
        return i < words.size() && words.get(i).equals(",") ? i + 1 : i;
    }

    /** What is given away and on how much was trained, sentence by sentence. */
    static void addText(Set<String> features, PaperWords words) {
        int begin = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i == words.size() || words.is(i, PaperWords.STOP)) {
                addSentence(features, words, begin, i);
                begin = i + 1;
            }
        }
    }

    private static void addSentence(Set<String> features, PaperWords words, int begin, int end) {
        long says = words.between(begin, end);
        boolean given = (says & PaperWords.GIVEN) != 0;
        boolean weights = (says & PaperWords.WEIGHTS) != 0;
        addIf(features, given && weights, "R:weights");
        addIf(features, given && !weights && (says & PaperWords.CODE) != 0, "R:code");
        addIf(features, given && !weights && (says & PaperWords.DATA) != 0, "R:data");
        boolean amount = (says & PaperWords.SCALE) != 0 && hasAmount(words, begin, end);
        addIf(features, amount, "S:amount");
        addIf(features, amount && (says & PaperWords.TRAINED) != 0, "S:trained");
    }

    /** A number with its scale before what is counted: "#b parameters", "# trillion text tokens". */
    private static boolean hasAmount(PaperWords words, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (words.is(i, PaperWords.SCALE)
                    && (words.between(i + 1, Math.min(end, i + 1 + WITHIN)) & PaperWords.COUNTED) != 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSized(String word) {
        return word.endsWith("#b") || word.endsWith("#m");
    }

    private static void addIf(Set<String> features, boolean there, String feature) {
        if (there) {
            features.add(feature);
        }
    }
}
