package org.computedivide.producers.feed;

import org.jsoup.nodes.Element;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Jsoup selectors of lab files. */
final class Selectors {

    private Selectors() {}

    /** The selector, or a default, after a look whether it can be read at all. */
    static String orElse(@Nullable String selector, String standard) {
        return selector == null ? checked(standard) : checked(selector);
    }

    private static String checked(String selector) {
        if (!selector.isEmpty()) {
            try {
                var unused = QueryParser.parse(selector);
            } catch (Selector.SelectorParseException | IllegalArgumentException e) {
                throw new IllegalArgumentException("'" + selector + "' is no selector: " + e.getMessage(), e);
            }
        }
        return selector;
    }

    /** What an element that holds a date says: the machine's form where there is one. */
    static String dateIn(Element element) {
        String exact = element.hasAttr("datetime") ? element.attr("datetime") : element.attr("content");
        return exact.isBlank() ? element.text() : exact;
    }
}
