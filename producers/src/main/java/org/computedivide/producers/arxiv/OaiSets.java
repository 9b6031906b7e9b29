package org.computedivide.producers.arxiv;

import java.util.Set;

/** Names of arXiv's sets in OAI-PMH (https://info.arxiv.org/help/oa/index.html). */
final class OaiSets {

    private static final Set<String> GROUPS = Set.of("cs", "econ", "eess", "math", "q-bio", "q-fin", "stat");

    private OaiSets() {}

    /** The set of one category: cs.CL is cs:cs:CL, hep-ex is physics:hep-ex. */
    static String ofCategory(String category) {
        String archive = archiveOf(category);
        String subject = category.length() > archive.length() ? ":" + category.substring(archive.length() + 1) : "";
        return (GROUPS.contains(archive) ? archive : "physics") + ":" + archive + subject;
    }

    /** The set that is listed for a category: its whole archive, so that few listings do for many categories. */
    static String listedFor(String category) {
        String archive = archiveOf(category);
        return GROUPS.contains(archive) ? archive : "physics:" + archive;
    }

    private static String archiveOf(String category) {
        int dot = category.indexOf('.');
        return dot < 0 ? category : category.substring(0, dot);
    }
}
