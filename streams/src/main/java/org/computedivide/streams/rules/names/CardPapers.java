package org.computedivide.streams.rules.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.computedivide.streams.rules.text.Phrase;

/** The arXiv papers that a model card mentions, with the words around each mention. */
final class CardPapers {

    private static final Phrase MENTION = Phrase.ignoringCase(
            "(?:arxiv\\.org/(?:abs|pdf)/|arxiv:|huggingface\\.co/papers/|eprint\\s?=\\s?[{\"])(\\d{4}\\.\\d{4,5})");
    private static final Phrase TITLE = Phrase.ignoringCase("title\\s{0,10}=\\s{0,10}[{\"]{1,3}([^}\"\\n]{3,200})");
    private static final int CITATION = 1_500;
    private static final int MOST = 200;

    private record Mention(String id, int start) {}

    private final String card;
    private final List<Mention> mentions;

    private CardPapers(String card, List<Mention> mentions) {
        this.card = card;
        this.mentions = mentions;
    }

    static CardPapers of(String card) {
        var mentions = new ArrayList<Mention>();
        Phrase.Search found = MENTION.matcher(card);
        while (found.find() && mentions.size() < MOST) {
            mentions.add(new Mention(found.group(1), found.start()));
        }
        return new CardPapers(card, mentions);
    }

    /** Papers with such a word shortly before the address. */
    Set<String> near(Phrase word, int before) {
        var ids = new TreeSet<String>();
        for (Mention mention : mentions) {
            String around = card.substring(Math.max(0, mention.start - before), mention.start);
            String line = around.substring(around.lastIndexOf('\n') + 1);
            if (word.matcher(line).find()) {
                ids.add(mention.id);
            }
        }
        return ids;
    }

    /** The paper of a citation whose title begins with the family's name. */
    Optional<String> citedAs(ModelName name) {
        if (!name.isDistinct()) {
            return Optional.empty();
        }
        Phrase.Search title = TITLE.matcher(card);
        while (title.find()) {
            String head = TitleName.ofPaper(title.group(1));
            boolean own = !head.isEmpty() && ModelName.read(head).familyKey().equals(name.familyKey());
            Optional<String> id = own ? within(title.start()) : Optional.empty();
            if (id.isPresent()) {
                return id;
            }
        }
        return Optional.empty();
    }

    private Optional<String> within(int start) {
        int end = card.indexOf("\n@", start);
        int limit = Math.min(end < 0 ? card.length() : end, start + CITATION);
        return mentions.stream()
                .filter(mention -> mention.start >= start && mention.start < limit)
                .map(Mention::id)
                .findFirst();
    }
}
