package org.computedivide.sinks.newsletter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** English that agrees with its numbers, and names from outside made fit to print. */
final class Words {

    private static final int LONGEST = 2_000;
    private static final int NAME = 100;
    private static final int NO_BREAK = 0x00A0;

    private static final DateTimeFormatter DAY_MONTH_YEAR = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private Words() {}

    /** {@code 1 release}, {@code 1,204 releases}. */
    static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    static String count(long number, String singular, String plural) {
        return Numbers.whole(number) + " " + (number == 1 ? singular : plural);
    }

    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    static String day(LocalDate day) {
        return DAY_MONTH_YEAR.format(day);
    }

    /** {@code 16–22 March 2026}, {@code 30 March – 5 April 2026}. */
    static String span(LocalDate from, LocalDate to) {
        if (from.getYear() != to.getYear()) {
            return DAY_MONTH_YEAR.format(from) + " – " + DAY_MONTH_YEAR.format(to);
        }
        return from.getMonth() == to.getMonth()
                ? from.getDayOfMonth() + "–" + DAY_MONTH_YEAR.format(to)
                : DAY_MONTH.format(from) + " – " + DAY_MONTH_YEAR.format(to);
    }

    /**
     * Text from outside as one line that cannot reorder or hide its neighbours: no controls, no direction marks, white
     * space collapsed, at most 2,000 characters.
     */
    static String readable(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), LONGEST + 1));
        text.codePoints()
                .map(point -> Character.isWhitespace(point) || (Character.isSpaceChar(point) && point != NO_BREAK)
                        ? ' '
                        : point)
                .filter(Words::printable)
                .limit(LONGEST + 1L)
                .forEach(point -> append(line, point));
        return line.codePointCount(0, line.length()) > LONGEST ? cut(line.toString(), LONGEST) : line.toString();
    }

    /** A name from outside, at most 100 characters. */
    static String name(String text) {
        return cut(readable(text).strip(), NAME);
    }

    /** The text with at most so many code points, cut at a space where there is one near, marked with an ellipsis. */
    static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        String head = text.substring(0, text.offsetByCodePoints(0, longest - 1));
        int space = head.lastIndexOf(' ');
        return (space > longest / 2 ? head.substring(0, space) : head) + "…";
    }

    private static void append(StringBuilder line, int point) {
        boolean doubled = point == ' ' && !line.isEmpty() && line.charAt(line.length() - 1) == ' ';
        if (!doubled) {
            line.appendCodePoint(point);
        }
    }

    private static boolean printable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
