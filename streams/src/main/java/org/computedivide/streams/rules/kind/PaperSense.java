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
    private static final Set<String> STOPS = WordSet.of(".", "!", "?");
    private static final Set<String> WEIGHTS = WordSet.of("weights", "checkpoint", "checkpoints", "models", "model");
    private static final Set<String> CODE = WordSet.of("code", "codes", "implementation");
    private static final Set<String> DATA = WordSet.of("dataset", "datasets", "benchmark", "data", "annotations");
    private static final Set<String> GIVEN = WordSet.of(
            "release",
            "released",
            "releasing",
            "releases",
            "open-source",
            "open-sourced",
            "open-sourcing",
            "publicly",
            "available",
            "public",
            "open-weight",
            "open-weights",
            "huggingface",
            "hugging");

    private static final Set<String> TRAINED = WordSet.of(
            "trained", "pretrained", "pre-trained", "training", "pretraining", "pre-training", "pre-train", "train");
    private static final Set<String> AMOUNTS = WordSet.of(
            "tokens", "parameters", "parameter", "hours", "images", "pairs", "sequences", "samples", "cells");
    private static final Set<String> SCALES = WordSet.of("billion", "million", "trillion", "#b", "#m", "#t", "#k");

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
    static void addText(Set<String> features, List<String> words) {
        int begin = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i == words.size() || STOPS.contains(words.get(i))) {
                addSentence(features, words.subList(begin, i));
                begin = i + 1;
            }
        }
    }

    private static void addSentence(Set<String> features, List<String> sentence) {
        if (holds(sentence, GIVEN)) {
            boolean weights = holds(sentence, WEIGHTS);
            boolean code = holds(sentence, CODE);
            boolean data = holds(sentence, DATA);
            addIf(features, weights, "R:weights");
            addIf(features, code && !weights, "R:code");
            addIf(features, data && !weights, "R:data");
        }
        boolean amount = hasAmount(sentence);
        addIf(features, amount, "S:amount");
        addIf(features, amount && holds(sentence, TRAINED), "S:trained");
    }

    /** A number with its scale before what is counted: "#b parameters", "# trillion text tokens". */
    private static boolean hasAmount(List<String> sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            if (SCALES.contains(sentence.get(i))) {
                if (holds(sentence.subList(i + 1, Math.min(sentence.size(), i + 1 + WITHIN)), AMOUNTS)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(List<String> sentence, Set<String> words) {
        for (String word : sentence) {
            if (words.contains(word)) {
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
