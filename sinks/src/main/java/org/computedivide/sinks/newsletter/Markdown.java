package org.computedivide.sinks.newsletter;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sets a letter as Markdown. Whatever a name contains stays text: every character that could mean something is escaped. */
final class Markdown implements Format {

    private static final String SPECIAL = "\\`*_[]|~@$";

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})([.)])(?=\\s|$)");

    String write(Letter letter) {
        String head = "# The Compute Divide: " + plain(letter.title()) + "\n\n" + plain(letter.dates()) + "\n\n**"
                + inline(letter.headline()) + "**\n\n" + paragraph(letter.standfirst());
        return head
                + letter.blocks().stream().map(block -> "\n" + block.in(this)).collect(Collectors.joining());
    }

    @Override
    public String plain(String words) {
        StringBuilder escaped = new StringBuilder(words.length() + 16);
        words.chars()
                .forEach(letter ->
                        escaped.append(SPECIAL.indexOf(letter) < 0 ? "" : "\\").append((char) letter));
        return escaped.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("://", "\\://")
                .replace("www.", "www\\.");
    }

    @Override
    public String strong(String words) {
        return words.isEmpty() ? "" : "**" + plain(words) + "**";
    }

    @Override
    public String code(String words) {
        return "`" + words.replace('`', '\'').replace('|', '/') + "`";
    }

    @Override
    public String link(String words, URI target) {
        return "[" + plain(words) + "](" + safe(target) + ")";
    }

    @Override
    public String heading(String words) {
        return "## " + plain(words) + "\n";
    }

    @Override
    public String subheading(String words) {
        return "### " + plain(words) + "\n";
    }

    @Override
    public String paragraph(Prose prose) {
        return line(prose) + "\n";
    }

    @Override
    public String note(Prose prose) {
        return paragraph(prose);
    }

    @Override
    public String bullets(List<Prose> items) {
        return items.stream().map(item -> "- " + line(item) + "\n").collect(Collectors.joining());
    }

    @Override
    public String cards(List<Block.Card> cards) {
        return cards.stream().map(this::card).collect(Collectors.joining("\n"));
    }

    @Override
    public String table(List<String> head, List<List<Prose>> rows) {
        String rule = "| --- " + "| ---: ".repeat(head.size() - 1) + "|\n";
        String body = rows.stream()
                .map(cells -> row(cells.stream().map(this::inline).toList()))
                .collect(Collectors.joining());
        return row(head.stream().map(this::plain).toList()) + rule + body;
    }

    @Override
    public String figure(String svg, Prose caption) {
        return svg + "\n\n" + paragraph(caption);
    }

    private String card(Block.Card card) {
        String quote = card.quote().isEmpty() ? "" : "\n  > " + line(card.quote()) + "\n";
        return "- " + line(card.title()) + "  \n  " + line(card.figures()) + "\n" + quote;
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private String inline(Prose prose) {
        return prose.spans().stream().map(span -> span.in(this)).collect(Collectors.joining());
    }

    /** A line that starts like a heading, a list or a rule would become one. */
    private String line(Prose prose) {
        String text = inline(prose).strip();
        boolean marked = !text.isEmpty() && "#+-=".indexOf(text.charAt(0)) >= 0;
        var numbered = NUMBERED.matcher(text);
        return marked ? "\\" + text : numbered.lookingAt() ? numbered.replaceFirst("$1\\\\$2") : text;
    }

    /** Parentheses and the like would end or bend a link's target, so they go as percent codes. */
    private static String safe(URI address) {
        return address.toASCIIString()
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("*", "%2A")
                .replace("|", "%7C");
    }
}
