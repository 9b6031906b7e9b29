package org.computedivide.streams.rules.text;

import java.util.List;
import java.util.Set;

/** A run of tokens that belong together, with bounded looks around a token. */
public final class Sentence {

    /** The window of a look that would otherwise run through the whole sentence. */
    public static final int WIDE = 40;

    private final String text;
    private final Token[] tokens;
    private final double largest;

    Sentence(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens.toArray(new Token[0]);
        this.largest = largest(this.tokens);
    }

    private static double largest(Token[] tokens) {
        double largest = Double.NEGATIVE_INFINITY;
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.NUMBER && token.value() > largest) {
                largest = token.value();
            }
        }
        return largest;
    }

    /** The largest number in it; negative infinity when there is none. */
    public double largest() {
        return largest;
    }

    void addTo(List<Token> all) {
        all.addAll(List.of(tokens));
    }

    public int size() {
        return tokens.length;
    }

    public Token get(int i) {
        return tokens[i];
    }

    /** First character in the text. */
    public int start() {
        return tokens[0].start();
    }

    /** Character after the last one in the text. */
    public int end() {
        return tokens[tokens.length - 1].end();
    }

    public boolean holds(int i) {
        return i >= 0 && i < tokens.length;
    }

    /** First character of the tokens; the cells of an HTML table need not stand in the order of the text. */
    public int start(int from, int to) {
        int start = tokens[from].start();
        for (int i = from; i <= to; i++) {
            start = Math.min(start, tokens[i].start());
        }
        return start;
    }

    /** Character after the last one of the tokens. */
    public int end(int from, int to) {
        int end = 0;
        for (int i = from; i <= to; i++) {
            end = Math.max(end, tokens[i].end());
        }
        return end;
    }

    /** A character of the text; NUL behind its end. */
    public char charAt(int place) {
        return place < text.length() ? text.charAt(place) : 0;
    }

    public String text(int start, int end) {
        return text.substring(start, end);
    }

    /** The verbatim words from one token to another, both included. */
    public String words(int from, int to) {
        return text.substring(tokens[from].start(), tokens[to].end());
    }

    /** The verbatim token. */
    public String written(int i) {
        return words(i, i);
    }

    /** Position of the last of the words in the n tokens before i, or -1. */
    public int before(int i, int n, Set<String> words) {
        for (int k = i - 1; k >= Math.max(0, i - n); k--) {
            if (tokens[k].in(words)) {
                return k;
            }
        }
        return -1;
    }

    /** Position of the first of the words in the n tokens after i, or -1. */
    public int after(int i, int n, Set<String> words) {
        for (int k = i + 1; k <= Math.min(tokens.length - 1, i + n); k++) {
            if (tokens[k].in(words)) {
                return k;
            }
        }
        return -1;
    }

    /** Position of the last such word in the n tokens before i, or -1. */
    public int before(int i, int n, String word) {
        for (int k = i - 1; k >= Math.max(0, i - n); k--) {
            if (tokens[k].is(word)) {
                return k;
            }
        }
        return -1;
    }

    /** Position of the first such word in the n tokens after i, or -1. */
    public int after(int i, int n, String word) {
        for (int k = i + 1; k <= Math.min(tokens.length - 1, i + n); k++) {
            if (tokens[k].is(word)) {
                return k;
            }
        }
        return -1;
    }

    /** Whether one of the words stands within WIDE tokens on either side. */
    public boolean near(int i, Set<String> words) {
        return before(i, WIDE, words) >= 0 || after(i, WIDE, words) >= 0;
    }

    /** Whether a word with one of the beginnings stands within n tokens on either side. */
    public boolean nearStem(int i, int n, Stems stems) {
        return stemBetween(i - n, i, stems) || stemBetween(i + 1, i + n + 1, stems);
    }

    /** Whether a word with one of the beginnings stands in the n tokens before i. */
    public boolean stemBefore(int i, int n, Stems stems) {
        return stemBetween(i - n, i, stems);
    }

    private boolean stemBetween(int from, int to, Stems stems) {
        for (int k = Math.max(0, from); k < Math.min(tokens.length, to); k++) {
            Token token = tokens[k];
            if (token.kind() == Token.Kind.WORD && stems.begin(token.word())) {
                return true;
            }
        }
        return false;
    }
}
