package org.computedivide.sinks.newsletter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Sets a letter as one self-contained page. Everything that came from outside passes {@link #plain}. */
final class Html implements Format {

    private static final String STYLE = style();

    String write(Letter letter) {
        String body = letter.blocks().stream().map(block -> block.in(this)).collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <div class="preview">%s</div>
                <main>
                <header>
                <p class="masthead">The Compute Divide</p>
                <p class="issue">%s · %s</p>
                <h1>%s</h1>
                <p class="standfirst">%s</p>
                </header>
                %s
                </main>
                </body>
                </html>
                """.formatted(
                        plain("The Compute Divide: " + letter.title()),
                        STYLE,
                        plain(letter.standfirst().words()),
                        plain(letter.title()),
                        plain(letter.dates()),
                        inline(letter.headline()),
                        inline(letter.standfirst()),
                        body);
    }

    @Override
    public String plain(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String strong(String words) {
        return "<strong><bdi>" + plain(words) + "</bdi></strong>";
    }

    @Override
    public String code(String words) {
        return "<code>" + plain(words) + "</code>";
    }

    @Override
    public String link(String words, URI target) {
        return "<a href=\"" + plain(target.toASCIIString()) + "\"><bdi>" + plain(words) + "</bdi></a>";
    }

    @Override
    public String heading(String words) {
        return "<h2>" + plain(words) + "</h2>";
    }

    @Override
    public String subheading(String words) {
        return "<h3>" + plain(words) + "</h3>";
    }

    @Override
    public String paragraph(Prose prose) {
        return "<p>" + inline(prose) + "</p>";
    }

    @Override
    public String note(Prose prose) {
        return "<p class=\"note\">" + inline(prose) + "</p>";
    }

    @Override
    public String bullets(List<Prose> items) {
        return items.stream()
                .map(item -> "<li>" + inline(item) + "</li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    @Override
    public String cards(List<Block.Card> cards) {
        return cards.stream().map(this::card).collect(Collectors.joining("\n"));
    }

    @Override
    public String table(List<String> head, List<List<Prose>> rows) {
        String headings = head.stream()
                .map(words -> "<th scope=\"col\">" + plain(words) + "</th>")
                .collect(Collectors.joining("", "<thead><tr>", "</tr></thead>"));
        return rows.stream()
                .map(this::row)
                .collect(Collectors.joining("\n", "<table>\n" + headings + "\n<tbody>\n", "\n</tbody>\n</table>"));
    }

    @Override
    public String figure(String svg, Prose caption) {
        return "<figure>\n" + svg + "\n<figcaption>" + inline(caption) + "</figcaption>\n</figure>";
    }

    private String card(Block.Card card) {
        String quote = card.quote().isEmpty() ? "" : "\n<blockquote>" + inline(card.quote()) + "</blockquote>";
        return "<div class=\"card\">\n<p class=\"name\">" + inline(card.title()) + "</p>\n<p>" + inline(card.figures())
                + "</p>" + quote + "\n</div>";
    }

    private String row(List<Prose> cells) {
        String first = "<th scope=\"row\">" + inline(cells.get(0)) + "</th>";
        return cells.stream()
                .skip(1)
                .map(cell -> "<td>" + inline(cell) + "</td>")
                .collect(Collectors.joining("", "<tr>" + first, "</tr>"));
    }

    private String inline(Prose prose) {
        return prose.spans().stream().map(span -> span.in(this)).collect(Collectors.joining());
    }

    private static String style() {
        try (InputStream css = Html.class.getResourceAsStream("newsletter.css")) {
            if (css == null) {
                throw new IllegalStateException("newsletter.css is missing from the sinks jar");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
