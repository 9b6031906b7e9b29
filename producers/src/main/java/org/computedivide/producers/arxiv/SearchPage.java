package org.computedivide.producers.arxiv;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.computedivide.producers.fetch.Reading;

/**
 * An answer of the search API.
 *
 * @param total how many papers the query has
 * @param entries those of this page
 */
record SearchPage(long total, List<ArxivEntry> entries) {

    /** Reads a page; one with fewer entries than its own count says there are is refused, since arXiv sends such. */
    static Reading<SearchPage> read(String text, int start, int asked) {
        var entries = new ArrayList<ArxivEntry>();
        var total = new long[] {-1};
        try {
            String root = Xml.read(text, (xml, name) -> {
                if (name.equals("totalResults")) {
                    total[0] = Long.parseLong(xml.getElementText().strip());
                } else if (name.equals("entry")) {
                    entries.add(ArxivEntry.read(xml));
                }
            });
            return checked(root, new SearchPage(total[0], entries), start, asked);
        } catch (XMLStreamException | NumberFormatException e) {
            return Reading.refused("truncated", "the answer is not whole XML: " + firstLine(e));
        }
    }

    private static Reading<SearchPage> checked(String root, SearchPage page, int start, int asked) {
        if (!root.equals("feed")) {
            return Reading.refused("wrong-type", "the answer is a " + root + " and not a feed");
        }
        if (page.total < 0) {
            return new Reading.PageChanged<>("opensearch:totalResults");
        }
        if (page.entries.size() == 1 && page.entries.get(0).title.equals("Error")) {
            return Reading.refused("other", "arXiv says: " + page.entries.get(0).summary());
        }
        long due = Math.min(asked, page.total - start);
        return page.entries.size() < due
                ? Reading.refused("truncated", "the page has " + page.entries.size() + " of " + due + " entries")
                : Reading.read(page);
    }

    static String firstLine(Exception problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }
}
