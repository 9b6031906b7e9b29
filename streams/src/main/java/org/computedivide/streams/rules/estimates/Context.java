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
 * @param isRelease whether a member announces a release
 * @param isCopy whether every member is a quantization, an adapter or a merge
 * @param isKnownMaker whether there is a paper or an organisation whose type is known
 */
record Context(
        Optional<Double> year,
        boolean language,
        String affiliation,
        boolean hasBase,
        boolean isRelease,
        boolean isCopy,
        boolean isKnownMaker) {

    private static final Set<String> LANGUAGE = Set.of("language", "multimodal");

    private static final Set<String> COPY = Set.of("quantized", "adapter", "merge");

    static Context of(List<Evidence> members) {
        Set<String> domains = new TreeSet<>();
        members.stream().map(Evidence::getDomains).flatMap(Collection::stream).forEach(domains::add);
        return new Context(
                members.stream().flatMap(member -> year(member).stream()).min(Comparator.naturalOrder()),
                domains.isEmpty() || domains.stream().anyMatch(LANGUAGE::contains),
                affiliation(members),
                members.stream().anyMatch(Context::isDerived),
                members.stream().anyMatch(member -> !member.getRelease().equals("false")),
                members.stream().allMatch(member -> COPY.contains(member.getKind())),
                members.stream().anyMatch(Context::isKnown));
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

    private static boolean isKnown(Evidence member) {
        return member.getForm().equals("paper") || !member.getAffiliation().equals("unknown");
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
