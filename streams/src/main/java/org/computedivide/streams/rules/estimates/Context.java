package org.computedivide.streams.rules.estimates;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.computedivide.avro.Evidence;

/**
 * What is known of a family beside its facts, for the prior.
 *
 * @param year decimal year of publication; empty when no member has a date
 * @param mayImpute whether the prior may speak at all: a release with a paper or of an organisation that is known
 */
record Context(Optional<Double> year, boolean language, String affiliation, boolean hasBase, boolean mayImpute) {

    private static final Set<String> LANGUAGE = Set.of("language", "multimodal");

    static Context of(List<Evidence> members) {
        Set<String> domains = new TreeSet<>();
        members.stream().map(Evidence::getDomains).flatMap(Collection::stream).forEach(domains::add);
        return new Context(
                members.stream().flatMap(member -> year(member).stream()).min(Comparator.naturalOrder()),
                domains.isEmpty() || domains.stream().anyMatch(LANGUAGE::contains),
                affiliation(members),
                members.stream().anyMatch(Context::isDerived),
                members.stream().anyMatch(Context::isAnnounced));
    }

    private static String affiliation(List<Evidence> members) {
        return members.stream()
                .map(Evidence::getAffiliation)
                .filter(type -> !type.equals("unknown"))
                .findFirst()
                .orElse("unknown");
    }

    static boolean isDerived(Evidence member) {
        return !member.getBaseModels().isEmpty()
                || member.getKind().equals("finetune")
                || member.getKind().equals("adapter");
    }

    private static boolean isAnnounced(Evidence member) {
        boolean release = !member.getRelease().equals("false");
        return release
                && (member.getForm().equals("paper") || !member.getAffiliation().equals("unknown"));
    }

    private static Optional<Double> year(Evidence member) {
        String date = member.getPublishedAt();
        if (date == null || date.length() < 4) {
            return Optional.empty();
        }
        try {
            double month = date.length() >= 7 ? Integer.parseInt(date.substring(5, 7)) - 0.5 : 6;
            return Optional.of(Integer.parseInt(date.substring(0, 4)) + month / 12);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
