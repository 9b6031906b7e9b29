package org.computedivide.producers.arxiv;

import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of a piece of a LaTeXML page in lines, with raised marks told from words. */
final class MarkedText implements NodeFilter {

    /** Before a mark. */
    static final char MARK = '\ue000';

    /** After a mark. */
    static final char END = '\ue001';

    private static final Set<String> NOT_WORDS = Set.of(
            "ltx_contact_name",
            "ltx_note_type",
            "ltx_role_email",
            "ltx_role_url",
            "ltx_role_orcid",
            "ltx_role_footnote",
            "ltx_role_thanks",
            "ltx_role_footnotetext",
            "ltx_role_institutetext",
            "ltx_role_affiliationtext",
            "ltx_ERROR",
            "ltx_tag");
    private static final Map<String, String> SIGNS = Map.of(
            "\\dagger",
            "†",
            "\\ddagger",
            "‡",
            "\\ast",
            "*",
            "\\star",
            "⋆",
            "\\textdagger",
            "†",
            "\\S",
            "§",
            "\\P",
            "¶");

    private final StringBuilder text = new StringBuilder();

    private MarkedText() {}

    /** Lines are parted by line breaks and by the parts of an author's note. */
    static String of(Element root) {
        var marked = new MarkedText();
        root.filter(marked);
        return marked.text.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText().replaceAll("\\s+", " "));
            return FilterResult.CONTINUE;
        }
        return node instanceof Element element ? head(element, depth) : FilterResult.CONTINUE;
    }

    private FilterResult head(Element element, int depth) {
        if (depth > 0 && element.classNames().stream().anyMatch(NOT_WORDS::contains)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        return switch (element.normalName()) {
            case "sup" -> mark(element.text());
            case "math" -> math(element.attr("alttext"));
            case "br", "p", "div", "tr", "li" -> line();
            default ->
                element.hasClass("ltx_contact") || element.hasClass("ltx_author_notes")
                        ? line()
                        : FilterResult.CONTINUE;
        };
    }

    private FilterResult line() {
        text.append('\n');
        return FilterResult.CONTINUE;
    }

    private FilterResult mark(String words) {
        text.append(MARK).append(words).append(END);
        return FilterResult.SKIP_ENTIRELY;
    }

    /** Raised formulas are marks too: {@code {}^{1,\dagger}}; others are left out. */
    private FilterResult math(String tex) {
        int raised = tex.indexOf('^');
        if (raised < 0) {
            return FilterResult.SKIP_ENTIRELY;
        }
        String inside = tex.substring(raised + 1);
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            inside = inside.replace(sign.getKey(), sign.getValue());
        }
        return mark(inside.replaceAll("\\\\[a-zA-Z]+", "").replaceAll("[{}^_\\\\]", ""));
    }
}
