package org.computedivide.producers.arxiv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.computedivide.avro.Author;
import org.computedivide.avro.Observation;
import org.computedivide.producers.source.Texts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The head of a paper's HTML version, which LaTeXML makes (https://math.nist.gov/~BMiller/LaTeXML/): who wrote it and
 * where, and the addresses that stand before the first section.
 *
 * @param blocks the words about the authors, a block for each author or one for all
 * @param notes organisations that stand in notes, by mark
 * @param links addresses in the head
 */
record PaperPage(List<String> blocks, Map<String, String> notes, List<String> links) {

    /** The head stands at the beginning; the rest of a page of many megabytes is not looked at. */
    private static final int HEAD = 600_000;

    private static final String NOTES = ".ltx_role_institutetext, .ltx_role_affiliationtext";

    PaperPage {
        blocks = List.copyOf(blocks);
        links = List.copyOf(links);
    }

    static PaperPage read(String html) {
        Document page = Jsoup.parse(html.substring(0, Math.min(HEAD, html.length())), "https://arxiv.org/");
        List<String> blocks = page.select(".ltx_authors .ltx_creator.ltx_role_author").stream()
                .map(MarkedText::of)
                .filter(block -> !block.isEmpty())
                .toList();
        return new PaperPage(blocks, notes(page), links(page));
    }

    private static Map<String, String> notes(Document page) {
        var notes = new LinkedHashMap<String, String>();
        for (Element note : page.select(NOTES)) {
            String mark = note.select(".ltx_note_mark").eachText().stream()
                    .findFirst()
                    .orElse("");
            note.select(".ltx_note_mark").remove();
            String words = AuthorBlock.organization(MarkedText.of(note));
            if (!mark.isEmpty() && !words.isEmpty()) {
                notes.putIfAbsent(mark.strip(), words);
            }
        }
        return notes;
    }

    /** Links of the title, the authors and the abstract: what stands further down is mostly other people's. */
    private static List<String> links(Document page) {
        var links = new LinkedHashSet<String>();
        page.select(".ltx_title_document, .ltx_authors, .ltx_abstract")
                .forEach(part -> links.addAll(Texts.linksOf(part)));
        links.removeIf(link -> link.startsWith("https://arxiv.org/") || link.contains("orcid.org"));
        return List.copyOf(links);
    }

    /** What was announced, with what the page adds; empty when it adds nothing. */
    Optional<Observation> joined(Observation announced) {
        List<String> names =
                announced.getAuthors().stream().map(Author::getName).toList();
        List<List<String>> affiliations = affiliations(names);
        boolean nobodys = affiliations.stream().allMatch(List::isEmpty);
        List<String> organizations = nobodys ? organizations(names) : List.of();
        if (nobodys && organizations.isEmpty() && links.isEmpty()) {
            return Optional.empty();
        }
        var authors = new ArrayList<Author>();
        for (int i = 0; i < names.size(); i++) {
            authors.add(Author.newBuilder()
                    .setName(names.get(i))
                    .setAffiliations(affiliations.get(i))
                    .build());
        }
        return Optional.of(Observation.newBuilder(announced)
                .setAuthors(authors)
                .setOrganizations(organizations)
                .setLinks(links)
                .build());
    }

    /** For each author, where the author works. */
    private List<List<String>> affiliations(List<String> names) {
        List<AuthorBlock> parts = parts(names);
        Map<String, String> legend = legend(parts);
        boolean allFound = names.stream()
                .allMatch(
                        name -> parts.stream().anyMatch(part -> part.namesEnd().containsKey(name)));
        return names.stream()
                .map(name -> parts.stream()
                        .filter(part -> part.namesEnd().containsKey(name))
                        .flatMap(part -> of(name, part, legend, allFound))
                        .distinct()
                        .toList())
                .toList();
    }

    /** Words without a mark are taken for an organisation only when no name is left that they could be. */
    private static Stream<String> of(String name, AuthorBlock part, Map<String, String> legend, boolean allFound) {
        Stream<String> marked =
                part.marksOf(name).stream().flatMap(mark -> Optional.ofNullable(legend.get(mark)).stream());
        return allFound ? Stream.concat(marked, part.unmarked().stream()) : marked;
    }

    private List<AuthorBlock> parts(List<String> names) {
        return blocks.stream().map(block -> AuthorBlock.of(block, names)).toList();
    }

    private Map<String, String> legend(List<AuthorBlock> parts) {
        var legend = new LinkedHashMap<>(notes);
        parts.forEach(part -> part.legend().forEach(legend::putIfAbsent));
        return legend;
    }

    /** Organisations that cannot be given to an author. */
    private List<String> organizations(List<String> names) {
        return legend(parts(names)).values().stream().distinct().toList();
    }
}
