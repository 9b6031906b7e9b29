package org.computedivide.streams.rules.openness;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Openness;

/** A product for users is an interface for programs too, where its page leads to a platform for developers. */
final class Services {

    private static final int LINK = 400;
    private static final Pattern PLATFORM = Pattern.compile(
            "^https?://(?:(?:platform|api|developers?|console)\\.[\\w.-]{3,100}(?:/|$)|[\\w.-]{3,100}/(?:[\\w-]{1,20}/)?(?:api|apis|api-docs|api-reference|developers?)(?:/|$))",
            Pattern.CASE_INSENSITIVE);

    private Services() {}

    /** What was read, as {@code api} where it was hosted and a platform is linked, with the link as evidence. */
    static Openness over(Observation observation, Openness read) {
        return Optional.of(read)
                .filter(hosted -> hosted.getWeights().equals("hosted"))
                .flatMap(hosted -> platform(observation))
                .map(link -> Openness.newBuilder(read)
                        .setWeights("api")
                        .setRule("platform-link")
                        .setEvidence(Map.of("platform", link))
                        .build())
                .orElse(read);
    }

    /** The first link that leads to a platform for developers. */
    static Optional<String> platform(Observation observation) {
        return observation.getLinks().stream()
                .filter(link -> link.length() < LINK && PLATFORM.matcher(link).find())
                .findFirst();
    }
}
