package org.computedivide.producers.feed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a post's own page says what.
 *
 * @param text the words of the post; a page without has changed
 * @param title default: that of the list
 * @param date default: {@code time} and the page's own note of when it was published, where the list gives no date
 * @param authors default: none
 * @param end what stands at the end of every whole page; default {@code </html>}
 */
public record ArticlePage(String text, String title, String date, String authors, String end) {

    public ArticlePage(
            String text,
            @Nullable String title,
            @Nullable String date,
            @Nullable String authors,
            @Nullable String end) {
        this.text = Selectors.orElse(Objects.requireNonNull(text, "article needs text"), "");
        this.title = Selectors.orElse(title, "");
        this.date = Selectors.orElse(date, "meta[property=article:published_time], time");
        this.authors = Selectors.orElse(authors, "");
        this.end = end == null ? "</html>" : end;
    }
}
