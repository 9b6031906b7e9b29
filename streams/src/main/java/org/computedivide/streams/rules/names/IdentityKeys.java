package org.computedivide.streams.rules.names;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Statement;
import org.computedivide.streams.rules.Form;
import org.computedivide.streams.rules.text.Phrase;

/**
 * The strong keys of an observation: repositories, its own paper, official links, and its family's name with its maker.
 * Two observations that share one are about the same family. A key is a function of the observation alone.
 */
public final class IdentityKeys {

    private static final Phrase PAPER_WORD =
            Phrase.ignoringCase("\\b(?:paper|tech(?:nical)?[ -]?report|report|arxiv|preprint)\\b|论文|技术报告");
    private static final int CARD = 60_000;
    private static final int AROUND = 160;

    private IdentityKeys() {}

    /**
     * Keys in sorted order.
     *
     * @param name the model's name as read from the observation
     * @param makers slugs of the heads of the makers' families, the first before the others; empty when none is known
     * @param derived whether the repository is a derivative: its papers are those of its base
     */
    public static List<String> of(Observation observation, ModelName name, List<String> makers, boolean derived) {
        var keys = new TreeSet<String>();
        switch (Form.of(observation)) {
            case REPOSITORY -> {
                keys.add("repo:" + Folded.lower(observation.getNativeId()));
                formerIds(observation).forEach(id -> keys.add("repo:" + Folded.lower(id)));
                if (!derived) {
                    ownPaper(observation, name).ifPresent(id -> keys.add("arxiv:" + id));
                }
            }
            case PAPER -> {
                paperId(observation).ifPresent(id -> keys.add("arxiv:" + id));
                official(observation, name, keys);
            }
            case POST, PRODUCT -> {
                address(observation.getUrl()).ifPresent(keys::add);
                official(observation, name, keys);
            }
            case TABLE_ROW, OTHER -> observation.getLinks().forEach(link -> rowLink(link, name, keys));
            case OPERATOR -> subjects(observation).forEach(key -> keys.add("observation:" + key));
        }
        if (name.isDistinct()) {
            named(name, makers, keys);
        }
        return List.copyOf(keys);
    }

    /** With every maker, since a table names them in another order than an account; the first alone for a plain word. */
    private static void named(ModelName name, List<String> makers, Set<String> keys) {
        for (String maker : name.isUnusual() || makers.isEmpty() ? makers : makers.subList(0, 1)) {
            keys.add("name:" + maker + "/" + name.familyKey());
            String own = name.ownFamilyKey();
            if (!own.isEmpty()) {
                keys.add("name:" + maker + "/" + own);
            }
        }
    }

    /** Names that a repository had before: the hub redirects them, so whoever linked them meant this one. */
    private static List<String> formerIds(Observation observation) {
        Hub hub = observation.getHub();
        return hub == null ? List.of() : hub.getFormerIds();
    }

    /** The observations that the operator speaks of, by source/nativeId. */
    private static List<String> subjects(Observation observation) {
        return observation.getStatements().stream()
                .filter(statement -> statement.getField().equals("subject"))
                .map(Statement::getText)
                .toList();
    }

    private static Optional<String> paperId(Observation observation) {
        return Links.arxivId(observation.getNativeId()).or(() -> Links.arxiv(observation.getUrl()));
    }

    private static Optional<String> address(String url) {
        String plain = Links.normalized(url);
        return plain.isEmpty() ? Optional.empty() : Optional.of("url:" + plain);
    }

    /** A row of a curated table gives the address where its model was announced. */
    private static void rowLink(String link, ModelName name, Set<String> keys) {
        Optional<String> paper = Links.arxiv(link);
        Optional<String> repository = Links.repository(link);
        if (paper.isPresent()) {
            keys.add("arxiv:" + paper.get());
        } else if (repository.isPresent()) {
            keys.add("repo:" + Folded.lower(repository.get()));
        } else if (Links.forge(link).filter(id -> sameFamily(id, name)).isPresent()
                || Links.forge(link).isEmpty()) {
            address(link).ifPresent(keys::add);
        }
    }

    /** Repositories that a paper or post links and that bear the name of its own model. */
    private static void official(Observation observation, ModelName name, Set<String> keys) {
        if (!name.isDistinct()) {
            return;
        }
        for (String link : observation.getLinks()) {
            Links.repository(link)
                    .filter(id -> sameFamily(id, name))
                    .ifPresent(id -> keys.add("repo:" + Folded.lower(id)));
            Links.forge(link)
                    .filter(id -> sameFamily(id, name))
                    .ifPresent(id -> address(link).ifPresent(keys::add));
        }
    }

    private static boolean sameFamily(String id, ModelName name) {
        return !name.family().isEmpty() && ModelName.read(id).familyKey().equals(name.familyKey());
    }

    /**
     * The paper of the model itself: the only one that the card calls its paper or report, or cites under a title that
     * begins with the model's name. Papers that the card merely mentions are no keys.
     */
    private static Optional<String> ownPaper(Observation observation, ModelName name) {
        String card = observation.getText();
        String head = card.length() > CARD ? card.substring(0, CARD) : card;
        var tagged = new TreeSet<String>();
        Hub hub = observation.getHub();
        if (hub != null) {
            hub.getTags().stream()
                    .filter(tag -> tag.startsWith("arxiv:"))
                    .forEach(tag -> tagged.add(Folded.lower(tag.substring(6))));
        }
        CardPapers papers = CardPapers.of(head);
        Optional<String> cited = papers.citedAs(name);
        if (cited.isPresent()) {
            return cited;
        }
        var called = new TreeSet<>(papers.near(PAPER_WORD, AROUND));
        if (!tagged.isEmpty()) {
            called.retainAll(tagged);
        }
        boolean only = called.size() == 1 && (tagged.size() <= 1 || tagged.equals(called));
        return only ? Optional.of(called.first()) : Optional.empty();
    }
}
