package org.computedivide.streams.rules.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.computedivide.streams.rules.text.Token.Kind;

/** Cuts a text into tokens in one pass. */
final class Tokenizer {

    private static final int LONGEST_WORD = 60;
    private static final int ASCII = 128;
    /** From a mark of ASCII to the same one as wide as a Chinese character. */
    private static final int FULL_WIDTH = 0xFEE0;

    private static final String[] MARKS = marks();
    private static final boolean[] PARTS = parts();
    /** From twenty on ones may follow. */
    private static final double TENS = 20;

    private static final String FIRST_OF_NUMBERS = "otfsend";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean lineStart = true;

    Tokenizer(String text) {
        this.text = text;
    }

    List<Token> read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                lineStart = true;
                at++;
            } else if (isBlank(c)) {
                at++;
            } else {
                next(c);
                lineStart = false;
            }
        }
        return tokens;
    }

    private static boolean isBlank(char c) {
        if (c < ASCII) {
            return c == ' ' || (c < ' ' && Character.isWhitespace(c));
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void next(char c) {
        if (c >= '0' && c <= '9') {
            number();
        } else if (c < ASCII && !PARTS[c]) {
            add(Kind.MARK, at + 1, MARKS[c], Double.NaN);
        } else if (Chinese.isOne(c)) {
            chinese();
        } else if (Character.isLetter(c)) {
            word();
        } else {
            boolean pair = Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            add(Kind.MARK, at + (pair ? 2 : 1), isHyphen(c) ? "-" : String.valueOf(narrow(c)), Double.NaN);
        }
    }

    /** The mark of ASCII that a full-width one is: the colon of "参数量：14B". */
    private static char narrow(char c) {
        return c > FULL_WIDTH && c < FULL_WIDTH + ASCII - 1 ? (char) (c - FULL_WIDTH) : c;
    }

    private static String[] marks() {
        String[] marks = new String[ASCII];
        for (char c = 0; c < ASCII; c++) {
            marks[c] = String.valueOf(c);
        }
        return marks;
    }

    private void number() {
        NumberScan.Found found = NumberScan.read(text, at);
        if (Double.isNaN(found.value())) {
            add(Kind.WORD, found.end(), text.substring(at, Math.min(found.end(), at + LONGEST_WORD)), Double.NaN);
        } else {
            add(found.mixture() ? Kind.MIXTURE : Kind.NUMBER, found.end(), found.magnitude(), found.value());
        }
    }

    private void chinese() {
        double digit = isAfterDigit() ? 0 : Chinese.digit(text.charAt(at));
        int next = at + 1;
        if (digit > 0 && next < text.length() && Chinese.isOne(text.charAt(next))) {
            String counted = text.substring(next, next + Chinese.length(text, next));
            OptionalDouble factor = Magnitudes.ofWord(counted);
            if (factor.isPresent()) {
                add(Kind.NUMBER, next + counted.length(), counted, digit * factor.getAsDouble());
                return;
            }
            if (Chinese.isCounted(counted)) {
                add(Kind.NUMBER, next, "spelled", digit);
                return;
            }
        }
        int end = at + Chinese.length(text, at);
        add(Kind.WORD, end, Chinese.english(text.substring(at, end)), Double.NaN);
    }

    private boolean isAfterDigit() {
        return at > 0 && Chinese.digit(text.charAt(at - 1)) > 0;
    }

    private void word() {
        int end = at + 1;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        String word = Vocabulary.lower(text, at, Math.min(end, at + LONGEST_WORD));
        boolean number = FIRST_OF_NUMBERS.indexOf(word.charAt(0)) >= 0 && !isGlued();
        OptionalDouble spelled = number ? Magnitudes.ofNumberWord(word) : OptionalDouble.empty();
        if (word.equals("half") && text.startsWith(" a ", end)) {
            half(end);
        } else if (spelled.isPresent()) {
            spelledNumber(end, spelled.getAsDouble());
        } else {
            add(Kind.WORD, end, word, Double.NaN);
        }
    }

    /** "seven billion" and "twenty-six billion" are one number; "seven" alone is one as well. */
    private void spelledNumber(int end, double value) {
        int from = end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '-') ? end + 1 : end;
        int to = from;
        while (to < text.length() && to - from < 12 && isWordPart(text.charAt(to))) {
            to++;
        }
        String magnitude = text.substring(from, to).toLowerCase(Locale.ROOT);
        if (value >= TENS && from > end && text.charAt(end) == '-') {
            double ones = Magnitudes.ofNumberWord(magnitude).orElse(TENS);
            if (ones < TENS / 2) {
                spelledNumber(to, value + ones);
                return;
            }
        }
        OptionalDouble factor = from > end ? Magnitudes.ofWord(magnitude) : OptionalDouble.empty();
        if (factor.isPresent() && magnitude.equals("hundred") && to < text.length() && text.charAt(to) == ' ') {
            hundreds(to, value * factor.getAsDouble());
        } else if (factor.isPresent()) {
            add(Kind.NUMBER, to, magnitude, value * factor.getAsDouble());
        } else {
            add(Kind.NUMBER, end, "spelled", value);
        }
    }

    /** "half a billion". */
    private void half(int end) {
        int from = end + 3;
        int to = from;
        while (to < text.length() && to - from < 12 && isWordPart(text.charAt(to))) {
            to++;
        }
        String magnitude = text.substring(from, to).toLowerCase(Locale.ROOT);
        OptionalDouble factor = Magnitudes.ofWord(magnitude);
        if (factor.isPresent() && magnitude.length() > 1) {
            add(Kind.NUMBER, to, magnitude, factor.getAsDouble() / 2);
        } else {
            add(Kind.WORD, end, "half", Double.NaN);
        }
    }

    /** "one hundred billion". */
    private void hundreds(int space, double value) {
        int to = space + 1;
        while (to < text.length() && to - space < 12 && isWordPart(text.charAt(to))) {
            to++;
        }
        String magnitude = text.substring(space + 1, to).toLowerCase(Locale.ROOT);
        OptionalDouble factor = Magnitudes.ofWord(magnitude);
        if (factor.isPresent()) {
            add(Kind.NUMBER, to, magnitude, value * factor.getAsDouble());
        } else {
            add(Kind.NUMBER, space, "hundred", value);
        }
    }

    private void add(Kind kind, int end, String word, double value) {
        boolean capital = kind == Kind.WORD && hasCapital(at, end);
        tokens.add(new Token(kind, at, end, word, value, kind != Kind.MARK && isGlued(), capital, lineStart));
        at = end;
    }

    /** Part of a name: right behind a letter, or behind a hyphen that joins it to a letter or to another such part. */
    private boolean isGlued() {
        if (at == 0 || Chinese.isOne(text.charAt(at))) {
            return false;
        }
        char before = text.charAt(at - 1);
        if (before == ' ' || before == '\n') {
            return false;
        }
        if (isWordPart(before)) {
            return true;
        }
        return (isHyphen(before) || before == '_' || before == '/' || before == '.')
                && at > 1
                && joins(text.charAt(at - 2));
    }

    private boolean joins(char c) {
        if (c >= '0' && c <= '9') {
            return tokens.size() > 1
                    && (tokens.get(tokens.size() - 2).glued()
                            || tokens.get(tokens.size() - 2).kind() == Kind.WORD);
        }
        return Character.isLetter(c) && !Chinese.isOne(c);
    }

    private boolean hasCapital(int from, int to) {
        for (int i = from; i < Math.min(to, from + LONGEST_WORD); i++) {
            char c = text.charAt(i);
            if (c < ASCII ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    private static boolean isWordPart(char c) {
        return c < ASCII ? PARTS[c] : Character.isLetterOrDigit(c) && !Chinese.isOne(c);
    }

    private static boolean[] parts() {
        boolean[] parts = new boolean[ASCII];
        for (char c = 0; c < ASCII; c++) {
            parts[c] = Character.isLetterOrDigit(c);
        }
        return parts;
    }
}
