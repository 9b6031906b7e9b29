package org.computedivide.streams.rules.openness;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Openness;
import org.computedivide.streams.rules.Form;
import org.computedivide.streams.rules.names.Links;

/**
 * A permissive licence does not free weights that somebody else's terms bind: those of the base that the repository was
 * made from, those for weights that a link names, or those that the maker sets beside the licence of its code. A licence
 * of works (Creative Commons) is not that of code.
 */
final class WeightsTerms {

    private static final int LINK = 400;
    private static final Pattern HUB_ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,60}");
    private static final Pattern WEIGHTS_LICENSE = Pattern.compile(
            "(?:licen[cs]e[-_](?:for[-_])?(?:the[-_])?(?:model|weights)|(?:model|weights)[-_]licen[cs]e)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LICENSE_FILE =
            Pattern.compile("(?:/blob/.{1,100}licen[cs]e|[?&]tab=[\\w-]{0,20}license)", Pattern.CASE_INSENSITIVE);
    /** Until Llama 2, terms of weights apart from their code forbade commercial use (OPT, GLM-130B, CICERO, LLaMA). */
    private static final String LLAMA_2 = "2023-07-18";

    private WeightsTerms() {}

    /** What was found by the licence as written, or the terms that bind the weights in spite of it. */
    static Openness over(Observation observation, String written, Openness found) {
        if (!found.getWeights().equals("unrestricted")) {
            return found;
        }
        return BoundBase.of(observation)
                .flatMap(WeightsTerms::ofBase)
                .map(terms -> Openness.newBuilder(terms).setRule("base-terms").build())
                .or(() -> linked(observation, written))
                .or(() -> Optional.of(observation)
                        .filter(page ->
                                !isTagged(page, written) && !found.getLicense().startsWith("CC"))
                        .flatMap(MakerTerms::of)
                        .map(terms -> besides(terms, found.getLicense())))
                .orElse(found);
    }

    /** The terms of a base that bind what is made from it, with the base as evidence. */
    static Optional<Openness> ofBase(String base) {
        return Licenses.standard()
                .ofBase(base)
                .filter(license -> !license.type().equals("unrestricted"))
                .map(license -> Openness.newBuilder()
                        .setWeights(license.type())
                        .setLicense(license.id())
                        .setLicenseClass(license.type())
                        .setRule("inherited-licence")
                        .setEvidence(Map.of("inheritedFrom", base))
                        .build());
    }

    /** Where nothing is said, but weights or a licence are linked: the terms that their maker sets on all of that time. */
    static Optional<Openness> ofMaker(Observation observation) {
        boolean given = Form.of(observation) != Form.REPOSITORY
                && observation.getLinks().stream().anyMatch(WeightsTerms::leadsToWeights);
        return given ? MakerTerms.of(observation).map(terms -> besides(terms, "")) : Optional.empty();
    }

    private static boolean leadsToWeights(String link) {
        return Links.repository(link).isPresent() || LICENSE_FILE.matcher(link).find();
    }

    /** A link to a licence of the weights apart from that of the code. */
    private static Optional<Openness> linked(Observation observation, String written) {
        return observation.getLinks().stream()
                .filter(link ->
                        link.length() < LINK && WEIGHTS_LICENSE.matcher(link).find())
                .findFirst()
                .map(link -> Openness.newBuilder()
                        .setWeights(isBefore(observation, LLAMA_2) ? "non-commercial" : "restricted-use")
                        .setLicense(written)
                        .setLicenseClass("unknown")
                        .setRule("weights-licence-link")
                        .setEvidence(Map.of("weightsLicense", link))
                        .build());
    }

    /** The terms that a maker sets on all weights whose tag is "other". */
    static Openness ofOwn(License terms) {
        return besides(terms, "");
    }

    private static Openness besides(License terms, String code) {
        return Openness.newBuilder()
                .setWeights(terms.type())
                .setLicense(terms.id())
                .setLicenseClass(terms.type())
                .setRule("maker-terms")
                .setEvidence(code.isEmpty() ? Map.of() : Map.of("codeLicense", code))
                .build();
    }

    /** A repository of weights whose tag is an id of the hub's list is believed: it is that of the files in it. */
    private static boolean isTagged(Observation observation, String written) {
        return Form.of(observation) == Form.REPOSITORY
                && HUB_ID.matcher(written).matches();
    }

    private static boolean isBefore(Observation observation, String day) {
        String published = observation.getPublishedAt();
        return published != null && published.compareTo(day) < 0;
    }
}
