package org.computedivide.producers.papers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.avro.Author;
import org.computedivide.avro.Observation;
import org.computedivide.producers.source.Published;
import org.computedivide.producers.source.Texts;
import org.computedivide.producers.source.WrittenDates;

/**
 * One paper of a day. Its words are arXiv's, so it is of arXiv's voice; what the Hub adds is who stands behind it and
 * where its code is. Votes, comments and stars are left out, so that they make no new versions.
 */
final class DailyPaper {

    private static final WrittenDates DATES = WrittenDates.in("en");
    private static final int MOST_AUTHORS = 2_000;

    private DailyPaper() {}

    static Observation observation(String id, JsonNode entry) {
        JsonNode paper = entry.path("paper");
        String summary = text(paper, entry, "summary");
        return Observation.newBuilder()
                .setSource(PapersSource.ID)
                .setNativeId(id)
                .setForm("paper")
                .setTier("aggregator")
                .setOrigin("arxiv")
                .setUrl(PapersSource.SITE + "/papers/" + id)
                .setTitle(Texts.oneLine(text(paper, entry, "title")))
                .setPublishedAt(published(paper, entry).map(Published::text).orElse(null))
                .setOrganizations(organization(paper, entry))
                .setAuthors(authors(paper.path("authors")))
                .setText(summary)
                .setLinks(links(id, paper, summary))
                .build();
    }

    /** Nothing is listed before it is out: of a later date the day of the listing is taken. */
    private static Optional<Published> published(JsonNode paper, JsonNode entry) {
        Optional<Published> stated = DATES.read(text(paper, entry, "publishedAt"));
        Optional<Published> listed = DATES.read(text(paper, entry, "submittedOnDailyAt"));
        return listed.filter(day ->
                        stated.filter(date -> date.first().isAfter(day.end())).isPresent())
                .or(() -> stated);
    }

    private static String text(JsonNode paper, JsonNode entry, String field) {
        return paper.path(field).asText(entry.path(field).asText("")).strip();
    }

    private static List<String> organization(JsonNode paper, JsonNode entry) {
        return Stream.of(paper.path("organization"), entry.path("organization"))
                .map(organization -> organization
                        .path("fullname")
                        .asText(organization.path("name").asText("")))
                .map(Texts::oneLine)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    private static List<Author> authors(JsonNode list) {
        var authors = new ArrayList<Author>();
        for (JsonNode author : list) {
            String name = Texts.oneLine(author.path("name").asText(""));
            if (!name.isEmpty() && authors.size() < MOST_AUTHORS) {
                authors.add(Author.newBuilder().setName(name).build());
            }
        }
        return authors;
    }

    private static List<String> links(String id, JsonNode paper, String summary) {
        var links = new LinkedHashSet<String>();
        links.add("https://arxiv.org/abs/" + id);
        Stream.of("githubRepo", "projectPage")
                .map(field -> Optional.ofNullable(paper.path(field).textValue()).orElse(""))
                .filter(link -> link.startsWith("https://") || link.startsWith("http://"))
                .forEach(links::add);
        links.addAll(Texts.linksIn(summary));
        return List.copyOf(links);
    }
}
