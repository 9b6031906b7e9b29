package org.computedivide.streams.rules.kind;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.computedivide.streams.rules.DataFile;
import org.computedivide.streams.rules.text.WordBits;

/** The words of a paper, each looked up once in the sets of words that are asked for. */
final class PaperWords {

    /** Speaks of making and releasing ({@code paper-words.csv}). */
    static final long TELLING = 1;

    /** Who offers something. */
    static final long MAKER = 1 << 1;
    /** Ends a sentence. */
    static final long STOP = 1 << 2;

    static final long GIVEN = 1 << 3;
    static final long WEIGHTS = 1 << 4;
    static final long CODE = 1 << 5;
    static final long DATA = 1 << 6;
    static final long TRAINED = 1 << 7;
    /** What training is counted in. */
    static final long COUNTED = 1 << 8;
    /** A number's scale. */
    static final long SCALE = 1 << 9;

    private static final WordBits SETS = WordBits.of(List.of(
            DataFile.rows("paper-words.csv").stream()
                    .map(row -> row.getOrDefault("word", ""))
                    .collect(Collectors.toSet()),
            Set.of("we", "paper", "report", "work", "team", "authors", "study"),
            Set.of(".", "!", "?"),
            Set.of(
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
                    "hugging"),
            Set.of("weights", "checkpoint", "checkpoints", "models", "model"),
            Set.of("code", "codes", "implementation"),
            Set.of("dataset", "datasets", "benchmark", "data", "annotations"),
            Set.of(
                    "trained",
                    "pretrained",
                    "pre-trained",
                    "training",
                    "pretraining",
                    "pre-training",
                    "pre-train",
                    "train"),
            Set.of("tokens", "parameters", "parameter", "hours", "images", "pairs", "sequences", "samples", "cells"),
            Set.of("billion", "million", "trillion", "#b", "#m", "#t", "#k")));

    private final List<String> words;
    private final long[] sets;

    private PaperWords(List<String> words) {
        this.words = words;
        this.sets = new long[words.size()];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = SETS.of(words.get(i));
        }
    }

    static PaperWords of(String text) {
        return new PaperWords(PaperTokens.of(text));
    }

    int size() {
        return sets.length;
    }

    String get(int i) {
        return words.get(i);
    }

    /** All words, in the order of the text. */
    List<String> all() {
        return words;
    }

    boolean is(int i, long set) {
        return (sets[i] & set) != 0;
    }

    /** The sets that some word between two places stands in; the second is not looked at. */
    long between(int from, int to) {
        long found = 0;
        for (int i = from; i < to; i++) {
            found |= sets[i];
        }
        return found;
    }
}
