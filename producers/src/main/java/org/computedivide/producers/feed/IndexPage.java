package org.computedivide.producers.feed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the posts stand on a page that lists them; all but {@code posts} are selectors inside one of those.
 *
 * @param posts one element for each post; a page without any has changed
 * @param link the link to the post; default: the first link
 * @param title default: the words of the first heading
 * @param date default: {@code time}; its {@code datetime} counts before its words
 * @param summary default: the first paragraph
 * @param end what stands at the end of every whole page; default {@code </html>}, empty where a site ends without
 */
public record IndexPage(String posts, String link, String title, String date, String summary, String end) {

    public IndexPage(
            String posts,
            @Nullable String link,
            @Nullable String title,
            @Nullable String date,
            @Nullable String summary,
            @Nullable String end) {
        this.posts = Selectors.orElse(Objects.requireNonNull(posts, "index needs posts"), "");
        this.link = Selectors.orElse(link, "a[href]");
        this.title = Selectors.orElse(title, "h1, h2, h3, h4");
        this.date = Selectors.orElse(date, "time");
        this.summary = Selectors.orElse(summary, "p");
        this.end = end == null ? "</html>" : end;
    }
}
