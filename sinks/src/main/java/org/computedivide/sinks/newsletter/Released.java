package org.computedivide.sinks.newsletter;

import static java.util.function.Predicate.not;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.computedivide.avro.Digest;
import org.computedivide.avro.DigestEntry;

/** What was released: first what can be counted, what came late, then open weights, then universities, then
 * others whose maker is known, the rest in a sentence. */
record Released(Digest digest, Links links) {

    private static final int COUNTED = 10;
    private static final int LATE = 5;
    private static final int OPEN = 8;
    private static final int ACADEMIC = 8;
    private static final int NAMED = 5;
    private static final Set<String> UNIVERSITIES = Set.of("academia", "collaboration");

    List<Block> blocks() {
        Entries entries = Entries.of(digest);
        if (entries.all().isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>(List.of(new Block.Heading("What was released")));
        Set<String> shown = new HashSet<>();
        LocalDate news = Week.of(digest).newsFrom();
        List<DigestEntry> counted = take(entries.since(news).withCompute(), COUNTED, shown);
        List<DigestEntry> late = take(entries.before(news).withCompute(), LATE, shown);
        List<DigestEntry> open = take(entries.downloadable(), OPEN, shown);
        List<DigestEntry> academic =
                take(entries.where(entry -> UNIVERSITIES.contains(entry.getAffiliation())), ACADEMIC, shown);
        List<DigestEntry> named =
                take(entries.where(entry -> !entry.getOrganizations().isBlank()), NAMED, shown);
        section(blocks, "By training compute", counted);
        section(blocks, "Published earlier, seen now", late);
        section(blocks, counted.isEmpty() && late.isEmpty() ? "Open weights" : "More open weights", open);
        section(blocks, counted.isEmpty() && open.isEmpty() ? "From universities" : "Also from universities", academic);
        section(blocks, shown.size() > named.size() ? "Also released" : "", named);
        rest(blocks, entries.where(entry -> !shown.contains(entry.getFamilyId())));
        return blocks;
    }

    private static List<DigestEntry> take(List<DigestEntry> entries, int most, Set<String> shown) {
        List<DigestEntry> taken = entries.stream()
                .filter(entry -> !shown.contains(entry.getFamilyId()))
                .limit(most)
                .toList();
        taken.forEach(entry -> shown.add(entry.getFamilyId()));
        return taken;
    }

    private void section(List<Block> blocks, String title, List<DigestEntry> entries) {
        if (!entries.isEmpty()) {
            if (!title.isEmpty()) {
                blocks.add(new Block.Subheading(title));
            }
            blocks.add(new Block.Cards(entries.stream()
                    .map(entry -> new EntryCard(entry, links).card())
                    .toList()));
        }
    }

    private void rest(List<Block> blocks, List<DigestEntry> rest) {
        if (!rest.isEmpty()) {
            String verb = rest.size() == 1 ? " is" : " are";
            blocks.add(new Block.Note(Prose.of(Words.count(rest.size(), "further release") + verb + " on ")
                    .link("the page", links.page())
                    .and(makersOf(rest) + ".")));
        }
    }

    private static String makersOf(List<DigestEntry> rest) {
        List<String> names = rest.stream()
                .map(DigestEntry::getOrganizations)
                .filter(not(String::isBlank))
                .distinct()
                .limit(6)
                .map(name -> Words.cut(Words.name(name), 40))
                .toList();
        return names.isEmpty() ? "" : (rest.size() == 1 ? ", from " : ", among them from ") + Words.list(names);
    }
}
