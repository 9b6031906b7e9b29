package org.computedivide.producers.arxiv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.computedivide.avro.Author;
import org.computedivide.avro.Observation;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.source.Texts;

/**
 * A paper as the daily announcement shows it (https://info.arxiv.org/help/rss.html).
 *
 * @param id without version
 * @param version from 1
 * @param summary the abstract
 * @param authors names in order
 * @param categories subject classes
 */
record AnnouncedPaper(
        String id, long version, String title, String summary, List<String> authors, List<String> categories) {

    private static final Pattern GUID = Pattern.compile("oai:arXiv\\.org:(\\S{5,30})");
    private static final String BEFORE_SUMMARY = "Abstract:";

    AnnouncedPaper {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    /** The papers of an announcement; an entry without an id is none. */
    static Reading<List<AnnouncedPaper>> all(String text) {
        var papers = new ArrayList<AnnouncedPaper>();
        try {
            String root = Xml.read(text, (xml, name) -> {
                if (name.equals("item")) {
                    read(xml, papers);
                }
            });
            return root.equals("rss")
                    ? Reading.read(papers)
                    : Reading.refused("wrong-type", "the announcement is a " + root + " and not RSS");
        } catch (XMLStreamException e) {
            return Reading.refused("truncated", "the announcement is not whole XML: " + SearchPage.firstLine(e));
        }
    }

    private static void read(XMLStreamReader xml, List<AnnouncedPaper> papers) throws XMLStreamException {
        var guid = new StringBuilder();
        var title = new StringBuilder();
        var description = new StringBuilder();
        var creators = new StringBuilder();
        var categories = new ArrayList<String>();
        Xml.inside(xml, (at, name) -> {
            switch (name) {
                case "guid" -> guid.append(at.getElementText().strip());
                case "title" -> title.append(Texts.oneLine(at.getElementText()));
                case "description" -> description.append(at.getElementText().strip());
                case "creator" -> creators.append(Texts.oneLine(at.getElementText()));
                case "category" -> categories.add(at.getElementText().strip());
                default -> {
                    // dates and rights: the search API tells them better
                }
            }
        });
        Matcher address = GUID.matcher(guid);
        Matcher id = ArxivEntry.ID.matcher(address.matches() ? address.group(1) : "");
        if (id.matches()) {
            long version = id.group(2) == null ? 1 : Long.parseLong(id.group(2));
            papers.add(new AnnouncedPaper(
                    id.group(1),
                    version,
                    title.toString(),
                    summary(description.toString()),
                    names(creators.toString()),
                    categories));
        }
    }

    private static String summary(String description) {
        int at = description.indexOf(BEFORE_SUMMARY);
        return at < 0
                ? description
                : description.substring(at + BEFORE_SUMMARY.length()).strip();
    }

    private static List<String> names(String creators) {
        return Arrays.stream(creators.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What tells a paper whose page was read from the same one in a later version. */
    String mark() {
        return "v" + version;
    }

    String key() {
        return id + mark();
    }

    boolean follows(AnnouncedPaper earlier) {
        return id.equals(earlier.id()) && version > earlier.version();
    }

    /** What arXiv says of the paper; who stands behind it only its own page tells. */
    Observation observation() {
        return Observation.newBuilder()
                .setSource(PaperPages.ID)
                .setNativeId(id)
                .setState(ArxivEntry.isWithdrawn(summary) ? "withdrawn" : "present")
                .setForm("paper")
                .setTier("maker")
                .setOrigin(ArxivSource.ID)
                .setUrl("https://arxiv.org/html/" + id)
                .setTitle(title)
                .setLanguage("en")
                .setAuthors(authors.stream()
                        .map(name -> Author.newBuilder().setName(name).build())
                        .toList())
                .setCategories(categories)
                .setText(summary)
                .build();
    }
}
