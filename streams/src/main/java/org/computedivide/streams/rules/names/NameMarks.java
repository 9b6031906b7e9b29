package org.computedivide.streams.rules.names;

import java.util.List;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a written name says which model is meant, with spelling taken out. {@link ModelName} says what the family is
 * called; this is for comparing two names mark by mark.
 *
 * @param words words of the name in order
 * @param numbers versions in order, without {@code v} and {@code .0}
 * @param spelled words and numbers in order without separators, as a title may spell them: {@code llama31}
 * @param sizes sizes as written, in order: {@code 405b}, {@code 8x7b}, {@code a22b}
 * @param amounts lengths of context and amounts of data: {@code 40k}, {@code 0.6m}
 * @param grades words of size such as {@code mini}
 * @param tuning stages of training such as {@code instruct}; {@code base} among them
 * @param dates version dates such as {@code 0528}
 * @param revisions versions behind the size, such as {@code v0.1}: often left out
 */
public record NameMarks(
        List<String> words,
        List<String> numbers,
        String spelled,
        List<String> sizes,
        List<String> amounts,
        SortedSet<String> grades,
        SortedSet<String> tuning,
        SortedSet<String> dates,
        SortedSet<String> revisions) {

    private static final Pattern SIZE_IN_B = Pattern.compile("(?:(\\d{1,3})x|[ae])?(\\d{1,5}(?:\\.\\d{1,3})?)([bmt])");
    private static final Pattern LETTER_AND_DIGIT = Pattern.compile("[a-z]\\d{1,2}");
    private static final int LONGEST = 200;

    public NameMarks {
        words = List.copyOf(words);
        numbers = List.copyOf(numbers);
        sizes = List.copyOf(sizes);
        amounts = List.copyOf(amounts);
    }

    /** Reads a repository id, a tag or a name; what stands in brackets is left out when something stands before it. */
    public static NameMarks of(String written) {
        String text = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
        int slash = text.indexOf('/');
        boolean id = slash > 0 && slash == text.lastIndexOf('/') && text.indexOf(' ') < 0;
        return MarkReading.of(id ? text.substring(slash + 1) : text);
    }

    /** The words without separators: makers write {@code Code Llama} and {@code CodeLlama}. */
    public String letters() {
        return String.join("", words);
    }

    /** Whether it can tell one model from another: a word of its own, or any word with a number. */
    public boolean isDistinct() {
        return words.stream().anyMatch(NameMarks::isTelling) || (!words.isEmpty() && !numbers.isEmpty());
    }

    /** Whether a word is more than the kind of a model, its task or its stage. */
    public static boolean isTelling(String word) {
        String kind = NameWords.classOf(word);
        boolean lettersAndDigit = LETTER_AND_DIGIT.matcher(word).matches();
        return (word.length() > 2 || lettersAndDigit) && (kind.isEmpty() || kind.equals("brand"));
    }

    /** Parameters that the name speaks of; NaN when it does not. */
    public double parameters() {
        for (String size : sizes) {
            Matcher plain = SIZE_IN_B.matcher(size);
            if (plain.matches()) {
                double experts = plain.group(1) == null ? 1 : Double.parseDouble(plain.group(1));
                return experts * Double.parseDouble(plain.group(2)) * unit(plain.group(3));
            }
        }
        return Double.NaN;
    }

    private static double unit(String letter) {
        return switch (letter) {
            case "t" -> 1e12;
            case "b" -> 1e9;
            default -> 1e6;
        };
    }

    /** A version without what makers write or leave out: {@code v2.0} and {@code 2}, {@code 01} and {@code 1}. */
    public static String plainNumber(String version) {
        return NameParts.plainNumber(version);
    }

    /** The same without words at the beginning that only say who made it. */
    public NameMarks withoutMaker(Iterable<String> makers) {
        for (String maker : makers) {
            int words = wordsOf(maker);
            if (words > 0 && words < this.words.size()) {
                String rest = spelled.startsWith(maker) ? spelled.substring(maker.length()) : spelled;
                return new NameMarks(
                        this.words.subList(words, this.words.size()),
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
        return this;
    }

    /** How many words at the beginning make up the text; 0 when they do not. */
    private int wordsOf(String text) {
        var joined = new StringBuilder();
        for (int i = 0; i < words.size() && joined.length() < text.length(); i++) {
            joined.append(words.get(i));
            if (joined.toString().equals(text)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The same without the name of a base model before or behind the name of its own, when one remains. */
    public NameMarks withoutBrand() {
        List<String> own =
                words.stream().filter(word -> !NameWords.is("brand", word)).toList();
        return own.size() == words.size() || own.stream().noneMatch(NameMarks::isTelling)
                ? this
                : new NameMarks(own, numbers, spelled, sizes, amounts, grades, tuning, dates, revisions);
    }
}
