package org.computedivide.producers.feed;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.computedivide.avro.Author;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Published;
import org.computedivide.producers.source.Texts;
import org.computedivide.producers.source.WrittenDates;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A post's own page. */
record Article(Lab lab, ArticlePage selectors, WrittenDates dates, ListedPost post) {

    private static final int MOST_AUTHORS = 200;

    Draft.Part part() {
        return new Draft.Part(Request.file(URI.create(post.url()), Media.HTML, PagesSource.PAGE_BYTES), this::into);
    }

    /** The list names a post whose page is not there: it is asked for again another day, nothing is taken back. */
    private Reading<Observation> into(Observation listed, Optional<Page> page) {
        return page.map(answer -> read(listed, answer.text()))
                .orElseGet(() -> Reading.refused("other", "the post is listed, but its page is not there"));
    }

    private Reading<Observation> read(Observation listed, String html) {
        if (!html.contains(selectors.end())) {
            return Reading.refused("truncated", "the page ends before " + selectors.end());
        }
        Document page = Jsoup.parse(html, post.url());
        Element text = page.selectFirst(selectors.text());
        return text == null ? new Reading.PageChanged<>(selectors.text()) : Reading.read(joined(listed, page, text));
    }

    private Observation joined(Observation listed, Document page, Element text) {
        var links = new LinkedHashSet<>(listed.getLinks());
        links.addAll(Texts.linksOf(text));
        return Observation.newBuilder(listed)
                .setTitle(first(page, selectors.title())
                        .map(Element::text)
                        .map(Texts::oneLine)
                        .filter(title -> !title.isEmpty())
                        .orElse(post.title()))
                .setPublishedAt(published(page).map(Published::text).orElse(null))
                .setAuthors(authors(page))
                .setLinks(List.copyOf(links))
                .setText(Texts.fromHtml(text))
                .build();
    }

    /** Of two dates the more precise, when both can be true; the list's else. */
    private Optional<Published> published(Document page) {
        Optional<Published> own =
                first(page, selectors.date()).map(Selectors::dateIn).flatMap(dates::read);
        return own.filter(date -> post.published()
                        .map(listed -> !date.first().isBefore(listed.first())
                                && !date.end().isAfter(listed.end()))
                        .orElse(true))
                .or(post::published);
    }

    private List<Author> authors(Document page) {
        return selectors.authors().isEmpty()
                ? List.of()
                : page.select(selectors.authors()).eachText().stream()
                        .flatMap(names -> Arrays.stream(names.split("[,、，&]| and ", -1)))
                        .map(Texts::oneLine)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .limit(MOST_AUTHORS)
                        .map(name -> Author.newBuilder().setName(name).build())
                        .toList();
    }

    private static Optional<Element> first(Document page, String selector) {
        return selector.isEmpty() ? Optional.empty() : Optional.ofNullable(page.selectFirst(selector));
    }
}
