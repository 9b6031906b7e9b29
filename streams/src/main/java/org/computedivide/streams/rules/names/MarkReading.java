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
    private static final Figure TRILLIONS = Figure.of("\\d{1,2}(?:\\.\\d{1,2})?t");
    /** Behind a size, the edge of an image: {@code EVA-CLIP-8B-448}. */
    private static final Figure PIXELS = Figure.of("[1-9]\\d{2,3}");

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
        List<String> tokens = NameTokens.of(name);
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (token.equals(NameTokens.OPEN) || token.equals(NameTokens.CLOSE)) {
                bracket = token.equals(NameTokens.OPEN) && !reading.words.isEmpty();
            } else if (!bracket || SIZE.is(token)) {
                reading.take(token, i + 1 < tokens.size() ? tokens.get(i + 1) : "");
            }
        }
        return reading.marks();
    }

    private void take(String token, String next) {
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
        } else if (!sizes.isEmpty() && PIXELS.is(token)) {
            amounts.add(token);
        } else if (NUMBER.is(token)) {
            takeNumber(token);
        } else if (NameParts.isFirstOfItsKind(token, next)) {
            addWord(token);
        } else if (sizes.isEmpty() || token.length() > 1) {
            takeWord(token);
        }
    }

    private void takeNumber(String number) {
        String plain = NameParts.plainNumber(number);
        numbers.add(plain);
        spelled.append(plain.replace(".", ""));
    }

    private void takeWord(String word) {
        switch (NameWords.classOf(word)) {
            case "noise", "format" -> {}
            case "size" -> (word.equals("base") ? tuning : grades).add(word);
            case "tuning" -> tuning.add(word);
            default -> addWord(word);
        }
    }

    private void addWord(String word) {
        words.add(word);
        spelled.append(word);
    }

    /** {@code 1T} is a size where no other stands beside it, else the tokens that it was trained on. */
    private void sortTrillions() {
        if (sizes.isEmpty()) {
            amounts.stream().filter(TRILLIONS::is).forEach(sizes::add);
            amounts.removeAll(sizes);
        }
    }

    private NameMarks marks() {
        sortTrillions();
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
