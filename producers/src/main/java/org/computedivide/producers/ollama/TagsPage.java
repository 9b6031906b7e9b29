package org.computedivide.producers.ollama;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Statement;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.source.Published;
import org.computedivide.producers.source.Texts;
import org.computedivide.producers.source.WrittenDates;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The tags of a model: size of the file, context, input. Hashes and times of tags are left out, since a tag is packed
 * anew now and then without the model being another; only the time of the oldest is kept, as the day from which the
 * model was there, for Ollama tells no other.
 */
final class TagsPage {

    private static final int MOST_TAGS = 500;
    private static final Pattern SIZE = Pattern.compile("\\b(\\d{1,5}(?:\\.\\d{1,3})?[KMGT]B)\\b");
    private static final Pattern CONTEXT = Pattern.compile("\\b(\\d{1,5}(?:\\.\\d{1,3})?)([KM]?) context window");
    private static final Pattern INPUT = Pattern.compile("\\b([A-Za-z]{2,12}(?:, ?[A-Za-z]{2,12}){0,4}) input\\b");
    private static final WrittenDates DATES = WrittenDates.in("en");

    private TagsPage() {}

    static Reading<Observation> into(Observation observation, String name, List<String> sizes, String html) {
        if (!html.contains("</html>")) {
            return Reading.refused("truncated", "the page of tags ends before </html>");
        }
        Document page = Jsoup.parse(html);
        String links = "a[href*=/library/" + name + ":]";
        Map<String, String> tags = new TreeMap<>();
        for (Element link : page.select(links)) {
            String tag = link.attr("href").substring(link.attr("href").lastIndexOf(':') + 1);
            if (!tag.isEmpty() && tags.size() < MOST_TAGS) {
                tags.merge(tag, row(link), (a, b) -> a.length() >= b.length() ? a : b);
            }
        }
        return tags.isEmpty()
                ? new Reading.PageChanged<>(links)
                : Reading.read(joined(observation, sizes, tags, oldest(page)));
    }

    private static String row(Element link) {
        Element row = link.parent() == null ? link : link.parent();
        return Texts.oneLine(row.text());
    }

    private static Optional<Published> oldest(Document page) {
        return page.select("time[datetime]").eachAttr("datetime").stream()
                .map(DATES::read)
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Published::first))
                .map(time -> Published.on(
                        time.first().atOffset(java.time.ZoneOffset.UTC).toLocalDate()));
    }

    private static Observation joined(
            Observation observation, List<String> sizes, Map<String, String> tags, Optional<Published> oldest) {
        var categories = new TreeSet<>(observation.getCategories());
        var lines = new ArrayList<String>();
        long context = 0;
        for (var tag : tags.entrySet()) {
            String input = found(INPUT, tag.getValue()).toLowerCase(Locale.ROOT);
            Stream.of(input.split(", ?", -1))
                    .filter(kind -> !kind.isEmpty())
                    .forEach(kind -> categories.add("input:" + kind));
            context = Math.max(context, context(tag.getValue()));
            lines.add("- " + tag.getKey() + ": " + found(SIZE, tag.getValue()));
        }
        return Observation.newBuilder(observation)
                .setPublishedAt(oldest.map(Published::text).orElse(null))
                .setCategories(List.copyOf(categories))
                .setText(text(observation.getText(), sizes, lines))
                .setStatements(context == 0 ? List.of() : List.of(contextLength(context)))
                .build();
    }

    private static String text(String description, List<String> sizes, List<String> lines) {
        String said = sizes.isEmpty() ? "" : "\n\nSizes: " + String.join(", ", sizes);
        return description + said + "\n\nTags:\n" + String.join("\n", lines);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Tokens; K is 1,024 as Ollama counts. */
    private static long context(String row) {
        Matcher matcher = CONTEXT.matcher(row);
        if (!matcher.find()) {
            return 0;
        }
        double unit = matcher.group(2).equals("K") ? 1_024 : matcher.group(2).equals("M") ? 1_048_576 : 1;
        return Math.round(Double.parseDouble(matcher.group(1)) * unit);
    }

    private static Statement contextLength(long tokens) {
        return Statement.newBuilder()
                .setField("contextLength")
                .setNumber((double) tokens)
                .setText(String.valueOf(tokens))
                .setUnit("tokens")
                .build();
    }
}
