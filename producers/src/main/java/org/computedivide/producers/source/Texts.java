package org.computedivide.producers.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Other people's texts made safe to keep: plain, bounded, free of characters that databases and screens refuse. */
public final class Texts {

    /** Longest text kept, in UTF-8 bytes. */
    public static final int MAX_BYTES = 256 << 10;

    private static final int MAX_LINKS = 200;
    private static final int MAX_LINK = 2_000;
    private static final String AFTER_LINK = " \t\r\n<>\"'`|\\^{}";
    private static final String NOT_AT_END = ".,;:!?)]*_";
    private static final String NOT_SHOWN =
            "script, style, iframe, object, embed, svg, noscript, template, form, button,"
                    + " nav, aside, [hidden], [aria-hidden=true], [style*=display:none], [style*=display: none]";

    private Texts() {}

    /** The longest beginning that needs no more than so many UTF-8 bytes and ends at a whole code point. */
    public static String cut(String text, int maxBytes) {
        if ((long) text.length() * 3 <= maxBytes) {
            return text;
        }
        int bytes = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes > maxBytes) {
                return text.substring(0, at);
            }
            at += Character.charCount(point);
        }
        return text;
    }

    /** One line, single blanks. */
    public static String oneLine(String text) {
        String words = text.strip();
        var line = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
            if (!blank) {
                line.append(c);
            } else if (line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString();
    }

    /** The text of a piece of HTML: paragraphs and rows of tables kept as lines, what is not shown dropped. */
    public static String fromHtml(String html) {
        return fromHtml(Jsoup.parseBodyFragment(html).body());
    }

    /** The text of an element of a page, which is changed by it. */
    public static String fromHtml(Element root) {
        root.select(NOT_SHOWN).remove();
        var lines = new Lines();
        root.traverse(lines);
        return lines.text.toString().strip();
    }

    /** Writes what is shown: a line for each paragraph, one for each row of a table. */
    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private int cells;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.text());
            } else if (node instanceof Element element) {
                begin(element);
            }
        }

        private void begin(Element element) {
            if (isCell(element)) {
                text.append(element.previousElementSibling() == null ? "" : " | ");
                cells++;
            } else if (element.isBlock() || element.normalName().equals("br")) {
                end(element.isBlock());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && isCell(element)) {
                cells--;
            } else if (node instanceof Element element && element.isBlock()) {
                end(true);
            }
        }

        private static boolean isCell(Element element) {
            return element.normalName().equals("td") || element.normalName().equals("th");
        }

        /** Ends the line; a new paragraph does not end one that has just begun, and a cell stays on its row. */
        private void end(boolean paragraph) {
            char last = text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
            if (cells > 0) {
                text.append(Character.isWhitespace(last) ? "" : " ");
            } else if (!paragraph || last != '\n') {
                text.setLength(text.length() - (last == ' ' ? 1 : 0));
                text.append('\n');
            }
        }
    }

    /** Addresses in a piece of HTML, in order, without repetition. */
    public static List<String> linksOfHtml(String html) {
        return linksOf(Jsoup.parseBodyFragment(html).body());
    }

    /** Addresses in an element of a page, whole where the page's own address is known. */
    public static List<String> linksOf(Element root) {
        var links = new LinkedHashSet<String>();
        for (Element anchor : root.select("a[href]")) {
            String whole = anchor.absUrl("href");
            addLink(links, whole.isEmpty() ? anchor.attr("href") : whole);
        }
        return List.copyOf(links);
    }

    /** Addresses written out in a text, in order, without repetition. Linear in the length of the text. */
    public static List<String> linksIn(String text) {
        var links = new LinkedHashSet<String>();
        int at = text.indexOf("http");
        while (at >= 0 && links.size() < MAX_LINKS) {
            int end = at;
            if (text.startsWith("://", at + 4) || text.startsWith("s://", at + 4)) {
                end = endOfLink(text, at);
                addLink(links, text.substring(at, end));
            }
            at = text.indexOf("http", Math.max(end, at + 4));
        }
        return List.copyOf(links);
    }

    private static int endOfLink(String text, int start) {
        int depth = 0;
        int end = start;
        while (end < text.length() && end - start < MAX_LINK && AFTER_LINK.indexOf(text.charAt(end)) < 0) {
            char c = text.charAt(end);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0 || c == ']') {
                break;
            }
            end++;
        }
        while (end > start && NOT_AT_END.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static void addLink(Set<String> links, String link) {
        boolean web = link.startsWith("https://") || link.startsWith("http://");
        if (web && link.length() > 10 && link.length() <= MAX_LINK && links.size() < MAX_LINKS) {
            links.add(link);
        }
    }

    /** Replaces NUL and halves of characters in every string of a record, nested ones too. */
    public static <R extends SpecificRecord> R cleaned(R value) {
        for (int i = 0; i < value.getSchema().getFields().size(); i++) {
            value.put(i, cleanedValue(value.get(i)));
        }
        return value;
    }

    private static @Nullable Object cleanedValue(@Nullable Object value) {
        if (value instanceof String text) {
            return clean(text);
        }
        if (value instanceof SpecificRecord inner) {
            return cleaned(inner);
        }
        if (value instanceof List<?> items) {
            var cleaned = new ArrayList<@Nullable Object>(items.size());
            items.forEach(item -> cleaned.add(cleanedValue(item)));
            return cleaned;
        }
        return value;
    }

    private static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(point -> point == 0 || (point >= 0xd800 && point < 0xe000) ? 0xfffd : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    /** A short piece of what was refused, for people: control characters replaced. */
    public static String excerpt(String text) {
        return text.substring(0, Math.min(500, text.length())).replaceAll("\\p{Cntrl}", " ");
    }
}
