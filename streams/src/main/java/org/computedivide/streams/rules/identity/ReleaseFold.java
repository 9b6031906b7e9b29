package org.computedivide.streams.rules.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Member;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;
import org.computedivide.streams.rules.Methods;
import org.computedivide.streams.rules.estimates.Resources;
import org.computedivide.streams.rules.estimates.VariantReader;
import org.computedivide.streams.rules.estimates.Verdicts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds the present members of one family into its release; a function of the set of members. */
public final class ReleaseFold {

    /** A family with more members is an alarm, never a cut. */
    static final int MOST_MEMBERS = 300;

    private static final int FRESH_DAYS = 30;
    private static final Comparator<Evidence> EARLIEST =
            Comparator.comparing(Evidence::getFirstObservedAt).thenComparing(Versions::key);

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseFold.class);

    private final VariantReader variantReader = new VariantReader();
    private final Resources resources = new Resources();

    /**
     * The release of a family.
     *
     * @param familyId its id
     * @param unsorted present evidence of its members, at least one
     * @param derivatives how many models are counted at it
     */
    public Release fold(String familyId, List<Evidence> unsorted, long derivatives) {
        List<Evidence> members =
                unsorted.stream().sorted(Comparator.comparing(Versions::key)).toList();
        Optional<List<Variant>> read = variants(familyId, members);
        List<Variant> variants = read.orElse(List.of());
        Optional<Variant> headline = VariantReader.top(variants);
        Release.Builder release = Release.newBuilder()
                .setFamilyId(familyId)
                .setName(Names.of(members))
                .setVariants(variants)
                .setDerivatives(derivatives)
                .setClaim(claim(members))
                .setDomains(domains(members))
                .setProofs(Proofs.of(members))
                .setFlags(flags(members, headline, read.isEmpty()))
                .setMethodsVersion(Methods.version());
        headline.ifPresent(variant -> setHeadline(release, variant));
        new OpennessFold(members, release.getHeadlineVariant()).fold().ifPresent(release::setOpenness);
        setMakers(release, new Makers(members));
        setTimes(release, members);
        headline.ifPresent(variant -> setResources(release, variant));
        StatedCost.of(members).ifPresent(release::setCostStated);
        release.setBaseMaker(BaseMaker.of(members));
        return release.build();
    }

    /** A rule that fails on one family must not stop the writer; the family is shown without figures and says so. */
    private Optional<List<Variant>> variants(String familyId, List<Evidence> members) {
        try {
            return Optional.of(variantReader.read(members));
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("family", familyId)
                    .addKeyValue("error", e.toString())
                    .log("the figures of a family could not be worked out");
            return Optional.empty();
        }
    }

    /** The country of the makers is not where it was trained, so the carbon is that of an unknown site. */
    private void setResources(Release.Builder release, Variant headline) {
        resources.energy(headline).ifPresent(release::setEnergy);
        resources.carbon(headline, "").ifPresent(release::setCarbon);
        PublicationDate.day(headline.getPublishedAt())
                .or(() -> PublicationDate.day(release.getPublishedDay()))
                .ifPresent(day -> {
                    resources.cost(headline, day).ifPresent(release::setCost);
                    resources.rental(headline, day).ifPresent(release::setCostRental);
                });
    }

    private static void setHeadline(Release.Builder release, Variant headline) {
        release.setHeadlineVariant(headline.getId());
        release.setCompute(headline.getCompute());
        release.setParameters(headline.getParameters());
    }

    private static void setMakers(Release.Builder release, Makers makers) {
        release.setOrganizations(makers.organizations())
                .setAffiliation(makers.bySet())
                .setAffiliationByShare(makers.byShare())
                .setCountries(makers.countries());
    }

    private static void setTimes(Release.Builder release, List<Evidence> members) {
        List<Evidence> seen = withoutOperator(members);
        Evidence earliest = seen.stream().min(EARLIEST).orElseThrow();
        Optional<PublicationDate> published = Dates.published(members);
        published.ifPresent(date ->
                release.setPublishedAt(date.text()).setPublishedDay(date.first().toString()));
        release.setMembers(members(members))
                .setSubject(Versions.key(earliest))
                .setFirstObservedAt(earliest.getFirstObservedAt())
                .setChangedAt(changedAt(members))
                .setFresh(isFresh(seen, published, earliest.getFirstObservedAt()));
    }

    /** What the operator says of a release does not make it older, younger or less of a news. */
    private static List<Evidence> withoutOperator(List<Evidence> members) {
        return members.stream().filter(member -> !Overrides.isOperator(member)).toList();
    }

    private static Instant changedAt(List<Evidence> members) {
        return members.stream()
                .map(Evidence::getObservedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Only what came live, in every first version, can be news; and only while it is new. */
    private static boolean isFresh(
            List<Evidence> members, Optional<PublicationDate> published, Instant firstObservedAt) {
        LocalDate seen = firstObservedAt.atOffset(ZoneOffset.UTC).toLocalDate();
        boolean live =
                members.stream().allMatch(member -> member.getFirstIntake().equals("live"));
        return live
                && published
                        .map(date -> !date.first().isBefore(seen.minusDays(FRESH_DAYS)))
                        .orElse(false);
    }

    private static String claim(List<Evidence> members) {
        return members.stream()
                .filter(member -> !member.getClaim().isEmpty())
                .min(Comparator.<Evidence, Boolean>comparing(
                                member -> !member.getRelease().equals("true"))
                        .thenComparing(Voice.FIRST_HEARD))
                .map(Evidence::getClaim)
                .orElse("");
    }

    private static List<String> domains(List<Evidence> members) {
        NavigableSet<String> domains = new TreeSet<>();
        members.forEach(member -> domains.addAll(member.getDomains()));
        return List.copyOf(domains);
    }

    private static List<String> flags(List<Evidence> members, Optional<Variant> headline, boolean failed) {
        NavigableSet<String> flags = new TreeSet<>();
        members.forEach(member -> flags.addAll(member.getFlags()));
        if (headline.map(Variant::getCompute).map(Compute::getDisagree).orElse(false)) {
            flags.add("disagree");
        }
        Verdicts verdicts = Verdicts.of(members);
        boolean quarantined = members.stream()
                .anyMatch(member -> member.getFacts().stream().anyMatch(fact -> verdicts.isOpen(member, fact)));
        boolean contradicted =
                headline.map(variant -> !variant.getSetAside().isEmpty()).orElse(false);
        if (quarantined || contradicted) {
            flags.add("quarantined");
        }
        if (failed) {
            flags.add("estimate-failed");
        }
        if (members.size() > MOST_MEMBERS) {
            flags.add("oversized-family");
        }
        return List.copyOf(flags);
    }

    private static List<Member> members(List<Evidence> members) {
        var holders = new TreeMap<String, Integer>();
        members.forEach(member -> Keys.strong(member).forEach(key -> holders.merge(key, 1, Integer::sum)));
        var list = new ArrayList<Member>();
        NavigableMap<String, String> joins = joins(members);
        members.forEach(member -> list.add(member(
                member, Optional.ofNullable(joins.get(Versions.key(member))).orElseGet(() -> link(member, holders)))));
        return List.copyOf(list);
    }

    /** The statement by which the operator joined a member with another. */
    private static NavigableMap<String, String> joins(List<Evidence> members) {
        var joins = new TreeMap<String, String>();
        for (Evidence member : members) {
            if (member.getFacts().stream().anyMatch(fact -> fact.getField().equals("join"))) {
                Overrides.concerned(member)
                        .forEach(joined -> joins.putIfAbsent(joined, "join:" + Versions.key(member)));
            }
        }
        return joins;
    }

    /** The least key that it shares with another member; by its name when it shares none; its own when it is alone. */
    private static String link(Evidence member, Map<String, Integer> holders) {
        NavigableSet<String> keys = Keys.strong(member);
        boolean alone = holders.values().stream().allMatch(number -> number == 1) && holders.size() == keys.size();
        return keys.stream()
                .filter(key -> alone || holders.getOrDefault(key, 0) > 1)
                .findFirst()
                .orElse("name~" + member.getFamily());
    }

    private static Member member(Evidence member, String link) {
        return Member.newBuilder()
                .setSource(member.getSource())
                .setNativeId(member.getNativeId())
                .setForm(member.getForm())
                .setTier(member.getTier())
                .setIntake(member.getIntake())
                .setUrl(member.getUrl())
                .setTitle(member.getTitle())
                .setPublishedAt(member.getPublishedAt())
                .setObservedAt(member.getObservedAt())
                .setFirstObservedAt(Versions.first(member).getFirstObservedAt())
                .setContentHash(member.getContentHash())
                .setLink(link)
                .build();
    }
}
