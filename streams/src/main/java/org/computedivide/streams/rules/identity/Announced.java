package org.computedivide.streams.rules.identity;

import java.util.List;
import org.computedivide.avro.Evidence;
import org.computedivide.streams.rules.affiliation.Known;
import org.computedivide.streams.rules.affiliation.Register;
import org.computedivide.streams.rules.identity.Links.Relation;
import org.computedivide.streams.rules.names.Folded;

/**
 * Fine-tunes and merges that their maker, or a table, announced under the name that the repository bears: they are the release
 * that was announced, though the repository alone would be a derivative. Whether something is announced is a function of
 * the announcement alone, so that no two roles wait for one another.
 */
final class Announced {

    private static final String NAME = "name:";
    private static final List<String> TUNED = List.of("finetune", "merge");

    private final Links links;

    Announced(Links links) {
        this.links = links;
    }

    /** Whether it can be the subject of an announcement: a repository that was tuned and has a maker. */
    static boolean isSubject(Evidence evidence) {
        return evidence.getState().equals("present")
                && evidence.getForm().equals("repository")
                && !evidence.getRelease().equals("true")
                && TUNED.contains(evidence.getKind());
    }

    /** Whether it announces a release by a name: a row, a paper, a post; a repository announces only itself. */
    static boolean isAnnouncement(Evidence evidence) {
        return evidence.getState().equals("present")
                && evidence.getRelease().equals("true")
                && !evidence.getForm().equals("repository");
    }

    /** Whether somebody announced it. */
    boolean is(Evidence tuned) {
        return isSubject(tuned)
                && names(tuned).stream()
                        .anyMatch(name -> !links.from(Relation.ANNOUNCED, name).isEmpty());
    }

    /** Names with their maker; without those that are another maker's family: "gemma-2" of somebody who tuned it says not which. */
    static List<String> names(Evidence evidence) {
        return evidence.getKeys().stream()
                .filter(key -> key.startsWith(NAME))
                .filter(key ->
                        isOwn(key.substring(NAME.length(), key.indexOf('/')), key.substring(key.indexOf('/') + 1)))
                .toList();
    }

    private static boolean isOwn(String maker, String family) {
        return BaseMaker.ofFamily(family)
                .map(Register.standard()::root)
                .map(Known::name)
                .map(Folded::slug)
                .map(maker::equals)
                .orElse(true);
    }
}
