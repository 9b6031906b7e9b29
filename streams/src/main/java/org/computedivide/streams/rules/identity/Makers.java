package org.computedivide.streams.rules.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Organization;

/**
 * Who made a family. An announcement of the maker that names organisations is heard first, then a curated table, then
 * the namespace of a repository: that says who keeps the files, and seldom all who made them.
 */
final class Makers {

    private static final double SHARE = 0.3;

    private static final List<Predicate<Evidence>> RANKS = List.of(
            evidence -> Voice.of(evidence) == Voice.OPERATOR,
            Voice::isAnnouncement,
            evidence -> Voice.of(evidence) == Voice.CURATED,
            evidence -> true);

    private final List<Evidence> heard;
    private final List<Organization> organizations;

    Makers(List<Evidence> members) {
        this.heard = best(members);
        this.organizations = union(heard);
    }

    List<Organization> organizations() {
        return organizations;
    }

    /** Set rule: one known type, academia with industry, or a mixture. */
    String bySet() {
        NavigableSet<String> types = new TreeSet<>(knownTypes());
        if (types.isEmpty()) {
            return "unknown";
        }
        if (types.size() == 1) {
            return types.first();
        }
        return types.containsAll(List.of("academia", "industry")) ? "collaboration" : "mixed";
    }

    /** 30 % rule: as its paper says by authors, else by organisations, each of them one voice. */
    String byShare() {
        return heard.stream()
                .map(Evidence::getAffiliationByShare)
                .filter(type -> !type.equals("unknown"))
                .findFirst()
                .orElseGet(this::byShareOfOrganizations);
    }

    List<String> countries() {
        var countries = new TreeSet<String>();
        organizations.forEach(organization -> countries.add(organization.getCountry()));
        countries.remove("");
        return List.copyOf(countries);
    }

    private String byShareOfOrganizations() {
        List<String> types = knownTypes();
        long academia = types.stream().filter("academia"::equals).count();
        long industry = types.stream().filter("industry"::equals).count();
        if (academia + industry == 0) {
            return bySet();
        }
        boolean both = Math.min(academia, industry) >= SHARE * types.size();
        String larger = academia > industry ? "academia" : "industry";
        return both ? "collaboration" : larger;
    }

    private List<String> knownTypes() {
        return organizations.stream()
                .map(Organization::getType)
                .filter(type -> !type.equals("unknown"))
                .toList();
    }

    /** The first rank that knows the type of an organisation, else the first that names one. */
    private static List<Evidence> best(List<Evidence> members) {
        Optional<List<Evidence>> known = ranked(members, Makers::knowsType);
        return known.or(() -> ranked(members, Keys::hasMaker)).orElse(List.of());
    }

    private static Optional<List<Evidence>> ranked(List<Evidence> members, Predicate<Evidence> tells) {
        return RANKS.stream()
                .map(rank -> Voice.inOrder(members.stream().filter(rank).toList()))
                .filter(rank -> rank.stream().anyMatch(tells))
                .findFirst();
    }

    private static boolean knowsType(Evidence evidence) {
        return evidence.getOrganizations().stream()
                .anyMatch(organization -> !organization.getType().equals("unknown"));
    }

    private static List<Organization> union(Collection<Evidence> heard) {
        var names = new TreeMap<String, Integer>();
        var union = new ArrayList<Organization>();
        for (Evidence evidence : heard) {
            for (Organization organization : evidence.getOrganizations()) {
                if (names.putIfAbsent(organization.getName(), union.size()) == null) {
                    union.add(organization);
                }
            }
        }
        return List.copyOf(union);
    }
}
