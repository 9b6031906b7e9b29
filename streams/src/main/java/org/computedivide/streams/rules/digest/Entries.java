package org.computedivide.streams.rules.digest;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.computedivide.avro.DigestEntry;
import org.computedivide.avro.Member;
import org.computedivide.avro.Openness;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Proof;
import org.computedivide.avro.Quantity;
import org.computedivide.avro.Release;

/** One release as a digest tells it. */
final class Entries {

    /** The maker's own word first, then what says most, then the order of the keys. */
    private static final Comparator<Member> BEST = Comparator.<Member, Boolean>comparing(
                    member -> !member.getTier().equals("maker"))
            .thenComparing(member -> !member.getForm().equals("post"))
            .thenComparing(member -> !member.getForm().equals("paper"))
            .thenComparing(Member::getSource)
            .thenComparing(Member::getNativeId);

    private Entries() {}

    static DigestEntry of(Release release) {
        Openness openness = release.getOpenness();
        Quantity parameters = release.getParameters();
        return DigestEntry.newBuilder()
                .setFamilyId(release.getFamilyId())
                .setName(release.getName())
                .setUrl(url(release))
                .setOrganizations(release.getOrganizations().stream()
                        .map(Organization::getName)
                        .collect(Collectors.joining(", ")))
                .setAffiliation(release.getAffiliation())
                .setWeights(openness == null ? "unknown" : openness.getWeights())
                .setLicense(openness == null ? "" : openness.getLicense())
                .setPublishedAt(release.getPublishedAt())
                .setParameters(parameters == null ? null : (Double) parameters.getValue())
                .setCompute(release.getCompute())
                .setQuote(release.getProofs().stream()
                        .map(Proof::getQuote)
                        .filter(quote -> !quote.isEmpty())
                        .findFirst()
                        .orElse(""))
                .setDerivatives(release.getDerivatives())
                .build();
    }

    private static String url(Release release) {
        return release.getMembers().stream()
                .filter(member -> !member.getUrl().isEmpty())
                .min(BEST)
                .map(Member::getUrl)
                .orElse("");
    }
}
