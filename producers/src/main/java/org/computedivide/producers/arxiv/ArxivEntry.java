package org.computedivide.producers.arxiv;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.computedivide.avro.Author;
import org.computedivide.avro.Observation;
import org.computedivide.producers.source.Texts;

/** One entry of an answer of the search API (https://info.arxiv.org/help/api/user-manual.html, section 3.3.2). */
final class ArxivEntry {

    static final Pattern ID =
            Pattern.compile("(\\d{4}\\.\\d{4,5}|[a-z-]{2,12}(?:\\.[A-Z]{2})?/\\d{7})(?:v(\\d{1,4}))?");

    /** How authors and arXiv itself say that a paper is no more; only at the very start, where it cannot be about another. */
    private static final Pattern WITHDRAWN = Pattern.compile(
            "\\s*(?:this|the)\\s+(?:paper|article|manuscript|submission|preprint|work)\\s+(?:has been|was|is)\\s+withdrawn\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    String id = "";
    long version;
    String title = "";
    String published = "";
    String updated = "";
    private String summary = "";
    private String comment = "";
    private String doi = "";
    private final List<String> categories = new ArrayList<>();
    private final List<Author> authors = new ArrayList<>();

    static ArxivEntry read(XMLStreamReader xml) throws XMLStreamException {
        var entry = new ArxivEntry();
        Xml.inside(xml, (at, name) -> entry.take(at, name));
        return entry;
    }

    private void take(XMLStreamReader xml, String name) throws XMLStreamException {
        switch (name) {
            case "id" -> takeId(xml.getElementText().strip());
            case "title" -> title = Texts.oneLine(xml.getElementText());
            case "summary" -> summary = xml.getElementText().strip();
            case "published" -> published = xml.getElementText().strip();
            case "updated" -> updated = xml.getElementText().strip();
            case "comment" -> comment = Texts.oneLine(xml.getElementText());
            case "doi" -> doi = xml.getElementText().strip();
            case "category" -> categories.add(Xml.attribute(xml, "term"));
            case "author" -> authors.add(author(xml));
            default -> {
                // links and the like: nothing that the id does not say
            }
        }
    }

    private void takeId(String address) {
        Matcher matcher = ID.matcher(address.substring(Math.max(0, address.indexOf("/abs/") + 5)));
        if (address.contains("/abs/") && matcher.matches()) {
            id = matcher.group(1);
            version = matcher.group(2) == null ? 1 : Long.parseLong(matcher.group(2));
        } else {
            id = "";
        }
    }

    private static Author author(XMLStreamReader xml) throws XMLStreamException {
        var name = new StringBuilder();
        var affiliations = new ArrayList<String>();
        Xml.inside(xml, (at, element) -> {
            if (element.equals("name")) {
                name.append(Texts.oneLine(at.getElementText()));
            } else if (element.equals("affiliation")) {
                affiliations.add(Texts.oneLine(at.getElementText()));
            }
        });
        // Builders look up each default, which for a page of some thousand authors takes longer than its XML.
        return new Author(name.toString(), affiliations);
    }

    /** The month of submission that an id tells, for example 2026-02. */
    static Optional<String> month(String id) {
        String digits = id.substring(id.indexOf('/') + 1);
        if (digits.length() < 4 || !digits.chars().limit(4).allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        // Numbers began in 1991, so those from 91 on are of the last century.
        String century = digits.compareTo("91") >= 0 ? "19" : "20";
        return Optional.of(century + digits.substring(0, 2) + "-" + digits.substring(2, 4));
    }

    /** Why this entry cannot be taken; empty when it can. */
    Optional<String> fault() {
        if (id.isEmpty()) {
            return Optional.of("no-id");
        }
        return submitted().isEmpty() ? Optional.of("bad-date") : Optional.empty();
    }

    Optional<Instant> submitted() {
        try {
            return Optional.of(Instant.parse(published));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    String summary() {
        return summary;
    }

    Observation observation() {
        boolean withdrawn = isWithdrawn(summary) || isWithdrawn(comment);
        String text = text();
        return Observation.newBuilder()
                .setSource(ArxivSource.ID)
                .setNativeId(id)
                .setState(withdrawn ? "withdrawn" : "present")
                .setForm("paper")
                .setTier("maker")
                .setOrigin(ArxivSource.ID)
                .setUrl("https://arxiv.org/abs/" + id)
                .setTitle(title)
                .setPublishedAt(published)
                .setLanguage("en")
                .setAuthors(authors)
                .setCategories(categories)
                .setText(text)
                .setLinks(links(text))
                .build();
    }

    /** Whether an abstract or comment says that the paper is no more. */
    static boolean isWithdrawn(String words) {
        return WITHDRAWN.matcher(words).matches();
    }

    private String text() {
        return comment.isEmpty() ? summary : summary + "\n\nComments: " + comment;
    }

    private List<String> links(String text) {
        List<String> written = Texts.linksIn(text);
        String published = "https://doi.org/" + doi;
        return doi.isEmpty() || written.contains(published)
                ? written
                : Stream.concat(written.stream(), Stream.of(published)).toList();
    }
}
