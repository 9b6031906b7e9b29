package org.computedivide.streams.rules.identity;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.streams.rules.identity.Links.Relation;

/**
 * What the operator says of identity, as links beside those that follow from keys. Joined observations are one family
 * whatever their keys are. Parted ones are joined by keys only with those that the same statements part, so that what
 * leaves a family together stays together. Several statements can say the same; each counts until it is withdrawn.
 */
final class Overrides {

    private static final String OBSERVATION = "observation:";
    /** Stands before the statement that a link follows from. */
    static final char BY = '\1';

    private final Links links;

    Overrides(Links links) {
        this.links = links;
    }

    /** One link of a statement. */
    interface Change {
        void apply(Relation relation, String from, String to);
    }

    /** Adds or removes the links of what the operator says. */
    static void each(Evidence said, Change change) {
        String by = BY + Versions.key(said);
        NavigableSet<String> subjects = subjects(said);
        for (Fact fact : said.getFacts()) {
            for (String subject : subjects) {
                if (fact.getField().equals("join")) {
                    change.apply(Relation.JOIN, subject, fact.getText() + by);
                    change.apply(Relation.JOIN, fact.getText(), subject + by);
                } else if (fact.getField().equals("part")) {
                    change.apply(Relation.PART, subject, by);
                }
            }
        }
    }

    static boolean isOperator(Evidence evidence) {
        return evidence.getTier().equals("operator");
    }

    /** The observations that the operator speaks of, by source/nativeId. */
    static NavigableSet<String> subjects(Evidence said) {
        var subjects = new TreeSet<String>();
        for (String key : said.getKeys()) {
            subject(key).ifPresent(subjects::add);
        }
        return subjects;
    }

    /** Those and the ones that it joins them with. */
    static NavigableSet<String> concerned(Evidence said) {
        NavigableSet<String> concerned = subjects(said);
        said.getFacts().stream()
                .filter(fact -> List.of("join", "part").contains(fact.getField()))
                .forEach(fact -> concerned.add(fact.getText()));
        return concerned;
    }

    /** The observation that a key names outright. */
    static Optional<String> subject(String key) {
        return key.startsWith(OBSERVATION) ? Optional.of(key.substring(OBSERVATION.length())) : Optional.empty();
    }

    /** The key by which the operator names an observation. */
    static String key(String observation) {
        return OBSERVATION + observation;
    }

    /** Observations that the operator joined with this one. */
    NavigableSet<String> joined(String observation) {
        var joined = new TreeSet<String>();
        links.from(Relation.JOIN, observation).forEach(link -> joined.add(link.substring(0, link.indexOf(BY))));
        return joined;
    }

    /** The statements that part this observation from others; two that are parted alike can still be joined by keys. */
    NavigableSet<String> parts(String observation) {
        return links.from(Relation.PART, observation);
    }
}
