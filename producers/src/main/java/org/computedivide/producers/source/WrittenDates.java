package org.computedivide.producers.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.computedivide.producers.source.DateWords.Word;

/**
 * Dates as people write them on pages: ISO and mail forms, names of months in the page's language or English, Chinese,
 * Japanese and Korean forms, figures of other scripts, and numbers between strokes or dots. A date that can be read two
 * ways is taken only as far as both ways agree; what cannot be read is unknown, never guessed.
 */
public final class WrittenDates {

    private static final int LONGEST = 200;
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[ ][XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private final Map<String, Integer> months;
    private final boolean dayFirst;

    private WrittenDates(Map<String, Integer> months, boolean dayFirst) {
        this.months = months;
        this.dayFirst = dayFirst;
    }

    /**
     * Dates of pages in a language.
     *
     * @param language BCP 47
     */
    public static WrittenDates in(String language) {
        Locale locale = Locale.forLanguageTag(language);
        var months = new HashMap<String, Integer>();
        addMonths(months, locale);
        addMonths(months, Locale.ENGLISH);
        months.put("sept", 9);
        return new WrittenDates(Map.copyOf(months), !locale.getLanguage().equals("en"));
    }

    private static void addMonths(Map<String, Integer> months, Locale locale) {
        List<TextStyle> styles =
                List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
        for (Month month : Month.values()) {
            for (TextStyle style : styles) {
                String name = month.getDisplayName(style, locale).toLowerCase(Locale.ROOT);
                String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
                if (!bare.isEmpty() && bare.codePoints().noneMatch(Character::isDigit)) {
                    months.putIfAbsent(bare, month.getValue());
                }
            }
        }
    }

    /** The first date in a short text; empty when there is none that can be read. */
    public Optional<Published> read(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        return instant(plain).map(Published::at).or(() -> scanned(DateWords.of(plain)));
    }

    private static Optional<Instant> instant(String text) {
        return with(WITH_OFFSET, text).or(() -> with(DateTimeFormatter.RFC_1123_DATE_TIME, text));
    }

    private static Optional<Instant> with(DateTimeFormatter form, String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, form).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Published> scanned(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            int at = i;
            Optional<Published> found = yearFirst(words, at)
                    .or(() -> namedMonth(words, at))
                    .or(() -> numbers(words, at))
                    .or(() -> yearAlone(words));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** 2025-04-29, 2025/4/29, 2025年4月29日, 2025년 4월, 2025 April 29. */
    private Optional<Published> yearFirst(List<Word> words, int at) {
        int year = DateWords.at(words, at).year();
        Word second = DateWords.at(words, at + 1);
        int month = second.isNumber() ? second.upTo(12) : month(second);
        if (year == 0 || month == 0) {
            return Optional.empty();
        }
        int day = DateWords.at(words, at + 2).upTo(31);
        return day > 0 ? day(year, month, day) : Optional.of(Published.in(YearMonth.of(year, month)));
    }

    /** April 29, 2025; 29 avril 2025; 29. April 2025; April 2025. */
    private Optional<Published> namedMonth(List<Word> words, int at) {
        int month = month(DateWords.at(words, at));
        if (month == 0) {
            return Optional.empty();
        }
        int next = DateWords.at(words, at + 1).year();
        int before = DateWords.at(words, at - 1).upTo(31);
        if (next > 0) {
            return before > 0 ? day(next, month, before) : Optional.of(Published.in(YearMonth.of(next, month)));
        }
        int day = DateWords.at(words, at + 1).upTo(31);
        int year = DateWords.at(words, at + 2).year();
        return day > 0 && year > 0 ? day(year, month, day) : Optional.empty();
    }

    /** 29.04.2025, 29/04/2025, 04/29/2025; 04/05/2025 is a day of that year, no more is sure where English is written. */
    private Optional<Published> numbers(List<Word> words, int at) {
        int first = DateWords.at(words, at).upTo(31);
        int second = DateWords.at(words, at + 1).upTo(31);
        int year = DateWords.at(words, at + 2).year();
        if (first == 0 || second == 0 || year == 0) {
            return Optional.empty();
        }
        if (first > 12
                || first == second
                || dayFirst
                || DateWords.at(words, at + 1).afterDot()) {
            return day(year, second, first);
        }
        return second > 12 ? day(year, first, second) : Optional.of(Published.in(Year.of(year)));
    }

    private static Optional<Published> yearAlone(List<Word> words) {
        return words.size() == 1 && words.get(0).year() > 0
                ? Optional.of(Published.in(Year.of(words.get(0).year())))
                : Optional.empty();
    }

    private int month(Word word) {
        return months.getOrDefault(word.text(), 0);
    }

    private static Optional<Published> day(int year, int month, int day) {
        try {
            return Optional.of(Published.day(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
