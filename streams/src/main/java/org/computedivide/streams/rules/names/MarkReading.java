package org.computedivide.streams.rules.names;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts the words of a written name into {@link NameMarks}, one after the other. */
final class MarkReading {

    private static final Pattern SIZE = Pattern.compile(
            "\\d{1,5}(?:\\.\\d{1,3})?b|\\d{2,5}m|\\d{1,3}x\\d{1,4}(?:\\.\\d{1,2})?[bm]?|[ae]\\d{1,4}(?:\\.\\d{1,2})?b|\\d{1,4}e");
    private static final Pattern SIZE_AND_REVISION =
            Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?b)(v\\d{1,2}(?:\\.\\d{1,2})?)");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,5}(?:\\.\\d{1,3})?[kmt]");
    private static final Pattern NUMBER = Pattern.compile("v?\\d{1,4}(?:\\.\\d{1,3}){0,2}");
    private static final Pattern DATE = Pattern.compile(
            "20\\d{6}|20[12]\\d[01]\\d|2[2-9]\\.?(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])");

    private final List<String> words = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final StringBuilder spelled = new StringBuilder();
    private final List<String> sizes = new ArrayList<>();
    private final List<String> amounts = new ArrayList<>();
    private final SortedSet<String> grades = new TreeSet<>();
    private final SortedSet<String> tuning = new TreeSet<>();
    private final SortedSet<String> dates = new TreeSet<>();
    private final SortedSet<String> revisions = new TreeSet<>();

    private MarkReading() {}

    static NameMarks of(String name) {
        var reading = new MarkReading();
        boolean bracket = false;
        for (String token : NameTokens.of(name)) {
            if (token.equals(NameTokens.OPEN) || token.equals(NameTokens.CLOSE)) {
                bracket = token.equals(NameTokens.OPEN) && !reading.words.isEmpty();
            } else if (!bracket || SIZE.matcher(token).matches()) {
                reading.take(token);
            }
        }
        return reading.marks();
    }

    private void take(String token) {
        Matcher glued = SIZE_AND_REVISION.matcher(token);
        if (glued.matches()) {
            sizes.add(glued.group(1));
            revisions.add(glued.group(2));
        } else if (SIZE.matcher(token).matches()) {
            sizes.add(token);
        } else if (AMOUNT.matcher(token).matches()) {
            amounts.add(token);
        } else if (!words.isEmpty() && DATE.matcher(token).matches()) {
            dates.add(token);
        } else if (!sizes.isEmpty()
                && token.charAt(0) == 'v'
                && NUMBER.matcher(token).matches()) {
            revisions.add(token);
        } else if (NUMBER.matcher(token).matches()) {
            takeNumber(token);
        } else {
            takeWord(token);
        }
    }

    private void takeNumber(String number) {
        String digits = number.startsWith("v") ? number.substring(1) : number;
        String plain = digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
        numbers.add(plain);
        spelled.append(plain.replace(".", ""));
    }

    private void takeWord(String word) {
        switch (NameWords.classOf(word)) {
            case "noise", "format" -> {}
            case "size" -> (word.equals("base") ? tuning : grades).add(word);
            case "tuning" -> tuning.add(word);
            default -> {
                words.add(word);
                spelled.append(word);
            }
        }
    }

    private NameMarks marks() {
        boolean maker = words.size() > 1 && NameWords.is("prefix", words.get(0));
        String rest = maker && spelled.indexOf(words.get(0)) == 0
                ? spelled.substring(words.get(0).length())
                : spelled.toString();
        return new NameMarks(
                maker ? words.subList(1, words.size()) : words,
                numbers,
                rest,
                sizes,
                amounts,
                grades,
                tuning,
                dates,
                revisions);
    }
}
