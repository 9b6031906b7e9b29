package org.computedivide.streams.rules.estimates;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.streams.rules.priors.Traits;

/**
 * What is known of a family beside its facts, for the prior.
 *
 * @param year decimal year of publication; empty when no member has a date
 * @param domains as in Evidence, of all members
 * @param cues as in Evidence, of all members
 * @param paper whether a member is a paper
 * @param hasBase whether a member names what the training began from
 * @param isRelease whether a member announces a release
 * @param isCopy whether every member is a quantization, an adapter or a merge
 * @param isUpload whether every member is a repository of a hub, where anybody uploads
 * @param severalSizes whether the members speak of more than one size, so that a number may be another variant's
 */
record Context(
        Optional<Double> year,
        String affiliation,
        Set<String> domains,
        Set<String> cues,
        boolean paper,
        boolean hasBase,
        boolean isRelease,
        boolean isCopy,
        boolean isUpload,
        boolean severalSizes) {

    private static final double USUAL_YEAR = 2022.5;

    private static final Set<String> LANGUAGE = Set.of("language");
    private static final Set<String> COPY = Set.of("quantized", "adapter", "merge");

    Context {
        domains = Set.copyOf(domains);
        cues = Set.copyOf(cues);
    }

    static Context of(List<Evidence> members) {
        return new Context(
                members.stream().flatMap(member -> year(member).stream()).min(Comparator.naturalOrder()),
                affiliation(members),
                all(members, Evidence::getDomains),
                all(members, Evidence::getCues),
                members.stream().anyMatch(Context::isPaper),
                members.stream().anyMatch(Context::isDerived),
                members.stream().anyMatch(member -> member.getRelease().equals("true")),
                members.stream().allMatch(member -> COPY.contains(member.getKind())),
                members.stream().allMatch(Context::isRepository),
                sizes(members) > 1);
    }

    /** Whether it is a model of language, alone or with others. */
    boolean isLanguage() {
        return domains.contains("language") || domains.contains("multimodal");
    }

    /** For the prior; where no date is known it is taken to be of the middle of the rows that the prior was fitted on. */
    Traits traits() {
        return new Traits(year.orElse(USUAL_YEAR), affiliation, paper, isRelease, hasBase, domains, cues);
    }

    /**
     * The base that a training began from. Whoever tunes it, most bases were made and announced by companies; a model that counts
     * tokens began from a language model.
     */
    Traits traitsOfBase(boolean countsTokens) {
        Set<String> kinds = countsTokens && domains.stream().noneMatch(LANGUAGE::contains) ? LANGUAGE : domains;
        return new Traits(year.orElse(USUAL_YEAR), "industry", false, true, false, kinds, Set.of());
    }

    private static Set<String> all(List<Evidence> members, Function<Evidence, List<String>> which) {
        Set<String> all = new TreeSet<>();
        members.stream().map(which).forEach(all::addAll);
        return all;
    }

    private static boolean isPaper(Evidence member) {
        boolean open = member.getForm().isEmpty() || member.getForm().equals("other");
        return member.getForm().equals("paper") || (open && member.getSource().equals("arxiv"));
    }

    private static boolean isRepository(Evidence member) {
        return member.getForm().equals("repository") || member.getSource().equals("huggingface");
    }

    private static long sizes(List<Evidence> members) {
        return members.stream()
                .flatMap(member -> member.getFacts().stream())
                .filter(fact -> fact.getField().equals("parameters") && RuleOrder.of(fact.getRule()) < 6)
                .map(Fact::getNumber)
                .filter(Objects::nonNull)
                .mapToLong(number -> Math.round(20 * StrictMath.log10(number)))
                .distinct()
                .count();
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
                || member.getKind().equals("adapter")
                || member.getFacts().stream().anyMatch(fact -> fact.getField().equals("baseModel"));
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
