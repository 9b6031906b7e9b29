package org.computedivide.producers.arxiv;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.computedivide.producers.fetch.Reading;

/**
 * Papers that an announcement or a listing names.
 *
 * @param papers in the order of the page
 * @param token where the listing goes on; empty when it ends here
 * @param expired the site no longer knows the place where the listing was to go on
 */
record Mentions(List<Mention> papers, String token, boolean expired) {

    private static final Pattern GUID = Pattern.compile("oai:arXiv\\.org:(\\S{5,30})");

    /**
     * A paper that is named.
     *
     * @param version version number; 0 when the page does not say
     * @param day day of the listing; empty when the page does not say
     * @param deleted whether the page says that the paper is no more
     */
    record Mention(String id, long version, String day, boolean deleted) {}

    /** The daily announcement, https://info.arxiv.org/help/rss.html. */
    static Reading<Mentions> announcement(String text) {
        var papers = new ArrayList<Mention>();
        try {
            String root = Xml.read(text, (xml, name) -> {
                if (name.equals("guid")) {
                    addGuid(papers, xml.getElementText().strip());
                }
            });
            return root.equals("rss")
                    ? Reading.read(new Mentions(papers, "", false))
                    : Reading.refused("wrong-type", "the announcement is a " + root + " and not RSS");
        } catch (XMLStreamException e) {
            return Reading.refused("truncated", "the announcement is not whole XML: " + SearchPage.firstLine(e));
        }
    }

    private static void addGuid(List<Mention> papers, String guid) {
        Matcher address = GUID.matcher(guid);
        if (address.matches()) {
            Matcher id = ArxivEntry.ID.matcher(address.group(1));
            if (id.matches()) {
                papers.add(new Mention(id.group(1), id.group(2) == null ? 1 : Long.parseLong(id.group(2)), "", false));
            }
        }
    }

    /**
     * An OAI-PMH listing of headers (http://www.openarchives.org/OAI/openarchivesprotocol.html, ListIdentifiers).
     *
     * @param sets sets of which a paper must have one
     */
    static Reading<Mentions> listing(String text, Set<String> sets) {
        var papers = new ArrayList<Mention>();
        var token = new StringBuilder();
        var error = new StringBuilder();
        try {
            String root = Xml.read(text, (xml, name) -> {
                switch (name) {
                    case "header" -> {
                        boolean deleted = Xml.attribute(xml, "status").equals("deleted");
                        Header header = Header.read(xml);
                        if (header.sets().stream().anyMatch(sets::contains)) {
                            papers.add(new Mention(header.id(), 0, header.day(), deleted));
                        }
                    }
                    case "resumptionToken" -> token.append(xml.getElementText().strip());
                    case "error" -> error.append(Xml.attribute(xml, "code"));
                    default -> {
                        // the envelope
                    }
                }
            });
            return listing(root, new Mentions(papers, token.toString(), false), error.toString());
        } catch (XMLStreamException e) {
            return Reading.refused("truncated", "the listing is not whole XML: " + SearchPage.firstLine(e));
        }
    }

    private static Reading<Mentions> listing(String root, Mentions read, String error) {
        if (!root.equals("OAI-PMH")) {
            return Reading.refused("wrong-type", "the listing is a " + root + " and not OAI-PMH");
        }
        return switch (error) {
            case "" -> Reading.read(read);
            case "noRecordsMatch" -> Reading.read(new Mentions(List.of(), "", false));
            case "badResumptionToken" -> Reading.read(new Mentions(List.of(), "", true));
            default -> Reading.refused("other", "arXiv's listing says: " + error);
        };
    }

    private record Header(String id, String day, List<String> sets) {

        static Header read(javax.xml.stream.XMLStreamReader xml) throws XMLStreamException {
            var id = new StringBuilder();
            var day = new StringBuilder();
            var sets = new ArrayList<String>();
            Xml.inside(xml, (at, name) -> {
                switch (name) {
                    case "identifier" -> id.append(at.getElementText().strip().replaceFirst("^oai:arXiv\\.org:", ""));
                    case "datestamp" -> day.append(at.getElementText().strip());
                    case "setSpec" -> sets.add(at.getElementText().strip());
                    default -> {
                        // nothing else is in a header
                    }
                }
            });
            return new Header(id.toString(), day.toString(), sets);
        }
    }
}
