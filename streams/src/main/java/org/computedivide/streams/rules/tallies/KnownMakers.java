package org.computedivide.streams.rules.tallies;

import java.util.List;
import java.util.function.Function;
import org.computedivide.avro.CountedRelease;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Release;

/**
 * Under whose names a release is counted. Accounts of which nothing is known are one name together: a row for each of
 * them would say nothing, and there is no end to them.
 *
 * @param names of the makers themselves, sorted; empty when none is named
 * @param parents the same with subsidiaries by their parent
 */
record KnownMakers(List<String> names, List<String> parents) {

    /** Stands for makers of unknown type where no other takes part. */
    static final String OTHER = "other";

    KnownMakers {
        names = List.copyOf(names);
        parents = List.copyOf(parents);
    }

    static KnownMakers of(Release release) {
        return new KnownMakers(known(release, Organization::getName), known(release, KnownMakers::withParent));
    }

    /** Subsidiaries are one with their parent. */
    static String withParent(Organization maker) {
        return maker.getParent().isEmpty() ? maker.getName() : maker.getParent();
    }

    void fill(CountedRelease.Builder counted) {
        counted.setMakers(names).setParents(parents.equals(names) ? List.of() : parents);
    }

    /** By their parents, as they are kept. */
    static List<String> parents(CountedRelease release) {
        return release.getParents().isEmpty() ? release.getMakers() : release.getParents();
    }

    private static List<String> known(Release release, Function<Organization, String> name) {
        List<String> known = release.getOrganizations().stream()
                .filter(maker -> !maker.getType().equals("unknown"))
                .map(name)
                .distinct()
                .sorted()
                .toList();
        return known.isEmpty() && !release.getOrganizations().isEmpty() ? List.of(OTHER) : known;
    }
}
