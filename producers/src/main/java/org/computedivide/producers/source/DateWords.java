package org.computedivide.producers.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words and numbers of a short text that may be a date, in order, without the words that stand between them. */
final class DateWords {

    private static final Set<String> BETWEEN = Set.of(
            "de", "of", "the", "del", "do", "el", "le", "den", "st", "nd", "rd", "th", "er", "年", "月", "日", "년", "월",
            "일");
    private static final String REIWA = "令和";
    private static final int BEFORE_REIWA = 2018;
    private static final Word NONE = new Word("", -1, 0, false);

    private DateWords() {}

    /**
     * One word or number.
     *
     * @param text in lower case; empty for a number
     * @param number its value; -1 for a word
     * @param digits how many digits it is written with; 4 for the year of an era
     * @param afterDot whether a dot stands before it
     */
    record Word(String text, int number, int digits, boolean afterDot) {

        boolean isNumber() {
            return number >= 0;
        }

        /** A year that a post can be of, else 0. */
        int year() {
            return digits == 4 && number >= 1990 && number <= 2100 ? number : 0;
        }

        /** A day or month, else 0. */
        int upTo(int most) {
            return digits > 0 && digits <= 2 && number >= 1 && number <= most ? number : 0;
        }
    }

    /** The word at a place; nothing where there is none. */
    static Word at(List<Word> words, int place) {
        return place >= 0 && place < words.size() ? words.get(place) : NONE;
    }

    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        boolean reiwa = false;
        boolean dot = false;
        int at = 0;
        while (at < text.length()) {
            int end = endOfWord(text, at);
            if (end == at) {
                dot = (dot && Character.isWhitespace(text.codePointAt(at))) || text.codePointAt(at) == '.';
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            Word word = word(text.substring(at, end), dot, reiwa);
            reiwa = word.text().equals(REIWA);
            if (!reiwa && !BETWEEN.contains(word.text())) {
                words.add(word);
            }
            dot = false;
            at = end;
        }
        return words;
    }

    private static int endOfWord(String text, int start) {
        int first = text.codePointAt(start);
        boolean number = isDigit(first);
        int end = start;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            boolean joins = number ? isDigit(point) : Character.isLetter(point) || (end > start && isMark(point));
            if (!joins) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    private static boolean isDigit(int point) {
        return Character.digit(point, 10) >= 0;
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static Word word(String text, boolean dot, boolean reiwa) {
        if (!isDigit(text.codePointAt(0))) {
            return new Word(text.toLowerCase(Locale.ROOT), -1, 0, dot);
        }
        int digits = text.codePointCount(0, text.length());
        if (digits > 8) {
            return new Word("", Integer.MAX_VALUE, digits, dot);
        }
        int value = text.codePoints().map(point -> Character.digit(point, 10)).reduce(0, (sum, d) -> sum * 10 + d);
        return reiwa && digits <= 2 ? new Word("", BEFORE_REIWA + value, 4, dot) : new Word("", value, digits, dot);
    }
}
