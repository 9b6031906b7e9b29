package org.computedivide.streams.rules.text;

import java.util.Locale;
import java.util.OptionalDouble;

/** Reads one number at a position: 405B, 1.8 trillion, 7,000,000,000, 3.2e23, 3.2 × 10^23, 10²⁵, 8x7B, 70亿. */
final class NumberScan {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int LONGEST_NUMBER = 40;

    private final String text;
    private int at;

    private NumberScan(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** What stands at the position. A version such as 1.2.3 has the value NaN. */
    record Found(int end, double value, String magnitude, boolean mixture) {}

    static Found read(String text, int at) {
        return new NumberScan(text, at).read();
    }

    private Found read() {
        int start = at;
        double mantissa = mantissa();
        if (Double.isNaN(mantissa)) {
            return new Found(at, mantissa, "", false);
        }
        double value = exponent(start, mantissa);
        if (value != mantissa || text.charAt(at - 1) == '}') {
            return new Found(at, value, "e", false);
        }
        return magnitude(mantissa);
    }

    private double mantissa() {
        int start = at;
        StringBuilder digits = new StringBuilder();
        digits(digits);
        while (isGroup(at)) {
            digits.append(text, at + 1, at + 4);
            at += 4;
        }
        int dots = 0;
        while (peek(0) == '.' && isDigit(peek(1))) {
            dots++;
            digits.append('.');
            at++;
            digits(digits);
        }
        boolean absurd = dots > 1 || at - start > LONGEST_NUMBER;
        return absurd ? Double.NaN : Double.parseDouble(digits.toString());
    }

    private void digits(StringBuilder into) {
        while (isDigit(peek(0))) {
            into.append(text.charAt(at++));
        }
    }

    private boolean isGroup(int i) {
        return i + 3 < text.length()
                && (isGroupMark(text.charAt(i)) || text.startsWith(" 000", i))
                && isDigit(text.charAt(i + 1))
                && isDigit(text.charAt(i + 2))
                && isDigit(text.charAt(i + 3))
                && !(i + 4 < text.length() && isDigit(text.charAt(i + 4)));
    }

    private static boolean isGroupMark(char c) {
        return c == ',' || c == '\'' || c == '\u2019' || c == '\u202f' || c == '\u2009' || c == '\u00a0';
    }

    private double exponent(int start, double mantissa) {
        if ((peek(0) == 'e' || peek(0) == 'E') && exponentDigits(1) > 0) {
            return scientific(mantissa, 1);
        }
        if (mantissa == 10 && at - start == 2) {
            OptionalDouble power = power();
            return power.isPresent() ? StrictMath.pow(10, power.getAsDouble()) : mantissa;
        }
        return timesTenTo(mantissa);
    }

    private int exponentDigits(int from) {
        int i = from;
        if (peek(i) == '+' || peek(i) == '-') {
            i++;
        }
        int first = i;
        while (isDigit(peek(i)) && i - first < 4) {
            i++;
        }
        return i - first > 3 || Character.isLetter(peek(i)) ? 0 : i - first;
    }

    private double scientific(double mantissa, int skip) {
        at += skip;
        int start = at;
        if (peek(0) == '+' || peek(0) == '-') {
            at++;
        }
        while (isDigit(peek(0))) {
            at++;
        }
        return mantissa * StrictMath.pow(10, Integer.parseInt(text.substring(start, at)));
    }

    /** Reads "× 10^23" and the like behind a mantissa; leaves the position alone when there is none. */
    private double timesTenTo(double mantissa) {
        int before = at;
        skipSpaces();
        if (skipTimes()) {
            skipSpaces();
            if (peek(0) == '1' && peek(1) == '0' && !isDigit(peek(2))) {
                at += 2;
                OptionalDouble power = power();
                if (power.isPresent()) {
                    return mantissa * StrictMath.pow(10, power.getAsDouble());
                }
            }
        }
        at = before;
        return mantissa;
    }

    private boolean skipTimes() {
        for (String sign : new String[] {"\\times", "\\cdot", "×", "x", "X", "*", "·", "✕"}) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return true;
            }
        }
        return false;
    }

    /** The exponent behind a 10: ^25, ^{25}, **25, &lt;sup>25&lt;/sup> or superscript digits. */
    private OptionalDouble power() {
        int before = at;
        for (String sign : new String[] {"^{", "^", "**", "<sup>"}) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                OptionalDouble power = plainPower();
                if (power.isPresent()) {
                    closePower(sign);
                    return power;
                }
                at = before;
                return OptionalDouble.empty();
            }
        }
        return superscript();
    }

    private OptionalDouble plainPower() {
        int start = at;
        if (peek(0) == '-' || peek(0) == '+') {
            at++;
        }
        while (isDigit(peek(0)) && at - start < 4) {
            at++;
        }
        String digits = text.substring(start, at).replace("+", "");
        return digits.isEmpty() || digits.equals("-")
                ? OptionalDouble.empty()
                : OptionalDouble.of(Integer.parseInt(digits));
    }

    private void closePower(String sign) {
        if (sign.equals("^{") && peek(0) == '}') {
            at++;
        } else if (text.startsWith("</sup>", at)) {
            at += 6;
        }
    }

    private OptionalDouble superscript() {
        int value = 0;
        int digits = 0;
        while (digits < 3 && peek(0) != 0 && SUPERSCRIPTS.indexOf(peek(0)) >= 0) {
            value = value * 10 + SUPERSCRIPTS.indexOf(peek(0));
            digits++;
            at++;
        }
        return digits == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private Found magnitude(double mantissa) {
        int letters = at;
        while (letters < text.length() && letters - at < 12 && isLatin(text.charAt(letters))) {
            letters++;
        }
        String suffix = text.substring(at, letters).toLowerCase(Locale.ROOT);
        if (suffix.equals("x") && isDigit(peek(1))) {
            return mixture(mantissa);
        }
        OptionalDouble factor = Magnitudes.ofLetters(suffix);
        if (factor.isEmpty()) {
            factor = Magnitudes.ofWord(suffix);
        }
        if (factor.isPresent() && !isDigit(peek(suffix.length()))) {
            at = letters;
            return new Found(at, mantissa * factor.getAsDouble(), suffix, false);
        }
        return suffix.isEmpty() ? separateMagnitude(mantissa) : new Found(at, mantissa, "", false);
    }

    private Found mixture(double experts) {
        int start = at;
        at++;
        Found size = new NumberScan(text, at).read();
        if (size.magnitude().isEmpty() || size.mixture()) {
            return new Found(start, experts, "", false);
        }
        return new Found(size.end(), experts * size.value(), size.magnitude(), true);
    }

    private Found separateMagnitude(double mantissa) {
        int i = at;
        while (i < text.length() && i - at < 2 && (text.charAt(i) == '-' || isSpace(text.charAt(i)))) {
            i++;
        }
        if (i < text.length() && Chinese.isOne(text.charAt(i))) {
            return chineseMagnitude(mantissa, i);
        }
        int end = i;
        while (end < text.length() && end - i < 12 && isLatin(text.charAt(end))) {
            end++;
        }
        String word = text.substring(i, end);
        OptionalDouble factor = isSpacedLetter(word, i)
                ? Magnitudes.ofLetters(word.toLowerCase(Locale.ROOT))
                : Magnitudes.ofWord(word.toLowerCase(Locale.ROOT));
        return factor.isPresent()
                ? new Found(end, mantissa * factor.getAsDouble(), word.toLowerCase(Locale.ROOT), false)
                : new Found(at, mantissa, "", false);
    }

    /** "300 B tokens", "(43 M)": a capital letter alone between a space and a space, hyphen or closing mark. */
    private boolean isSpacedLetter(String word, int i) {
        return i > at
                && (word.equals("B") || word.equals("M") || word.equals("T"))
                && i + 1 < text.length()
                && " \n-),.;|".indexOf(text.charAt(i + 1)) >= 0;
    }

    private Found chineseMagnitude(double mantissa, int i) {
        int length = Chinese.length(text, i);
        OptionalDouble factor = Magnitudes.ofWord(text.substring(i, i + length));
        return factor.isPresent()
                ? new Found(i + length, mantissa * factor.getAsDouble(), text.substring(i, i + length), false)
                : new Found(at, mantissa, "", false);
    }

    private void skipSpaces() {
        for (int n = 0; n < 2 && (isSpace(peek(0)) || peek(0) == '$'); n++) {
            at++;
        }
    }

    /** A space within a line; the narrow ones stand between a number and its unit. */
    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u2009' || c == '\u202f';
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
