package org.computedivide.producers.feed;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndPerson;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.avro.Author;
import org.computedivide.avro.Observation;
import org.computedivide.producers.source.Published;
import org.computedivide.producers.source.Texts;
import org.jspecify.annotations.Nullable;

/** One entry of a feed as the post of a lab. */
final class Post {

    private final Lab lab;
    private final SyndEntry entry;

    Post(Lab lab, SyndEntry entry) {
        this.lab = lab;
        this.entry = entry;
    }

    /** What the feed calls it, else its link. */
    String id() {
        String uri = orEmpty(entry.getUri()).strip();
        return uri.isEmpty() ? link() : uri;
    }

    String title() {
        return Texts.oneLine(Texts.fromHtml(orEmpty(entry.getTitle())));
    }

    Optional<Published> published() {
        return Stream.of(Optional.ofNullable(entry.getPublishedDate()), Optional.ofNullable(entry.getUpdatedDate()))
                .flatMap(Optional::stream)
                .map(Date::toInstant)
                .map(Published::at)
                .findFirst();
    }

    Observation observation(String intake) {
        return Observation.newBuilder()
                .setSource(lab.id())
                .setNativeId(id())
                .setForm("post")
                .setTier("maker")
                .setOrigin(lab.id())
                .setIntake(intake)
                .setUrl(link())
                .setTitle(title())
                .setPublishedAt(published().map(Published::text).orElse(null))
                .setLanguage(lab.language())
                .setOrganizations(List.of(lab.organization()))
                .setAuthors(authors())
                .setCategories(categories())
                .setText(Texts.fromHtml(html()))
                .setLinks(links())
                .build();
    }

    private String link() {
        String link = orEmpty(entry.getLink()).strip();
        return link.startsWith("https://") || link.startsWith("http://") ? link : "";
    }

    /** The whole content where the feed gives it, else the summary. */
    private String html() {
        return Stream.concat(entry.getContents().stream(), Optional.ofNullable(entry.getDescription()).stream())
                .map(SyndContent::getValue)
                .map(Post::orEmpty)
                .reduce("", (longest, next) -> next.length() > longest.length() ? next : longest);
    }

    private List<Author> authors() {
        Stream<String> names = entry.getAuthors().isEmpty()
                ? Stream.of(orEmpty(entry.getAuthor()))
                : entry.getAuthors().stream().map(SyndPerson::getName).map(Post::orEmpty);
        return names.map(Texts::oneLine)
                .filter(name -> !name.isEmpty())
                .map(name -> Author.newBuilder().setName(name).build())
                .toList();
    }

    private List<String> categories() {
        return entry.getCategories().stream()
                .map(SyndCategory::getName)
                .map(Post::orEmpty)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private List<String> links() {
        var links = new LinkedHashSet<String>();
        if (!link().isEmpty()) {
            links.add(link());
        }
        links.addAll(Texts.linksOfHtml(html()));
        return List.copyOf(links);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
