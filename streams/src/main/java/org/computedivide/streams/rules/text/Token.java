package org.computedivide.streams.rules.text;

import java.util.Set;

/**
 * A word, a number or a mark of a text.
 *
 * @param start first character, in UTF-16 units
 * @param end character after the last one
 * @param word lower case; for a number its magnitude as written (b, million), empty when it has none; Chinese words of
 *     the trade stand in English
 * @param value the number with its magnitude multiplied in; NaN for words and marks
 * @param glued whether a letter or a name stands right before it, as the 3 of GPT-3
 * @param capital whether a word has a capital letter
 * @param lineStart whether a line begins here
 */
public record Token(
        Kind kind, int start, int end, String word, double value, boolean glued, boolean capital, boolean lineStart) {

    /** What a token is. */
    public enum Kind {
        WORD,
        NUMBER,
        /** Written 8x7B: experts times size; the value is the product. */
        MIXTURE,
        MARK
    }

    private static final Set<String> LETTERS = Set.of("b", "m", "t", "bn", "k");

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    public boolean isMark() {
        return kind == Kind.MARK;
    }

    /** Whether the magnitude is written as a letter right behind the digits: 70B, 350M, 128k. */
    public boolean hasLetter() {
        return isNumber() && LETTERS.contains(word);
    }

    public boolean is(String other) {
        return word.equals(other) && !isNumber();
    }

    public boolean in(Set<String> words) {
        return !isNumber() && (words instanceof WordSet set ? set.has(word) : words.contains(word));
    }

    /** A mark in the place of this token. */
    Token as(String mark) {
        return new Token(Kind.MARK, start, end, mark, Double.NaN, false, false, lineStart);
    }

    /** This token where no line begins. */
    Token within() {
        return new Token(kind, start, end, word, value, glued, capital, false);
    }

    /** This number multiplied, for lists such as "7, 13 and 70 billion". */
    Token times(double factor, String magnitude) {
        return new Token(kind, start, end, magnitude, value * factor, glued, capital, lineStart);
    }
}
