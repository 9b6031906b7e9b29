package org.computedivide.producers.arxiv;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The words about one or several authors, as people set them: names with marks, then organisations with or without marks,
 * addresses of mail, notes. A mark stands between {@link MarkedText#MARK} and {@link MarkedText#END}.
 *
 * @param namesEnd for each author found in it, in order of the text, where the name ends
 */
record AuthorBlock(String text, Map<String, Integer> namesEnd) {

    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST = 250;
    private static final List<String> NOT_AN_ORGANIZATION = List.of(
            "contribut",
            "correspond",
            "work done",
            "work was done",
            "project page",
            "project lead",
            "e-mail",
            "email",
            "http",
            "www.",
            "intern at",
            "internship",
            "these authors",
            "footnote",
            "orcid",
            "listed in",
            "alphabetical");

    /** Finds the authors of a paper in the block. */
    static AuthorBlock of(String text, List<String> authors) {
        String folded = folded(text);
        var ends = new LinkedHashMap<String, Integer>();
        for (String author : authors) {
            int at = wholeWord(folded, folded(author));
            if (at >= 0) {
                ends.put(author, at);
            }
        }
        return new AuthorBlock(text, ends);
    }

    /** Where a name ends that stands in a text by itself; -1 when it does not. */
    private static int wholeWord(String text, String name) {
        for (int at = text.indexOf(name); at >= 0 && !name.isBlank(); at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetter(text.charAt(at - 1));
            if (begins && (end == text.length() || !Character.isLetter(text.charAt(end)))) {
                return end;
            }
        }
        return -1;
    }

    /** Small letters without accents; as long as the text was, so that places stay what they are. */
    static String folded(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char base = c < 0x80
                    ? c
                    : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                            .charAt(0);
            folded.append(Character.toLowerCase(base));
        }
        return folded.toString();
    }

    /** The marks that follow a name. */
    List<String> marksOf(String author) {
        var marks = new ArrayList<String>();
        int at = namesEnd.getOrDefault(author, text.length());
        for (int next = next(at); next >= 0; next = next(at)) {
            int end = text.indexOf(MarkedText.END, next);
            if (next > at && !marks.isEmpty() && isFollowedByWords(end + 1)) {
                break; // the mark of the first organisation
            }
            marks.addAll(marks(text.substring(next + 1, end)));
            at = end + 1;
        }
        return marks;
    }

    /** Where the next mark begins when nothing but commas and blanks lie before it; else -1. */
    private int next(int from) {
        int at = from;
        while (at < text.length() && " ,\u00a0".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean mark = at < text.length() && text.charAt(at) == MarkedText.MARK;
        return mark && text.indexOf(MarkedText.END, at) >= 0 ? at : -1;
    }

    private static List<String> marks(String inside) {
        return Arrays.stream(inside.split("[,;\\s]+", -1))
                .filter(mark -> !mark.isEmpty())
                .toList();
    }

    /** What comes after the names. */
    private Stream<String> linesAfterNames() {
        int end = namesEnd.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int next = namesEnd.isEmpty() ? -1 : next(end); next >= 0; next = next(end)) {
            int closed = text.indexOf(MarkedText.END, next) + 1;
            if (isFollowedByWords(closed)) {
                break; // names end with their marks, organisations begin with them
            }
            end = closed;
        }
        return text.substring(end)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.length() <= LONGEST_LINE);
    }

    private boolean isFollowedByWords(int at) {
        int word = at;
        while (word < text.length() && " \u00a0".indexOf(text.charAt(word)) >= 0) {
            word++;
        }
        return word < text.length() && Character.isLetter(text.charAt(word));
    }

    /** Organisations by their marks. */
    Map<String, String> legend() {
        var legend = new LinkedHashMap<String, String>();
        linesAfterNames().forEach(line -> {
            for (int at = line.indexOf(MarkedText.MARK); at >= 0; at = line.indexOf(MarkedText.MARK, at + 1)) {
                int end = line.indexOf(MarkedText.END, at);
                if (end < 0) {
                    return;
                }
                int next = line.indexOf(MarkedText.MARK, end);
                String words = organization(line.substring(end + 1, next < 0 ? line.length() : next));
                for (String mark : words.isEmpty() ? List.<String>of() : marks(line.substring(at + 1, end))) {
                    legend.putIfAbsent(mark, words);
                }
            }
        });
        return legend;
    }

    /** Organisations that stand there without a mark: of everyone in the block. */
    List<String> unmarked() {
        return linesAfterNames()
                .filter(line -> line.indexOf(MarkedText.MARK) < 0)
                .map(AuthorBlock::organization)
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
    }

    /** The name of an organisation; empty when the words are none. */
    static String organization(String words) {
        String plain = words.replaceAll("[{(\\[]?[^\\s@]{1,200}@\\S+", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^[,;:.&]+|[,;:.&]+$", "")
                .strip();
        String lower = plain.toLowerCase(Locale.ROOT);
        boolean isOne = plain.chars().filter(Character::isLetter).count() >= 2
                && plain.length() <= LONGEST
                && NOT_AN_ORGANIZATION.stream().noneMatch(lower::contains);
        return isOne ? plain : "";
    }
}
