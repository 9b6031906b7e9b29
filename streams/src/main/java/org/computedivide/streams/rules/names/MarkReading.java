package org.computedivide.streams.rules.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Sorts the words of a written name into {@link NameMarks}, one after the other. */
final class MarkReading {

    private static final Figure SIZE = Figure.of(
            "\\d{1,5}(?:\\.\\d{1,3})?b|\\d{2,5}m|\\d{1,3}x\\d{1,4}(?:\\.\\d{1,2})?[bm]?|[ae]\\d{1,4}(?:\\.\\d{1,2})?b|\\d{1,4}e");
    private static final Figure SIZE_AND_REVISION = Figure.of("(\\d{1,5}(?:\\.\\d{1,3})?b)(v\\d{1,2}(?:\\.\\d{1,2})?)");
    private static final Figure AMOUNT = Figure.of("\\d{1,5}(?:\\.\\d{1,3})?[kmt]");
    private static final Figure NUMBER = Figure.of("v?\\d{1,4}(?:\\.\\d{1,3}){0,2}");
    private static final Figure DATE = Figure.of(
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
            } else if (!bracket || SIZE.is(token)) {
                reading.take(token);
            }
        }
        return reading.marks();
    }

    private void take(String token) {
        Optional<Matcher> glued = SIZE_AND_REVISION.groups(token);
        if (glued.isPresent()) {
            sizes.add(glued.get().group(1));
            revisions.add(glued.get().group(2));
        } else if (SIZE.is(token)) {
            sizes.add(token);
        } else if (AMOUNT.is(token)) {
            amounts.add(token);
        } else if (!words.isEmpty() && DATE.is(token)) {
            dates.add(token);
        } else if (!sizes.isEmpty() && token.charAt(0) == 'v' && NUMBER.is(token)) {
            revisions.add(token);
        } else if (NUMBER.is(token)) {
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
